import {
  type Locality,
  citiesOf,
  findLocality,
  localitiesOf,
  localityKeysWithin,
} from '#kernel/markets/localities'
import type { Address, MarketKey } from '#kernel/markets/market_pack'

/** The locality in which an address lies, where the market knows it: by its name, else by its postcode. */
export function localityOf(address: Address, market: MarketKey): Locality | undefined {
  const { locality, city, postcode } = address
  const all = localitiesOf(market)
  if (locality) return all.find((one) => isCalled(one, locality) && isIn(one, city))
  return postcode ? all.find((one) => one.postcode === postcode) : undefined
}

/** The names of these localities: keys of the market's, keys of whole cities, or names as they are. */
export function localityNames(parts: string[], market: MarketKey): string[] {
  return localityKeysWithin(market, parts).map((key) => findLocality(market, key)?.name ?? key)
}

/** What people call the locality or city with this key; an agency's own is called by its key. */
export function localityName(key: string, market: MarketKey): string {
  const city = citiesOf(market).find((one) => one.key === key)
  return (findLocality(market, key) ?? city)?.name ?? key
}

function isCalled({ name, also }: Locality, typed: string): boolean {
  return [name, ...also].some((one) => one.toLowerCase() === typed.toLowerCase())
}

function isIn({ city: known }: Locality, city: string | null | undefined): boolean {
  return !city || known.toLowerCase() === city.toLowerCase()
}
