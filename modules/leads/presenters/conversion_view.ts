import type { HttpContext } from '@adonisjs/core/http'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Lead from '../models/lead.ts'
import { requirementOf } from '../wanted_home.ts'
import { contactChoices } from './contact_choices.ts'
import { writtenPrice } from './prices.ts'

/** Which contact a lead may become, and what it would bring along. */
export async function conversionView(ctx: HttpContext, lead: Lead) {
  return { lead, known: await contactChoices(ctx, lead), wanted: wantedText(ctx, lead) }
}

/** What it looks for, in a line. */
function wantedText({ i18n, tenant }: HttpContext, lead: Lead): string | null {
  const here = tenant as TenantSnapshot
  const { currency } = marketPack(here.market)
  const wanted = requirementOf(lead, currency)
  if (!wanted) return null
  const budget = [wanted.budgetFrom, wanted.budgetTo]
    .flatMap((minor) => writtenPrice(minor, currency, here) ?? [])
    .join(' – ')
  const parts = [i18n.t(`leads.intents.${lead.intent}`), budget, lead.localities.join(', ')]
  return parts.filter(Boolean).join(' · ')
}
