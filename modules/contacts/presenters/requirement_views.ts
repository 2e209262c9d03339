import type { HttpContext } from '@adonisjs/core/http'
import { dayMoment } from '#app/records'
import { formatPrice, majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Contact from '../models/contact.ts'
import ContactRequirement from '../models/contact_requirement.ts'

/** As many as a page shows, newest first: nobody looks for more. */
const MOST = 20

/** What a contact looks for, as its page shows it. */
export async function requirementViews(ctx: HttpContext, contact: Contact) {
  const requirements = await ContactRequirement.query()
    .where('contact_id', contact.id)
    .orderBy('id', 'desc')
    .limit(MOST)
  return requirements.map((requirement) => ({
    ...factsOf(requirement),
    url: `/app/contacts/${contact.id}/requirements/${requirement.id}`,
    title: titleOf(ctx, requirement),
    lines: linesOf(ctx, requirement),
  }))
}

/** The plain facts, for whoever fills the outlet: amounts as people type them. */
function factsOf(requirement: ContactRequirement) {
  const { id, dealType, types, localities, features, sizeUnit } = requirement
  const { bedsMin, bathsMin, sizeMin, currency } = requirement
  return {
    ...{ id, dealType, types, localities, features, bedsMin, bathsMin, sizeMin, sizeUnit },
    currency,
    budgetFrom: typedBudget(requirement.budgetFromMinor, currency),
    budgetTo: typedBudget(requirement.budgetToMinor, currency),
  }
}

export function typedBudget(minor: number | null, currency: string): string | undefined {
  return minor === null ? undefined : majorUnits(minor, currency)
}

function titleOf({ i18n }: HttpContext, { dealType, types }: ContactRequirement): string {
  const what = types.map((type) => i18n.t(`contacts.requirements.types.${type}`)).join(', ')
  return i18n.t(`contacts.requirements.wants.${dealType}`, { what: what || 'any' })
}

/** Everything else, a line for each part that was said. */
function linesOf(ctx: HttpContext, requirement: ContactRequirement): string[] {
  const { i18n, tenant } = ctx
  const { bedsMin, bathsMin, sizeMin, sizeUnit, moveInOn } = requirement
  const said = (key: string, facts: object) => i18n.t(`contacts.requirements.said.${key}`, facts)
  const rooms = [
    bedsMin === null ? null : said('beds', { count: bedsMin }),
    bathsMin === null ? null : said('baths', { count: bathsMin }),
    sizeMin === null ? null : said(`size_${sizeUnit}`, { size: sizeMin }),
  ]
  const when = [
    requirement.timing && i18n.t(`contacts.requirements.timings.${requirement.timing}`),
    moveInOn && said('move_in', { day: dayMoment(moveInOn, tenant as TenantSnapshot).exact }),
  ]
  return [
    budgetOf(ctx, requirement),
    requirement.localities.join(', '),
    rooms.filter(Boolean).join(' · '),
    requirement.features.map((one) => i18n.t(`contacts.requirements.features.${one}`)).join(', '),
    when.filter(Boolean).join(' · '),
    requirement.household,
    requirement.dealBreakers && said('never', { what: requirement.dealBreakers }),
  ].filter((line): line is string => Boolean(line))
}

function budgetOf({ i18n, tenant }: HttpContext, requirement: ContactRequirement): string | null {
  const { budgetFromMinor: from, budgetToMinor: to, currency, dealType } = requirement
  if (from === null && to === null) return null
  const { locale } = marketPack(tenant!.market)
  const written = (minor: number | null) =>
    minor === null ? 'none' : formatPrice(minor, currency, locale)
  const facts = { from: written(from), to: written(to), deal: dealType }
  return i18n.t('contacts.requirements.said.budget', facts)
}
