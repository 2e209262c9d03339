import { almostSame, spelled } from '#app/imports'
import { HEADING_WORDS } from './heading_words.ts'
import type { KnownField } from './lead_fields.ts'

type Meaning = KnownField | 'unknown'

const MEANINGS = new Map(
  Object.entries(HEADING_WORDS).flatMap(([meaning, words]) =>
    words.split(/,\s*/).map((word) => [word, meaning as Meaning] as const)
  )
)

/** The field that a heading names, in the exact words or nearly so; undefined where it names none. */
export function fieldOfHeading(heading: string): KnownField | undefined {
  const plain = spelled(heading)
    .replaceAll(/\b\d+\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const meaning = MEANINGS.get(plain) ?? nearestMeaning(plain)
  return meaning === 'unknown' ? undefined : meaning
}

function nearestMeaning(plain: string): Meaning | undefined {
  const word = MEANINGS.keys().find((candidate) => almostSame(candidate, plain))
  return word === undefined ? undefined : MEANINGS.get(word)
}
