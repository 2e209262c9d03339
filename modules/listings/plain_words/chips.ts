import type { Parsed } from './parsed.ts'
import { queryOf } from './query.ts'

/** One thing that was understood, to be shown, changed or taken away by itself. */
export interface Chip {
  key: ChipKey
  /** i18n key of the sentence that says it. */
  text: string
  /** What the sentence speaks of; amounts in minor units, places and terms by their key. */
  facts: Record<string, string | number>
  /** The part of the list's address that it stands for. */
  query: Record<string, string>
}

const NAMES = {
  deal_type: ['deal_type'],
  types: ['types'],
  beds: ['beds_min', 'beds_max'],
  baths: ['baths_min'],
  price: ['price_min_minor', 'price_max_minor', 'currency'],
  localities: ['localities'],
  size: ['size_min', 'size_max', 'size_unit'],
  features: ['features'],
  sort: ['sort'],
  rest: ['rest'],
} satisfies Record<string, (keyof Parsed)[]>

export type ChipKey = keyof typeof NAMES

const KEYS = Object.keys(NAMES) as ChipKey[]

/** What was understood, thing by thing; of a list, each member is one. */
export function chipsOf(parsed: Parsed): Chip[] {
  return KEYS.flatMap((key) => partsOf(parsed, key).map((part) => chipOf(key, part)))
}

/** What is left when somebody takes `chip` away. */
export function without(parsed: Parsed, chip: Chip): Parsed {
  const left = KEYS.flatMap((key) =>
    partsOf(parsed, key).map((part) => [chipOf(key, part), part] as const)
  )
  const kept = left.filter(([one]) => !isSame(one, chip)).map(([, part]) => part)
  return kept.reduce(merged, {})
}

function chipOf(key: ChipKey, part: Parsed): Chip {
  const pairs = Object.entries(part).map(([name, value]) => [factName(name), [value].flat()[0]])
  const facts = Object.fromEntries(pairs) as Chip['facts']
  return { key, text: `listings.plain_words.${key}.${formOf(facts)}`, facts, query: queryOf(part) }
}

/** `parsed` narrowed to one thing. */
function partsOf(parsed: Parsed, key: ChipKey): Parsed[] {
  const names: readonly (keyof Parsed)[] = NAMES[key]
  const told = names.filter((name) => parsed[name] !== undefined)
  if (told.length === 0) return []
  const value = parsed[told[0]]
  if (Array.isArray(value)) return value.map((member) => ({ [key]: [member] }))
  return [Object.fromEntries(told.map((name) => [name, parsed[name]])) as Parsed]
}

/** Which sentence says it: "3 beds", "3 to 4 beds", "at least 3 beds", "at most 3 beds". */
function formOf({ min, max }: Chip['facts']): 'one' | 'between' | 'from' | 'to' {
  if (min === max) return 'one'
  if (min === undefined) return 'to'
  return max === undefined ? 'from' : 'between'
}

/** "beds_min" and "price_min_minor" are both the `min` of their sentence. */
function factName(name: string): string {
  return /_(min|max|unit)/.exec(name)?.[1] ?? (name === 'currency' ? name : 'value')
}

function isSame(one: Chip, other: Chip): boolean {
  return one.key === other.key && JSON.stringify(one.query) === JSON.stringify(other.query)
}

function merged(one: Parsed, other: Parsed): Parsed {
  const lists = Object.entries(other).map(([name, value]) => {
    const before = one[name as keyof Parsed]
    return [name, Array.isArray(before) ? [...before, ...(value as string[])] : value]
  })
  return { ...one, ...Object.fromEntries(lists) }
}
