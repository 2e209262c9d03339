import type { ListingDraft, PropertyDraft } from '#modules/listings'
import type { Address, MarketPack } from '#kernel/markets/market_pack'
import type Lead from './models/lead.ts'

/** What a lead said of its home in words of its own. */
export function wordsOf({ message, sourceDetail }: Lead): string {
  const answers = Object.entries(sourceDetail.answers ?? {})
  return [message ?? '', ...answers.map(([name, text]) => `${name}: ${text}`)].join('\n')
}

/** The part of a town in which the home is: of a seller who named one alone, that one. */
export function localityOf({ address, localities }: Lead): string | undefined {
  const [only, ...others] = localities
  return address.locality ?? (others.length === 0 ? only : undefined)
}

/** Where the home is, in the parts of which addresses are made here. */
export function placeOf(lead: Lead, market: MarketPack): Address {
  const locality = localityOf(lead)
  const isAsked = market.address.fields.some(({ part }) => part === 'locality')
  return isAsked && locality ? { ...lead.address, locality } : lead.address
}

/**
 * What a lead knows of the home that it offers, as a listing begins with it. What was written to
 * the agency is no advertisement: the description is left to the agent.
 */
export function offerOf(lead: Lead, property: PropertyDraft, market: MarketPack) {
  return {
    dealType: lead.intent === 'let' ? 'rent' : 'sale',
    // Nobody converts money unasked: a price in another currency is typed anew.
    price: lead.currency === market.currency ? lead.askingPriceMinor : null,
    address: placeOf(lead, market),
    property,
  } satisfies Partial<ListingDraft>
}
