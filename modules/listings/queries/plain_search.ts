import { searchWords } from '#app/records'
import type { Parsed } from '../plain_words/parsed.ts'
import { parsePlainWords } from '../plain_words/parse_plain_words.ts'
import { queryOf } from '../plain_words/query.ts'
import { agencyVocabulary } from './agency_vocabulary.ts'
import { inOneText } from './filter_text.ts'

type Asked = Record<string, unknown>

export interface PlainSearch {
  /** What was understood of the words. */
  parsed: Parsed
  /** All that is asked: filters that stand there by themselves win over what words say. */
  asked: Asked
}

/** Ends of one measure: who says one of them has said it all. */
const WHOLES = [
  ['beds_min', 'beds_max'],
  ['price_min', 'price_max', 'currency'],
  ['size_min', 'size_max', 'size_unit'],
]

/** Understands the plain words in `q`; null where none of them is a filter, or where they stand in quotes. */
export async function plainSearch(asked: Asked): Promise<PlainSearch | null> {
  const words = searchWords(inOneText(asked.q))
  if (words === '' || words.startsWith('"')) return null
  const parsed = parsePlainWords(words, await agencyVocabulary())
  const { q: rest, ...filters } = queryOf(parsed)
  if (Object.keys(filters).length === 0) return null
  const explicit = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'q'))
  const told = new Set(
    Object.keys(explicit).flatMap((name) => WHOLES.find((all) => all.includes(name)) ?? name)
  )
  const added = Object.entries(filters).filter(([name]) => !told.has(name))
  return { parsed, asked: { ...explicit, ...Object.fromEntries(added), ...(rest && { q: rest }) } }
}
