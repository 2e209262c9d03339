import type { MarketKey } from '#kernel/markets/market_pack'

interface Range {
  from: number
  to: number
  /** Prices end on whole multiples of this. */
  step: number
}

/** What homes cost in each market, in whole units of its currency. */
export const prices: Record<MarketKey, { sale: Range; rent: Range }> = {
  US: {
    sale: { from: 320_000, to: 1_450_000, step: 5_000 },
    rent: { from: 1_700, to: 5_200, step: 50 },
  },
  IN: {
    sale: { from: 4_500_000, to: 32_000_000, step: 100_000 },
    rent: { from: 16_000, to: 110_000, step: 1_000 },
  },
  ZW: {
    sale: { from: 45_000, to: 520_000, step: 2_500 },
    rent: { from: 350, to: 2_400, step: 50 },
  },
}
