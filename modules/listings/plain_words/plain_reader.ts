import { parsePlainWords } from './parse_plain_words.ts'
import { type Parsed, SIZE_UNITS, SORTS, type Vocabulary } from './parsed.ts'
import { isUpright, type Range } from './ranges.ts'
import { isAmount, isOneOf, isRooms, isTermOf, isWholeAmount } from './sound_facts.ts'
import { MOST_ROOMS } from './rooms.ts'
import { readable } from './tokens.ts'

/** Something else that understands words, such as a language model. It may say the same and no more. */
export type PlainReader = (text: string, vocabulary: Vocabulary) => Promise<Parsed>

type Check = (value: unknown, vocabulary: Vocabulary) => boolean

const checks: Record<keyof Parsed, Check> = {
  deal_type: isOneOf(['sale', 'rent']),
  types: (value, { propertyTypes }) => isTermOf(value, propertyTypes),
  beds_min: isRooms,
  beds_max: isRooms,
  baths_min: (value) => typeof value === 'number' && value >= 0 && value <= MOST_ROOMS,
  price_min_minor: isWholeAmount,
  price_max_minor: isWholeAmount,
  currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
  localities: (value, { localities }) => isTermOf(value, localities),
  size_min: isAmount,
  size_max: isAmount,
  size_unit: isOneOf(SIZE_UNITS),
  features: (value, { features }) => isTermOf(value, features),
  sort: isOneOf(SORTS),
  rest: (value) => typeof value === 'string' && value !== '',
}

/** What a reader said, if it says nothing but filters that this agency has; or else undefined. */
export function asParsed(said: unknown, text: string, vocabulary: Vocabulary): Parsed | undefined {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined
  const isKnown = Object.entries(said).every(
    ([key, value]) => Object.hasOwn(checks, key) && checks[key as keyof Parsed](value, vocabulary)
  )
  const parsed = said as Parsed
  return isKnown && isWhole(parsed) && isQuoted(parsed.rest, text) ? parsed : undefined
}

/** A reader that cannot fail: what it says amiss, or does not say, our own parser says. */
export function guarded(reader: PlainReader): PlainReader {
  return async (text, vocabulary) => {
    const said = await reader(text, vocabulary).catch(() => undefined)
    return asParsed(said, text, vocabulary) ?? parsePlainWords(text, vocabulary)
  }
}

/** Amounts have their unit, units their amount, and the lower end is the lower one. */
function isWhole(parsed: Parsed): boolean {
  const beds = { min: parsed.beds_min, max: parsed.beds_max }
  const price = { min: parsed.price_min_minor, max: parsed.price_max_minor }
  const size = { min: parsed.size_min, max: parsed.size_max }
  const isTold = ({ min, max }: Range) => (min ?? max) !== undefined
  return (
    isTold(price) === (parsed.currency !== undefined) &&
    isTold(size) === (parsed.size_unit !== undefined) &&
    [beds, price, size].every(isUpright)
  )
}

/** The rest is in the person's own words. */
function isQuoted(rest: string | undefined, text: string): boolean {
  const typed = readable(text)
  return rest === undefined || rest.split(' ').every((word) => typed.includes(word))
}
