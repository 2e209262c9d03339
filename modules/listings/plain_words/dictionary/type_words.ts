import type { MarketKey } from '#kernel/markets/market_pack'

/** Words for a kind of property, by its key; plurals come by themselves. */
export const TYPE_WORDS: Record<string, string> = {
  house: `house, single family, single family home, single family house, sfh, detached house, detached home,
    bungalow, independent house, standalone house, semi detached, semi detached house, stand alone house, family house`,
  apartment: `apartment, apt, appt, flat, condo, condominium, garden flat, flatlet, loft apartment, block of flats`,
  townhouse: `townhouse, town house, town home, townhome, cluster, cluster house, cluster home, simplex, row house,
    row home, terraced house, terrace house`,
  duplex: 'duplex, duplex house, duplex flat',
  villa: 'villa, villament',
  cottage: 'cottage, garden cottage, granny flat, guest cottage, guesthouse, guest house, adu',
  land: `land, plot, plot of land, lot, vacant land, vacant lot, residential plot, building plot, land plot,
    residential land, empty lot, empty plot`,
  farm: 'farm, farmland, farm land, farm house, farmhouse, farm plot, agricultural land, smallholding, small holding',
  office: 'office, office space, office block, office building, office suite, commercial office',
  retail:
    'shop, retail, retail space, retail shop, store front, storefront, showroom, shop space, commercial shop',
  industrial:
    'industrial, warehouse, factory, industrial unit, warehouse space, industrial property, industrial space',
}

/** Words that are those of one market. */
export const MARKET_TYPE_WORDS: Record<MarketKey, Record<string, string>> = {
  US: { townhouse: 'row house', land: 'acreage lot, building lot' },
  ZW: { land: 'stand, residential stand, vacant stand, serviced stand, building stand' },
  IN: { industrial: 'godown, shed', land: 'site, residential site', apartment: 'builder floor' },
}

/** Words for several kinds at once. */
export const WIDE_TYPE_WORDS: [words: string, keys: string[]][] = [
  ['commercial, commercial property, commercial space', ['office', 'retail', 'industrial']],
]

/** A home without a bedroom of its own; where an agency has a type of that name, it is that. */
export const STUDIO_WORDS =
  'studio, studio apartment, studio flat, studio condo, bachelor flat, bedsitter, bedsit, 1rk, 1 rk'

/** Apartments of a certain kind; where an agency has a type of that name, it is that. */
export const SPECIAL_APARTMENTS = 'penthouse, loft'
