import { INDIA } from './india.ts'
import type { MarketKey, MarketPack } from './market_pack.ts'
import { UNITED_STATES } from './united_states.ts'
import { ZIMBABWE } from './zimbabwe.ts'

const PACKS: Record<MarketKey, MarketPack> = { ZW: ZIMBABWE, IN: INDIA, US: UNITED_STATES }

/** The keys of all markets, in the order in which sign-up offers them. */
export const MARKET_KEYS = Object.keys(PACKS) as MarketKey[]

/** The pack of a market. Throws a RangeError for a key that names none. */
export function marketPack(key: string): MarketPack {
  if (!isMarketKey(key)) throw new RangeError(`There is no market pack "${key}"`)
  return PACKS[key]
}

/** Tells whether `key` names a market. */
export function isMarketKey(key: string): key is MarketKey {
  return Object.hasOwn(PACKS, key)
}
