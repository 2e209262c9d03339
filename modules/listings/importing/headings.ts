import { almostSame, spelled } from '#app/imports'
import { type Feature, features } from '../listing_words.ts'
import { HEADING_WORDS } from './heading_words.ts'
import type { ListingField } from './listing_fields.ts'

type Meaning = ListingField | 'unknown'

const MEANINGS = new Map(
  Object.entries(HEADING_WORDS).flatMap(([meaning, words]) =>
    words.split(/,\s*/).map((word) => [word, meaning as Meaning] as const)
  )
)

const FEATURES = new Map(features.map((feature) => [feature.replaceAll('_', ' '), feature]))

/** The field that a heading names, in the exact words or nearly so; undefined where it names none. */
export function fieldOfHeading(heading: string): ListingField | undefined {
  const whole = spelled(heading)
  const plain = whole
    .replaceAll(/\b\d+\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (FEATURES.has(plain)) return 'features'
  const meaning = MEANINGS.get(whole) ?? MEANINGS.get(plain) ?? nearestMeaning(plain)
  return meaning === 'unknown' ? undefined : meaning
}

/** The feature that a column is called by: "Pool" with its yes and no. */
export function featureOfHeading(heading: string): Feature | undefined {
  return FEATURES.get(spelled(heading))
}

function nearestMeaning(plain: string): Meaning | undefined {
  const word = MEANINGS.keys().find((candidate) => almostSame(candidate, plain))
  return word === undefined ? undefined : MEANINGS.get(word)
}
