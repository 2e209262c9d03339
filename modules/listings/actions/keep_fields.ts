import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../models/listing.ts'
import { type OwnableField, ownableFields } from '../ownable_fields.ts'

/** Where a list or a feed brought a listing, what people change by hand is theirs: no sync writes over it. */
export async function keepFields(listing: Listing, changed: readonly string[]): Promise<void> {
  if (!listing.isFed) return
  const own = ownableFields.filter((field) => changed.includes(field))
  await saveKept(listing, [...new Set([...listing.lockedFields, ...own])])
}

/** The same of many, for a step that somebody had them take. */
export async function keepStatuses(ids: string[]): Promise<void> {
  await unitSql(
    `update listings set locked_fields = array_append(locked_fields, 'status')
      where id = any(?::uuid[]) and coalesce(import_id, feed_id) is not null and 'status' <> all(locked_fields)`,
    [ids]
  )
}

/** What a person chose to keep; a field that is no longer among them may be written by the feed again. */
export async function chooseKept(
  listing: Listing,
  chosen: readonly (OwnableField | null)[] | undefined
): Promise<void> {
  if (listing.isFed && chosen)
    await saveKept(
      listing,
      chosen.filter((field) => field !== null)
    )
}

async function saveKept(listing: Listing, fields: string[]): Promise<void> {
  listing.lockedFields = fields
  await unitSql('update listings set locked_fields = ? where id = ?', [fields, listing.id])
}
