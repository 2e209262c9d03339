import { almostSame, spelled } from '#app/imports'
import type { KnownField } from './contact_fields.ts'
import { HEADING_WORDS } from './heading_words.ts'

type Meaning = KnownField | 'unknown'

const ADDRESS_FIELDS = ['address_line', 'locality', 'city', 'state', 'postcode', 'country']
const OWNERS =
  'home|business|work|office|other|mailing|billing|shipping|primary|main|residential|current|property|company|permanent'

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
  const meaning = MEANINGS.get(plain) ?? addressMeaning(plain) ?? nearestMeaning(plain)
  return meaning === 'unknown' ? undefined : meaning
}

export function isAddressField(field: string | undefined): boolean {
  return field !== undefined && ADDRESS_FIELDS.includes(field)
}

/** Which address of several a heading belongs to: "home", "business", "address 2", or "" for the only one. */
export function addressOwner(heading: string): string {
  const owner = new RegExp(`^(${OWNERS}|address \\d+)\\s+\\S`).exec(spelled(heading))
  return owner?.[1] ?? ''
}

/** "Business postal code" is a postal code. */
function addressMeaning(plain: string): Meaning | undefined {
  const part = MEANINGS.get(plain.replace(new RegExp(`^(${OWNERS})\\s+(address\\s+)?`), ''))
  return isAddressField(part) ? part : undefined
}

function nearestMeaning(plain: string): Meaning | undefined {
  const word = MEANINGS.keys().find((candidate) => almostSame(candidate, plain))
  return word === undefined ? undefined : MEANINGS.get(word)
}
