import type { HttpContext } from '@adonisjs/core/http'
import { stale } from '#kernel/api/etags'
import { refuse } from '#kernel/http/refuse'
import type { LeadStatus } from '../lead_words.ts'
import { illegalStep } from './steps.ts'

type Reason = 'illegal_step' | 'stale' | 'lost_reason_missing' | 'reopen_reason_missing'

const fields: Partial<Record<Reason, string>> = {
  lost_reason_missing: 'lostReason',
  reopen_reason_missing: 'reason',
}

/** Why a step was not taken, for programs: 409 names those that are allowed. */
export function refuseStep(
  ctx: HttpContext,
  reason: Reason,
  { status, version }: { status: LeadStatus; version: number }
) {
  if (reason === 'stale') throw stale(version + 1)
  if (reason === 'illegal_step') return refuse(ctx, illegalStep(ctx, status))
  return refuse(ctx, { status: 422, key: `leads.refused.${reason}`, field: fields[reason] })
}
