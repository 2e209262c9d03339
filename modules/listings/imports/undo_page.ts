import { noteChanges } from '#app/records'
import { same } from '#app/imports'
import { marketPack } from '#kernel/markets/packs'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { deleteListings } from '../actions/delete_listings.ts'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { changesInWords } from './changes_in_words.ts'
import type { Changes } from './known_listing.ts'
import { type KeptListing, lockListings } from './load_stock.ts'
import { notePrices, updateListings } from './write_listings.ts'

type Outcome = 'removed' | 'restored' | 'kept'

interface Deeds {
  wasCreated: boolean
  versionAfter: number
  changes: Changes[]
}

interface Undone {
  listing: KeptListing
  outcome: Outcome
  back: Changes
}

/** Undoes one import for some of its listings; answers what became of each. */
export async function undoPage(importId: string, ids: string[]): Promise<Outcome[]> {
  const deeds = await deedsOf(importId, ids)
  const worked = await workedWith(importId, ids)
  const undone = (await lockListings(ids)).map((listing) =>
    undo(listing, deeds.get(listing.id)!, worked.has(listing.id))
  )
  await remove(undone)
  await putBack(undone)
  await keepOutcomes(importId, undone)
  return undone.map(({ outcome }) => outcome)
}

/**
 * A listing that the import created goes, unless somebody has worked with it since. Of one that it
 * changed, each field gets back what it had, unless it has been changed again; its status stays,
 * since a life is not lived backwards.
 */
function undo(listing: KeptListing, deeds: Deeds, isWorkedWith: boolean): Undone {
  if (!deeds.wasCreated) return undoChanges(listing, deeds)
  const isTouched = isWorkedWith || listing.version !== deeds.versionAfter
  const isKept = isTouched && listing.deleted_at === null
  return { listing, outcome: isKept ? 'kept' : 'removed', back: {} }
}

function undoChanges(listing: KeptListing, { changes }: Deeds): Undone {
  const steps = changes.toReversed().flatMap((one) => Object.entries(one))
  const back: Changes = {}
  let outcome: Outcome = 'restored'
  for (const [column, [before, after]] of steps) {
    const current = listing[column as keyof KeptListing]
    if (!same(current, after)) {
      outcome = 'kept'
      continue
    }
    back[column] = [back[column]?.[0] ?? current, before]
    Object.assign(listing, { [column]: before })
  }
  return { listing, outcome, back }
}

async function remove(undone: Undone[]): Promise<void> {
  const gone = undone.filter(
    ({ listing, outcome }) => outcome === 'removed' && listing.deleted_at === null
  )
  if (gone.length > 0) await deleteListings(gone.map(({ listing }) => listing.id))
}

async function putBack(undone: Undone[]): Promise<void> {
  const market = marketPack(unit().tenant.market)
  const changed = undone.filter(({ back }) => Object.keys(back).length > 0)
  const listings = changed.map(({ listing }) => listing)
  await updateListings(listings, market.currency)
  const repriced = changed.filter(({ back }) => 'price_minor' in back)
  await notePrices(
    repriced.map(({ listing }) => listing),
    market.currency
  )
  const names = new Map<string, string>()
  await noteChanges(
    'listing',
    changed.map(({ listing, back }) => ({
      subjectId: listing.id,
      changes: changesInWords(back, { market, names }),
    }))
  )
  tellOf(
    ListingsUpdated,
    listings.map(({ id }) => id)
  )
}

async function deedsOf(importId: string, ids: string[]): Promise<Map<string, Deeds>> {
  const { rows } = await unitSql<{
    listing_id: string
    deed: string
    changes: Changes | null
    version_after: number
  }>(
    `select listing_id, deed, changes, version_after from listing_import_rows
      where import_id = ? and listing_id = any(?::uuid[]) and deed in ('created', 'updated', 'unchanged') order by line`,
    [importId, ids]
  )
  const byListing = Map.groupBy(rows, ({ listing_id }) => listing_id)
  return new Map(
    [...byListing].map(([id, done]) => [
      id,
      {
        wasCreated: done.some(({ deed }) => deed === 'created'),
        versionAfter: Math.max(...done.map(({ version_after: version }) => version)),
        changes: done.map(({ changes }) => changes).filter((one) => one !== null),
      },
    ])
  )
}

/** Listings on whose timeline somebody has written since. */
async function workedWith(importId: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await unitSql<{ id: string }>(
    `select distinct r.listing_id as id from listing_import_rows r
       join timeline_entries e on e.subject_type = 'listing' and e.subject_id = r.listing_id
      where r.import_id = ? and r.listing_id = any(?::uuid[]) and e.kind <> 'change'
        and e.created_at > r.created_at and e.deleted_at is null`,
    [importId, ids]
  )
  return new Set(rows.map(({ id }) => id))
}

async function keepOutcomes(importId: string, undone: Undone[]): Promise<void> {
  await unitSql(
    `update listing_import_rows r set undone = known.outcome
       from unnest(?::uuid[], ?::text[]) as known(id, outcome)
      where r.import_id = ? and r.listing_id = known.id`,
    [undone.map(({ listing }) => listing.id), undone.map(({ outcome }) => outcome), importId]
  )
}
