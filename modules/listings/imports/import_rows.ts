import type { Outcome } from '#app/imports'
import { noteChanges } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { nextReferences } from '../actions/next_reference.ts'
import { tellOf } from '../events/listings_event.ts'
import ListingsCreated from '../events/listings_created.ts'
import ListingsPriceChanged from '../events/listings_price_changed.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import type { ReadRow } from '../importing/fed_listing.ts'
import { changesInWords } from './changes_in_words.ts'
import type { ImportOrder } from './import_options.ts'
import { Judge, type Judgement, type Stock } from './judge.ts'
import type { KnownListing } from './known_listing.ts'
import { emptyStock, loadStock } from './load_stock.ts'
import { People } from './people.ts'
import { followStatuses } from './status_steps.ts'
import { insertListings, notePrices, updateListings } from './write_listings.ts'
import { queuePhotos, writeRows } from './write_rows.ts'
import { localMarket } from '../local_market.ts'

/** Takes some rows into the agency, all of them or none. */
export async function importRows(rows: ReadRow[], order: ImportOrder): Promise<Judgement[]> {
  await oneImportAtATime()
  const feds = rows.flatMap(({ fed }) => fed ?? [])
  const stock = emptyStock()
  await loadStock(feds, stock, { importId: order.importId, lock: true })
  const market = await localMarket()
  const people = await People.namedIn(feds, currentActor(), true)
  const birth = await births(
    newOnes(
      feds.map(({ fingerprint }) => fingerprint),
      stock
    )
  )
  const judge = new Judge({ order, actor: currentActor(), market, stock, people, birth })
  const judgements = rows.map((row) => judge.judge(row))

  await write(judgements, people)
  await followStatuses(judgements, order)
  await queuePhotos(judgements)
  await writeRows(judgements, order.importId)
  return judgements
}

/** What `importRows` would do, with the words for it; `stock` keeps what earlier rows would have done. */
export async function judgeRows(rows: ReadRow[], order: ImportOrder, stock: Stock) {
  const feds = rows.flatMap(({ fed }) => fed ?? [])
  await loadStock(feds, stock, { importId: order.importId, lock: false })
  const market = await localMarket()
  const people = await People.namedIn(feds, currentActor(), false)
  const birth = () => ({ ids: { listing: `${stock.met.size}`, property: '' }, reference: '' })
  const judge = new Judge({ order, actor: currentActor(), market, stock, people, birth })
  return {
    judgements: rows.map((row) => judge.judge(row)),
    speech: { market, names: people.names },
  }
}

/** Says what `importRows` would do. */
export async function rehearseRows(
  rows: ReadRow[],
  order: ImportOrder,
  stock: Stock
): Promise<Outcome[]> {
  const { judgements, speech } = await judgeRows(rows, order, stock)
  return judgements.map((one) => ({ ...one, difference: differenceOf(one, speech) }))
}

function differenceOf(
  { row, listing, changes, deed }: Judgement,
  speech: Parameters<typeof changesInWords>[1]
) {
  if (!listing || listing.isNew || !changes || deed !== 'updated') return undefined
  const said = changesInWords(changes, speech)
  return { line: row.line, name: listing.title, href: `/app/listings/${listing.id}`, changes: said }
}

async function write(judgements: Judgement[], people: People): Promise<void> {
  const market = marketPack(unit().tenant.market)
  const created = listingsOf(judgements, ({ listing }) => listing!.isNew)
  const changed = judgements.filter(({ listing, changes }) => listing && !listing.isNew && changes)
  const updated = listingsOf(changed)
  const repriced = listingsOf(changed, ({ changes }) => 'price_minor' in changes!)
  await insertListings(created, market.currency)
  await updateListings(updated, market.currency)
  await notePrices([...created, ...repriced], market.currency)
  const said = changed.map(({ listing, changes }) => ({
    subjectId: listing!.id,
    changes: changesInWords(changes!, { market, names: people.names }),
  }))
  await noteChanges('listing', said)
  tellOf(ListingsCreated, idsOf(created))
  tellOf(ListingsUpdated, idsOf(updated))
  tellOf(ListingsPriceChanged, idsOf(repriced))
}

function listingsOf(
  judgements: Judgement[],
  which: (one: Judgement) => boolean = () => true
): KnownListing[] {
  const chosen = judgements.filter((one) => one.listing !== null && which(one))
  return [...new Set(chosen.map(({ listing }) => listing!))]
}

function idsOf(listings: KnownListing[]): string[] {
  return listings.map(({ id }) => id)
}

function newOnes(fingerprints: string[], { byFingerprint }: Stock): number {
  return new Set(fingerprints.filter((one) => !byFingerprint.has(one))).size
}

/** Two imports of one agency take turns: otherwise both could find a listing missing and create it. */
async function oneImportAtATime(): Promise<void> {
  await unitSql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `listings.import ${unit().tenant.id}`,
  ])
}

/** Ids and references for so many listings to be, in their order. */
async function births(count: number) {
  const references = count > 0 ? await nextReferences(count) : []
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?::integer) order by id',
    [count * 2]
  )
  let next = 0
  return () => {
    const at = next++
    const ids = { listing: rows[at * 2].id, property: rows[at * 2 + 1].id }
    return { ids, reference: references[at] }
  }
}
