import { marketPack } from '#kernel/markets/packs'
import { FEATURE_WORDS } from './dictionary/feature_words.ts'
import { AFTER_NUMBER, GRAMMAR, NOISE } from './dictionary/grammar_words.ts'
import {
  AREAS,
  CURRENCIES,
  FRACTIONS,
  MARKET_CURRENCIES,
  NUMBERS,
  SCALES,
} from './dictionary/number_words.ts'
import type { Meaning } from './meaning.ts'
import type { Place, Vocabulary } from './parsed.ts'
import { Phrases } from './phrases.ts'
import { KnownWords } from './spelling.ts'
import { typeMeanings } from './type_meanings.ts'

/** Everything that words can mean to an agency, ready to be looked up. */
export interface Lexicon {
  phrases: Phrases
  /** What some words mean only after a number: "k", "m2", "floors". */
  afterNumber: Phrases
  words: KnownWords
}

const prepared = new WeakMap<Vocabulary, Lexicon>()

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = prepared.get(vocabulary)
  if (known) return known
  const lexicon = prepare(vocabulary)
  prepared.set(vocabulary, lexicon)
  return lexicon
}

/** What is added first stays: no locality can take the meaning of "under" or "house" away. */
function prepare(vocabulary: Vocabulary): Lexicon {
  const { phrases: common, afterNumber } = (fixed ??= fixedWords())
  const phrases = new Phrases(common)
  for (const [words, value] of Object.entries(MARKET_CURRENCIES[vocabulary.market] ?? {}))
    phrases.add(words, { kind: 'currency', value, isBefore: true })
  addTerms(phrases, vocabulary)
  for (const word of NOISE.split(/\s+/)) phrases.add(word, { kind: 'noise' })
  addRegions(phrases, vocabulary)
  return { phrases, afterNumber, words: new KnownWords([phrases, afterNumber]) }
}

/** The price of a square foot narrows nothing. */
const PER_AREA: Meaning = { kind: 'unit', unit: { of: 'other' } }

/** What words mean to everybody: prepared once in a process. */
let fixed: Omit<Lexicon, 'words'> | undefined

function fixedWords(): Omit<Lexicon, 'words'> {
  const phrases = new Phrases()
  for (const [words, meaning] of GRAMMAR) phrases.addAll(words, meaning)
  for (const [words, value] of Object.entries(CURRENCIES))
    phrases.add(words, { kind: 'currency', value })
  for (const [words, value] of Object.entries(FRACTIONS))
    phrases.add(words, { kind: 'number', value })
  NUMBERS.forEach((word, index) => phrases.add(word, { kind: 'number', value: index + 1 }))
  for (const words of Object.keys(AREAS)) phrases.add(`per ${words}`, PER_AREA)
  phrases.add(',', { kind: 'comma' })
  return { phrases, afterNumber: wordsAfterNumbers() }
}

function addTerms(phrases: Phrases, vocabulary: Vocabulary): void {
  for (const [words, meaning] of typeMeanings(vocabulary)) phrases.addTerm(words, meaning)
  for (const { key, words = [] } of vocabulary.features) {
    const synonyms = FEATURE_WORDS[key]?.split(',') ?? []
    for (const word of [key.replaceAll('_', ' '), ...words, ...synonyms])
      phrases.addTerm(word, { kind: 'feature', value: key })
  }
  for (const place of vocabulary.localities) addPlace(phrases, place)
}

function addPlace(phrases: Phrases, { key, name, postcode = '', also }: Place): void {
  for (const words of [name, postcode, ...also]) phrases.addPlace(words, key)
}

function addRegions(phrases: Phrases, { market }: Vocabulary): void {
  const states = marketPack(market).address.fields.flatMap(({ options = [] }) => options)
  const countries = ['usa', 'united states', 'zimbabwe', 'zim', 'zw', 'india']
  const names = states.flatMap(({ value, label, also }) => [value, label, ...also])
  for (const words of [...countries, ...names]) phrases.add(words, { kind: 'region' })
}

function wordsAfterNumbers(): Phrases {
  const phrases = new Phrases()
  for (const [words, area] of Object.entries(AREAS)) {
    phrases.add(words, { kind: 'unit', unit: { of: 'area', ...area } })
    phrases.add(`/${words}`, PER_AREA)
  }
  for (const [words, value] of Object.entries(SCALES)) phrases.add(words, { kind: 'scale', value })
  for (const [words, meaning] of AFTER_NUMBER) phrases.addAll(words, meaning as Meaning)
  return phrases
}
