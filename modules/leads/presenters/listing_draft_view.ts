import type { HttpContext } from '@adonisjs/core/http'
import { homeInWords, propertyTypes } from '#modules/listings'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Lead from '../models/lead.ts'
import { localityOf, placeOf, wordsOf } from '../offered_home.ts'
import { contactChoices } from './contact_choices.ts'
import { writtenPrice } from './prices.ts'

/** What goes into the draft of a lead's listing, and what only a person can say. */
export async function listingDraftView(ctx: HttpContext, lead: Lead) {
  const { type, ...home } = await homeInWords(wordsOf(lead))
  return {
    lead,
    url: `/app/leads/${lead.id}`,
    known: await contactChoices(ctx, lead),
    types: propertyTypes,
    type,
    facts: factsOf(ctx, lead, home),
  }
}

/** How a drafted listing is called until somebody finds better words. */
export function draftTitle({ i18n }: HttpContext, lead: Lead, type: string): string {
  const place = localityOf(lead) ?? lead.address.city
  const facts = { type: i18n.t(`listings.types.${type}`), deal: lead.intent ?? '' }
  const title = place
    ? i18n.t('leads.listing.title_in', { ...facts, place })
    : i18n.t('leads.listing.title_alone', facts)
  return title.slice(0, 160)
}

type Home = Omit<Awaited<ReturnType<typeof homeInWords>>, 'type'>

function factsOf(ctx: HttpContext, lead: Lead, home: Home) {
  const { i18n } = ctx
  const tenant = ctx.tenant as TenantSnapshot
  const say = (key: string, value?: string | number | null) => ({
    label: i18n.t(`listings.fields.${key}`),
    value,
  })
  const area = (value?: number | null, unit?: string | null) =>
    value && unit ? `${i18n.formatNumber(value)} ${i18n.t(`listings.units.${unit}`)}` : null
  const market = marketPack(tenant.market)
  const deal = lead.intent === 'let' ? 'rent' : 'sale'
  return [
    say('deal_type', i18n.t(`listings.deal_types.${deal}`)),
    say('price', writtenPrice(lead.askingPriceMinor, lead.currency, tenant)),
    say('address', addressLines(placeOf(lead, market), market).join(', ')),
    say('beds', home.beds),
    say('baths', home.baths),
    say('size', area(home.size, home.sizeUnit)),
    say('plot', area(home.plot, home.plotUnit)),
    say('features', home.features?.map((one) => i18n.t(`listings.features.${one}`)).join(', ')),
  ]
}
