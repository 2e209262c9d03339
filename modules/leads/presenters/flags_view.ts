import type { HttpContext } from '@adonisjs/core/http'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Lead from '../models/lead.ts'
import LeadFlag from '../models/lead_flag.ts'
import { openFlags } from '../queries/open_flags.ts'
import { writtenPrice } from './prices.ts'

/** What looks wrong, with the evidence. */
export async function flagsView(ctx: HttpContext) {
  const flags = await openFlags(ctx.staff.actor)
  return flags.map((flag) => ({
    ...flagView(ctx, flag, flag.lead),
    name: flag.lead.name,
    leadUrl: `/app/leads/${flag.leadId}`,
  }))
}

/** The flags of one lead that nobody has dismissed. */
export async function flagsOfLead(ctx: HttpContext, lead: Lead) {
  const flags = await LeadFlag.query().where('leadId', lead.id).whereNot('state', 'dismissed')
  return flags.map((flag) => flagView(ctx, flag, lead))
}

function flagView(ctx: HttpContext, { id, kind, state, evidence }: LeadFlag, lead: Lead) {
  const { i18n } = ctx
  const tenant = ctx.tenant as TenantSnapshot
  const written = (minor: number | null) => writtenPrice(minor, lead.currency, tenant) ?? '–'
  const facts = { ...evidence, price: written(lead.valueMinor), median: written(evidence.median) }
  return {
    state,
    title: i18n.t(`leads.flags.kinds.${kind}`),
    text: i18n.t(`leads.flags.evidence.${kind}`, facts),
    url: `/app/leads/flags/${id}`,
  }
}
