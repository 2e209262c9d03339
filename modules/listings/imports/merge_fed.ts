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
  const sound = inOrder(known, changes)
  for (const [column, [, after]] of Object.entries(sound)) Object.assign(known, { [column]: after })
  return sound
}

/** An authority does not end before it begins: what would make it so is left out. */
function inOrder(known: KnownListing, changes: Changes): Changes {
  const { authority_from: began, authority_until: ends, ...others } = changes
  const from = began?.[1] ?? known.authority_from
  const until = ends?.[1] ?? known.authority_until
  return from && until && until < from ? others : changes
}

/** What a row tells that an agent keeps otherwise. */
export function keptFrom(known: KnownListing, told: Told): Changes {
  const locked = ownableFields.filter((field) => known.locked_fields.includes(field))
  return Object.assign({}, ...locked.map((field) => changesOf(known, told, field)))
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
