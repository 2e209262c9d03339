import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import type { MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { features, propertyTypes } from './listing_words.ts'
import type { Vocabulary } from './plain_words/parsed.ts'

const kept = new Map<MarketKey, Vocabulary>()

/** What can be asked for in plain words where this market's places are known. One object for each. */
export function vocabularyOf(market: MarketKey): Vocabulary {
  const known = kept.get(market) ?? newVocabulary(market)
  kept.set(market, known)
  return known
}

function newVocabulary(market: MarketKey): Vocabulary {
  const { currency, areaUnit } = marketPack(market)
  return {
    market,
    currency,
    areaUnit,
    localities: [...localitiesOf(market), ...citiesOf(market)],
    propertyTypes: propertyTypes.map((key) => ({ key })),
    features: features.map((key) => ({ key })),
  }
}
