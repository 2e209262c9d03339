import { citiesOf, findLocality, localityKeysWithin } from '#kernel/markets/localities'
import type { Address, MarketKey } from '#kernel/markets/market_pack'
import type { KnownPlace } from '#kernel/places/place_provider'

/** The one of these places in which an address lies: by its name, else by its postcode. */
export function localityOf(address: Address, places: KnownPlace[]): KnownPlace | undefined {
  const { locality, city, postcode } = address
  if (locality) return places.find((one) => isCalled(one, locality) && isIn(one, city))
  return postcode ? places.find((one) => one.postcode === postcode) : undefined
}

/** The names of these localities: keys of the market's, keys of whole cities, or names of the agency's `own`. */
export function localityNames(
  parts: string[],
  market: MarketKey,
  own: KnownPlace[] = []
): string[] {
  return localityKeysWithin(market, parts).map((key) => {
    const known = findLocality(market, key) ?? own.find((place) => isCalled(place, key))
    return known?.name ?? key
  })
}

/** What people call the locality or city with this key; an agency's own is called by its key. */
export function localityName(key: string, market: MarketKey): string {
  const city = citiesOf(market).find((one) => one.key === key)
  return (findLocality(market, key) ?? city)?.name ?? key
}

export function isCalled({ name, also }: Pick<KnownPlace, 'name' | 'also'>, typed: string) {
  return [name, ...also].some((one) => one.toLowerCase() === typed.toLowerCase())
}

function isIn({ city: known }: KnownPlace, city: string | null | undefined): boolean {
  return !city || !known || known.toLowerCase() === city.toLowerCase()
}
