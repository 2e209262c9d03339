import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import { type FieldValues, isEmpty, isSame, isStricter, valuesOf } from './merge_fields.ts'

export type Side = 'mine' | 'other'

/** Which of the two gives a field, by its key. */
export type Choices = Record<string, Side>

interface Both {
  survivor: Listing
  other: Listing
}

/** The sides that are chosen from the start: the survivor's own where it says anything; fewer people see it. */
export function sidesFor({ survivor, other }: Both): Choices {
  const mine = valuesOf(survivor, { other })
  const theirs = valuesOf(other, { other: survivor })
  const sides = Object.keys(mine).map((key): [string, Side] => [
    key,
    isEmpty(mine[key]) && !isEmpty(theirs[key]) ? 'other' : 'mine',
  ])
  return { ...Object.fromEntries(sides), ...stricterSides({ survivor, other }), ...fixedSides() }
}

/** What one of the two keeps from the public stays kept from it. */
function stricterSides({ survivor, other }: Both): Choices {
  return {
    visibility: isStricter(other.visibility, survivor.visibility) ? 'other' : 'mine',
    hides_address: other.hidesAddress ? 'other' : 'mine',
  }
}

/** What this person may not choose: whoever may not assign a listing does not by merging. */
function fixedSides(): Choices {
  return currentActor().can('listings.assign') ? {} : { agent: 'mine' }
}

export interface Change {
  before: FieldValues
  after: FieldValues
}

/** What changes about the survivor, field by field. */
export function changesFor(both: Both, choices: Choices): Change {
  const { survivor, other } = both
  const mine = valuesOf(survivor, { other })
  const theirs = valuesOf(other, { other: survivor })
  const sides = { ...sidesFor(both), ...choices, ...fixedSides() }
  const changed = Object.keys(mine).filter(
    (key) => sides[key] === 'other' && !isSame(mine[key], theirs[key])
  )
  return { before: only(mine, changed), after: only(theirs, changed) }
}

function only(values: FieldValues, keys: string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}
