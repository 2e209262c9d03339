import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import type { MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { features, propertyTypes } from '../listing_words.ts'
import type { Vocabulary } from './parsed.ts'

const kept = new Map<MarketKey, Vocabulary>()

/** What every agency of a market knows. Those without places of their own share the one object. */
export function marketVocabulary(market: MarketKey): Vocabulary {
  const known = kept.get(market)
  if (known) return known
  const { currency, areaUnit } = marketPack(market)
  const vocabulary = {
    market,
    currency,
    areaUnit,
    localities: [...localitiesOf(market), ...citiesOf(market)],
    propertyTypes: propertyTypes.map((key) => ({ key })),
    features: features.map((key) => ({ key })),
  }
  kept.set(market, vocabulary)
  return vocabulary
}
