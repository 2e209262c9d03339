import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type ClaimableLead, claimableLeads } from '../queries/claimable_leads.ts'
import { sourceText } from './list_columns.ts'
import { writtenPrice } from './prices.ts'

/** What the person may claim, with as much as the rule lets them know before. */
export async function claimsView(ctx: HttpContext) {
  const leads = await claimableLeads(ctx.staff.actor)
  return leads.map((lead) => claimView(ctx, lead))
}

function claimView(ctx: HttpContext, lead: ClaimableLead) {
  const { i18n } = ctx
  const tenant = ctx.tenant as TenantSnapshot
  const facts = [
    lead.intent && i18n.t(`leads.intents.${lead.intent}`),
    lead.city,
    writtenPrice(lead.value_minor, lead.currency, tenant),
    lead.hidden ? null : sourceText(ctx, lead.source),
  ]
  return {
    action: `/app/leads/${lead.lead_id}/claim`,
    id: lead.lead_id,
    name: lead.hidden ? i18n.t('leads.claims.hidden') : lead.name,
    why: facts.filter(Boolean).join(' · '),
    at: momentOf(DateTime.fromJSDate(lead.created_at), tenant),
    until: momentOf(DateTime.fromJSDate(lead.expires_at), tenant),
  }
}
