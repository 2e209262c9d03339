import { majorUnits } from '#kernel/markets/money'
import type { Parsed, Vocabulary } from '../../../plain_words/parsed.ts'

const SORTS: Record<string, string> = {
  'price': 'cheapest first',
  '-price': 'most expensive first',
  'size': 'smallest first',
  '-size': 'largest first',
  'created': 'oldest first',
  '-created': 'newest first',
}

/** Says in words what was understood, as somebody could have typed it. */
export function say(parsed: Parsed, vocabulary: Vocabulary): string {
  const deals = { sale: 'for sale', rent: 'to rent' }
  const parts = [
    bedrooms(parsed),
    range(parsed.baths_min, undefined, 'bathrooms'),
    (parsed.types ?? []).join(', '),
    parsed.deal_type && deals[parsed.deal_type],
    (parsed.features ?? []).map((key) => `with ${key.replaceAll('_', ' ')}`).join(', '),
    range(parsed.size_min, parsed.size_max, parsed.size_unit ?? ''),
    price(parsed),
    places(parsed, vocabulary),
    parsed.sort && SORTS[parsed.sort],
  ]
  return parts.filter(Boolean).join(', ')
}

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined) return max === undefined ? '' : `at most ${max} ${unit}`
  if (max === undefined) return `at least ${min} ${unit}`
  return `${min} to ${max} ${unit}`
}

/** "3 bedrooms" are exactly 3; any other number alone is a bound. */
function bedrooms({ beds_min: min, beds_max: max }: Parsed): string {
  return min !== undefined && min === max ? `${min} bedrooms` : range(min, max, 'bedrooms')
}

function price({ price_min_minor: min, price_max_minor: max, currency = '' }: Parsed): string {
  const amount = (minor: number) => `${currency} ${majorUnits(minor, currency)}`
  if (min === undefined) return max === undefined ? '' : `at most ${amount(max)}`
  if (max === undefined) return `at least ${amount(min)}`
  return `${amount(min)} to ${amount(max)}`
}

function places({ localities = [] }: Parsed, vocabulary: Vocabulary): string {
  const known = vocabulary.localities.filter(({ key }) => localities.includes(key))
  return known.map(({ name }) => `in ${name}`).join(' or ')
}
