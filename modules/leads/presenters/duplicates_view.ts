import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { asSeenBy } from '../details/seeing.ts'
import Lead from '../models/lead.ts'
import { openPairs } from '../queries/lead_pairs.ts'
import { sourceText } from './list_columns.ts'
import { phoneText } from './phones.ts'

/** Likely pairs, the earlier lead at the left, with what speaks for it. */
export async function duplicatesView(ctx: HttpContext) {
  const pairs = await openPairs(ctx.staff.actor)
  const ids = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])
  const found = await asSeenBy(ctx.staff.actor, await Lead.query().whereIn('id', ids))
  const leads = new Map(found.map((lead) => [lead.id, lead]))
  return pairs.map(({ id, firstId, secondId, reasons }) => ({
    id,
    reasons: reasons.map((reason) => ctx.i18n.t(`leads.duplicates.reasons.${reason}`)),
    sides: [firstId, secondId].map((one) => sideOf(ctx, leads.get(one)!)),
    merge: `/app/leads/${firstId}/merges/create?with=${secondId}`,
    dismissal: `/app/leads/duplicates/${id}`,
  }))
}

function sideOf(ctx: HttpContext, lead: Lead) {
  const at = momentOf(lead.createdAt ?? DateTime.utc(), ctx.tenant as TenantSnapshot)
  const { email, source } = lead
  const detail = [phoneText(lead, ctx.tenant!), email, sourceText(ctx, source), at.said]
    .filter(Boolean)
    .join(' · ')
  return { name: lead.name, url: `/app/leads/${lead.id}`, detail }
}
