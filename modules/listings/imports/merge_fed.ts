import { same } from '#app/imports'
import { type OwnableField, fieldColumns, ownableFields } from '../ownable_fields.ts'
import type { Changes, KnownListing, ListingColumns } from './known_listing.ts'

export type Told = Partial<ListingColumns>

/**
 * Lays what a row tells over a listing and answers what that changes. Nothing is ever emptied, and
 * what an agent keeps stays. With `fills`, only what is empty takes anything.
 */
export function mergeFed(known: KnownListing, told: Told, fills: boolean): Changes {
  const changes: Changes = {}
  for (const field of ownableFields) {
    if (field === 'status' || known.locked_fields.includes(field)) continue
    if (fills && isFilled(known, field)) continue
    Object.assign(changes, changesOf(known, told, field))
  }
  for (const [column, [, after]] of Object.entries(changes))
    Object.assign(known, { [column]: after })
  return changes
}

/** A field changes as a whole: the unit with its size, the parts of an address together. */
function changesOf(known: KnownListing, told: Told, field: OwnableField): Changes {
  const columns = fieldColumns[field].filter((column) => column in told) as (keyof Told)[]
  const differing = columns.filter((column) => !same(known[column], told[column]))
  return Object.fromEntries(differing.map((column) => [column, [known[column], told[column]]]))
}

function isFilled(known: KnownListing, field: OwnableField): boolean {
  const value = known[fieldColumns[field][0] as keyof KnownListing]
  if (value === null || value === undefined) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}
