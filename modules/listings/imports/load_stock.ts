import { unitSql } from '#kernel/tenancy/sql'
import type { FedListing } from '../importing/fed_listing.ts'
import type { Stock } from './judge.ts'
import type { KnownListing } from './known_listing.ts'

const COLUMNS = `l.id, l.property_id, l.reference, l.version, l.status, l.fingerprint, l.external_id, l.import_id, l.feed_id,
  l.locked_fields, l.visibility, l.hides_address, l.authority_from, l.authority_until, l.owner_verified_at, l.property_verified_at, l.title, l.description, l.deal_type,
  l.rent_period, l.price_minor, l.owner_id, l.team_id, p.type, p.address, p.locality, p.city, p.postcode, p.latitude,
  p.longitude, p.size_value, p.size_unit, p.plot_value, p.plot_unit, p.beds, p.baths, p.year_built, p.features, p.owner_contact_id,
  (select count(*) from listing_media m where m.listing_id = l.id and m.kind = 'photo' and m.moderation <> 'rejected') as photos`

export type KeptListing = KnownListing & { deleted_at: Date | null }

/** The listings with these ids, locked in the order of their ids until the unit ends. */
export async function lockListings(ids: string[]): Promise<KeptListing[]> {
  if (ids.length === 0) return []
  const { rows } = await unitSql<Omit<KeptListing, 'isNew'>>(
    `select ${COLUMNS}, l.deleted_at from listings l join properties p on p.id = l.property_id
      where l.id = any(?::uuid[]) order by l.id for update of l`,
    [ids]
  )
  return rows.map((row) => ({ ...row, isNew: false }))
}

export function emptyStock(): Stock {
  return { byFingerprint: new Map(), byReference: new Map(), met: new Map() }
}

/** Brings into the stock whatever listings these rows could mean and it does not hold yet. */
export async function loadStock(
  feds: FedListing[],
  stock: Stock,
  { importId, lock }: { importId: string; lock: boolean }
): Promise<void> {
  const fingerprints = feds
    .map(({ fingerprint }) => fingerprint)
    .filter((one) => !stock.byFingerprint.has(one))
  const references = feds
    .flatMap(({ reference }) => reference ?? [])
    .filter((one) => !stock.byReference.has(one))
  const merged = await mergedAmong(fingerprints, references)
  const { rows } = await unitSql<Omit<KnownListing, 'isNew'>>(
    `select ${COLUMNS} from listings l join properties p on p.id = l.property_id
      where l.deleted_at is null and (l.fingerprint = any(?) or l.reference = any(?) or l.id = any(?::uuid[]))
      order by l.id ${lock ? 'for update of l' : ''}`,
    [fingerprints, references, merged.map(({ survivor }) => survivor)]
  )
  for (const row of rows) keep(stock, { ...row, isNew: false })
  keepMerged(stock, merged)
  await recallMet(stock, rows, importId)
}

interface Merged {
  fingerprint: string | null
  reference: string
  survivor: string
}

/** What was merged into another listing is found in the one that stays, however often that was merged on. */
async function mergedAmong(fingerprints: string[], references: string[]): Promise<Merged[]> {
  const { rows } = await unitSql<Merged>(
    `with recursive gone as (
       select fingerprint, reference, merged_into as survivor from listings
        where merged_into is not null and (fingerprint = any(?) or reference = any(?))
       union all
       select gone.fingerprint, gone.reference, next.merged_into from gone
         join listings as next on next.id = gone.survivor where next.merged_into is not null)
     select gone.* from gone join listings on listings.id = gone.survivor where listings.deleted_at is null`,
    [fingerprints, references]
  )
  return rows
}

function keepMerged(stock: Stock, merged: Merged[]): void {
  const byId = new Map([...stock.byReference.values()].map((one) => [one.id, one]))
  for (const { fingerprint, reference, survivor } of merged) {
    const listing = byId.get(survivor)
    if (!listing) continue
    if (fingerprint) stock.byFingerprint.set(fingerprint, listing)
    stock.byReference.set(reference, listing)
  }
}

function keep(stock: Stock, listing: KnownListing): void {
  if (listing.fingerprint) stock.byFingerprint.set(listing.fingerprint, listing)
  stock.byReference.set(listing.reference, listing)
}

/** Earlier steps of this import have met some of them. */
async function recallMet(stock: Stock, known: { id: string }[], importId: string): Promise<void> {
  if (known.length === 0) return
  const { rows } = await unitSql<{ listing_id: string; line: number }>(
    `select listing_id, min(line) as line from listing_import_rows
      where import_id = ? and listing_id = any(?::uuid[]) group by listing_id`,
    [importId, known.map(({ id }) => id)]
  )
  for (const { listing_id: id, line } of rows) stock.met.set(id, line)
}
