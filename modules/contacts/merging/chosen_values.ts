import { channels } from '../contact_words.ts'
import type Contact from '../models/contact.ts'
import { CONSENT, type FieldValues, isEmpty, isSame, strictest, valuesOf } from './merge_fields.ts'

export type Side = 'mine' | 'other'

/** Which of the two gives a field, by its key. */
export type Choices = Record<string, Side>

/** The side that is chosen from the start: the survivor's own, unless there is nothing in it. */
export function sideFor(mine: Record<string, unknown>, other: Record<string, unknown>): Side {
  return isEmpty(mine) && !isEmpty(other) ? 'other' : 'mine'
}

export interface Change {
  before: FieldValues
  after: FieldValues
}

/** What changes about the survivor, field by field; consent is not a matter of choice. */
export function changesFor(survivor: Contact, other: Contact, choices: Choices): Change {
  const mine = { ...valuesOf(survivor, { other }), ...consentOf(survivor) }
  const theirs = valuesOf(other, { other: survivor })
  const wanted: FieldValues = strictestOf(survivor, other)
  for (const [key, value] of Object.entries(theirs)) {
    const side = choices[key] ?? sideFor(mine[key], value)
    if (side === 'other') wanted[key] = value
  }
  const changed = Object.keys(wanted).filter((key) => !isSame(mine[key], wanted[key]))
  return { before: only(mine, changed), after: only(wanted, changed) }
}

function consentOf({ consent }: Contact): FieldValues {
  return Object.fromEntries(
    channels.map((channel) => [CONSENT + channel, { value: consent[channel] ?? null }])
  )
}

function strictestOf(survivor: Contact, other: Contact): FieldValues {
  return Object.fromEntries(
    channels.map((channel) => [
      CONSENT + channel,
      { value: strictest(survivor.consent[channel], other.consent[channel]) },
    ])
  )
}

function only(values: FieldValues, keys: string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}
