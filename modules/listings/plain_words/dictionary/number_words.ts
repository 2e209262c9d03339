import type { MarketKey } from '#kernel/markets/market_pack'
import type { SizeUnit } from '../parsed.ts'

const ONES = 'one two three four five six seven eight nine'.split(' ')
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** "one" to "ninety nine", in their order. */
export const NUMBERS = [
  ...ONES,
  ...TEENS,
  ...TENS.flatMap((ten) => [ten, ...ONES.map((one) => `${ten} ${one}`)]),
]

export const FRACTIONS: Record<string, number> = {
  'half': 0.5,
  'half an': 0.5,
  'half a': 0.5,
  'quarter': 0.25,
  'a quarter': 0.25,
  'quarter of an': 0.25,
  'three quarters of an': 0.75,
}

/** After a number, or after another of them. */
export const SCALES: Record<string, number> = {
  hundred: 100,
  ...same(1_000, 'k, thousand, thousands, grand, hazar, hajar'),
  ...same(100_000, 'l, lac, lacs, lakh, lakhs, lkh, lk'),
  ...same(1_000_000, 'm, mm, mn, mil, mill, mio, million, millions'),
  ...same(10_000_000, 'cr, crs, crore, crores'),
}

export const CURRENCIES: Record<string, string> = {
  ...same('USD', '$, us$, usd, u$, usd$, $us, dollar, dollars, bucks, us dollars'),
  ...same('INR', '₹, rs, inr, rupee, rupees'),
  ...same('ZAR', 'zar, rand, rands'),
  ...same('ZWG', 'z$, zw$, zwg, zig, zwl'),
  ...same('EUR', '€, eur, euro, euros'),
  ...same('GBP', '£, gbp'),
}

/** Signs that are money in one market only, and only before a number. */
export const MARKET_CURRENCIES: Partial<Record<MarketKey, Record<string, string>>> = {
  ZW: { r: 'ZAR' },
}

/** After "a" they count: "a million". */
export const COUNTED_BY_A = new Set('hundred thousand million lac lakh crore'.split(' '))

/** What an area is counted in, as a unit that listings have and how many of it. */
export const AREAS: Record<string, { unit: SizeUnit; factor: number }> = {
  ...same(
    { unit: 'sqft', factor: 1 },
    `sqft, sq ft, sqft., sq feet, sq foot, sqfeet, square feet, square foot, square ft, sft, sf, sq fts, sqfts, ft2`
  ),
  ...same(
    { unit: 'sqm', factor: 1 },
    `sqm, sq m, sqms, sq mt, sq mtr, sq mtrs, sq mts, sq metre, sq metres, sq meter, sq meters, sqmt, sqmtr, square metre,
     square metres, square meter, square meters, m2, sq mtr, m sq, square m`
  ),
  ...same(
    { unit: 'sqft', factor: 9 },
    'sq yd, sq yds, sq yard, sq yards, square yard, square yards, gaj'
  ),
  ...same({ unit: 'acre', factor: 1 }, 'acre, acres, ac'),
  ...same({ unit: 'hectare', factor: 1 }, 'hectare, hectares, ha'),
  ...same({ unit: 'sqft', factor: 1089 }, 'guntha, gunthas, guntas, gunta'),
  ...same({ unit: 'sqft', factor: 435.6 }, 'cent, cents'),
}

function same<Value>(value: Value, words: string): Record<string, Value> {
  return Object.fromEntries(words.split(',').map((word) => [word.trim(), value]))
}
