import {
  MARKET_TYPE_WORDS,
  SPECIAL_APARTMENTS,
  STUDIO_WORDS,
  TYPE_WORDS,
  WIDE_TYPE_WORDS,
} from './dictionary/type_words.ts'
import type { Meaning } from './meaning.ts'
import type { Vocabulary } from './parsed.ts'

type Pair = [words: string, meaning: Meaning]

/** Words for the types of property that the agency has: its own first, then common ones. */
export function typeMeanings({ propertyTypes, market }: Vocabulary): Pair[] {
  const keys = new Set(propertyTypes.map(({ key }) => key))
  const own = propertyTypes.flatMap(({ key, words = [] }) =>
    [key.replaceAll('_', ' '), ...words].map((word) => pair(word, [key]))
  )
  const common = [...keys].flatMap((key) =>
    listed(MARKET_TYPE_WORDS[market][key], TYPE_WORDS[key]).map((word) => pair(word, [key]))
  )
  return [...own, ...common, ...wide(keys), ...(keys.has('apartment') ? apartments(keys) : [])]
}

function wide(keys: Set<string>): Pair[] {
  return WIDE_TYPE_WORDS.flatMap(([words, all]) => {
    const values = all.filter((key) => keys.has(key))
    return values.length > 0 ? listed(words).map((word) => pair(word, values)) : []
  })
}

function apartments(keys: Set<string>): Pair[] {
  const studio: Meaning = keys.has('studio')
    ? { kind: 'type', values: ['studio'] }
    : { kind: 'type', values: ['apartment'], beds: 0 }
  const special: Meaning = { kind: 'type', values: ['apartment'], kept: true }
  return [
    ...listed(STUDIO_WORDS).map((word): Pair => [word, studio]),
    ...listed(SPECIAL_APARTMENTS).map((word): Pair => [word, special]),
  ]
}

function pair(word: string, values: string[]): Pair {
  return [word, { kind: 'type', values }]
}

function listed(...lists: (string | undefined)[]): string[] {
  return lists.flatMap((list) => list?.split(',').map((word) => word.trim()) ?? [])
}
