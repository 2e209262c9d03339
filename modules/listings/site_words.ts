import type { MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { perUnit, squareMetres } from './areas.ts'
import { parsePlainWords } from './plain_words/parse_plain_words.ts'
import type { Parsed } from './plain_words/parsed.ts'
import { queryOf } from './plain_words/query.ts'
import { siteVocabulary } from './queries/agency_vocabulary.ts'

/**
 * What somebody typed in plain words, as the filters of an address: what was there before stays
 * where the words say nothing of it. Words that no filter expresses stay words, and `read` says
 * so, lest they be read again.
 */
export async function askedInWords(
  asked: Record<string, unknown>
): Promise<Record<string, string> | null> {
  const { q, read, ...others } = asked
  if (typeof q !== 'string' || q.trim() === '' || read !== undefined) return null
  const vocabulary = await siteVocabulary()
  const parsed = parsePlainWords(q, vocabulary)
  const { q: rest, size_unit: unit, ...said } = queryOf(inMarketUnits(parsed, vocabulary.market))
  if (Object.keys(said).length === 0) return null
  const before = Object.entries(others).filter(([name, value]) => isKept(name) && value !== '')
  const kept = Object.fromEntries(before.map(([name, value]) => [name, String(value)]))
  return { ...kept, ...said, ...(rest ? { q: rest, read: 'yes' } : {}) }
}

/** A new question begins at the first page. */
function isKept(name: string): boolean {
  return !['after', 'before'].includes(name) && !name.startsWith('utm_')
}

function inMarketUnits(parsed: Parsed, market: MarketKey): Parsed {
  const { size_unit: unit, size_min: least, size_max: most } = parsed
  const { areaUnit } = marketPack(market)
  if (!unit || unit === areaUnit) return parsed
  const inUnit = (size: number) => Math.round(squareMetres(size, unit) / perUnit(1, areaUnit))
  return {
    ...parsed,
    ...(least === undefined ? {} : { size_min: inUnit(least) }),
    ...(most === undefined ? {} : { size_max: inUnit(most) }),
  }
}
