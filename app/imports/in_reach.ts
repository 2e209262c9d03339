import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import type { ListKind } from './list_kind.ts'
import ImportPolicy from './policies/import_policy.ts'

/**
 * The import that the address names, for one who may import and whom it reaches. Of two acts on it
 * at once, such as two clicks, the second waits and sees what the first has done.
 */
export async function importInReach(ctx: HttpContext, lists: ListKind): Promise<BulkWork> {
  await ctx.bouncer.with(ImportPolicy).authorize('manage', lists)
  const id = ctx.params.import_id ?? ctx.params.id
  if (!isUuid(id)) throw new NotHere()
  const query = BulkWork.reachableBy(ctx.staff.actor, lists.name).where({ id, kind: lists.name })
  const work = await (unit().readOnly ? query : query.forUpdate()).first()
  if (!work) throw new NotHere()
  return work
}
