import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import type { MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import type { Vocabulary } from '../../../plain_words/parsed.ts'

const TYPES =
  'house apartment townhouse duplex villa cottage land farm office retail industrial other'
const FEATURES = `air_conditioning backup_power balcony basement borehole clubhouse fireplace furnished garage garden
  gated gym lift parking pets_welcome pool renovated security solar staff_quarters view waterfront`

export const vocabularies: Record<MarketKey, Vocabulary> = {
  US: vocabularyOf('US'),
  ZW: vocabularyOf('ZW'),
  IN: vocabularyOf('IN'),
}

/** What an agency of that market knows before it adds words of its own. */
export function vocabularyOf(market: MarketKey): Vocabulary {
  const { currency, areaUnit } = marketPack(market)
  return {
    market,
    currency,
    areaUnit,
    localities: [...localitiesOf(market), ...citiesOf(market)],
    propertyTypes: termsOf(TYPES),
    features: termsOf(FEATURES),
  }
}

function termsOf(keys: string): { key: string }[] {
  return keys.split(/\s+/).map((key) => ({ key }))
}
