import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import type { ListKind } from './list_kind.ts'

interface Refused {
  reason: string
  facts: Record<string, string | number | string[]>
}

/** An act on an import that cannot be now. */
export function refuseAct(ctx: HttpContext, { name }: ListKind, { reason, facts }: Refused) {
  return refuse(ctx, { status: 409, key: `${name}.refused.${reason}`, facts })
}

/** A list that cannot be read, in words of its own where the refusal brings some. */
export function refuseList(
  ctx: HttpContext,
  { name }: ListKind,
  { reason, facts, field }: Refused & { field: string }
) {
  const { key = `${name}.refused.${reason}`, ...others } = facts
  return refuse(ctx, { status: 422, key: key as string, facts: others, field })
}

/** Records go to nobody who is out of reach. */
export function refuseOwner(ctx: HttpContext, { name }: ListKind) {
  const key = `${name}.refused.owner_out_of_reach`
  return refuse(ctx, { status: 422, key, field: 'ownerId' })
}
