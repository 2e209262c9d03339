import { BulkWork } from '#app/bulk_works'
import { WriteEntry, retagRecord } from '#app/records'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { MergeListings } from '../actions/merge_listings.ts'
import { purgeDeletedListings } from '../actions/purge_deleted_listings.ts'
import { renewTagCopies } from '../actions/renew_copies.ts'
import { addressKey } from '../address_key.ts'
import type { Choices } from '../merging/chosen_values.ts'
import type Listing from '../models/listing.ts'
import ListingMerge from '../models/listing_merge.ts'
import ListingPair from '../models/listing_pair.ts'
import Property from '../models/property.ts'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { keepLikenesses } from '../queries/likenesses.ts'
import { listingSubject } from '../subject.ts'
import { ListingsWorkspace } from './workspace.ts'

/** An agency whose listings may be the same as others. */
export class DuplicatesWorkspace extends ListingsWorkspace {
  /** Two of one house, as two people wrote it down. */
  async givenTwo(): Promise<[Listing, Listing]> {
    const mine = await this.givenListing({
      title: 'House on Pine',
      facts: { visibility: 'public', tagNames: [] },
      property: { yearBuilt: 1932 },
    })
    const other = await this.givenListing({
      title: 'Pine Street family home',
      agent: 'sales_director',
      facts: { visibility: 'private', priceMinor: 74_000_000, description: 'Old beams' },
      property: { address: { line: '5 Pine Street', city: 'Seattle', state: 'WA' } },
    })
    return [(await this.listing(mine.id))!, (await this.listing(other.id))!]
  }

  /** What the workers do when these listings were changed. */
  async look(...listings: Listing[]): Promise<void> {
    await this.agency.inUnit(() => keepLikenesses(listings.map(({ id }) => id)))
  }

  async pairs(): Promise<ListingPair[]> {
    return this.agency.inUnit(async () => ListingPair.query().orderBy('id'))
  }

  /** So many homes of one county; those beyond 20,000 are at the address of an earlier one. */
  async givenCounty(count: number): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(
        `with homes as (
           insert into properties (type, address, city, size_value, size_unit, beds, latitude, longitude)
           select 'house', jsonb_build_object('line', n % 20000 || ' Oak Street'), 'Seattle', 900 + n % 300, 'sqft', n % 5,
                  47.5 + n % 211 * 0.001, -122.4 + n % 199 * 0.001
             from generate_series(1, ?::integer) as n returning id)
         insert into listings (property_id, reference, title, deal_type, price_minor, currency, status)
         select id, 'C-' || n, 'Home ' || n, 'sale', 1000000, 'USD', 'active'
           from (select id, row_number() over () as n from homes) as numbered`,
        [count]
      )
    )
  }

  /** Looks through everything as the workers do, a page at a time. */
  async searchThrough(): Promise<void> {
    const steps = duplicateSearch.steps()
    const work = new BulkWork().merge({ facts: {} })
    for (let taken = 1; taken > 0;) taken = await this.agency.inUnit(() => steps.take(work))
  }

  async givenOpenPairs(): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(`update listing_pairs set state = 'open', reasons = '{address}'`)
    )
  }

  async latestSearch(): Promise<BulkWork> {
    return this.agency.inUnit(async () => (await duplicateSearch.latest())!)
  }

  async searches(): Promise<BulkWork[]> {
    return this.agency.inUnit(async () =>
      BulkWork.query().where('kind', 'listings.duplicate_search')
    )
  }

  async givenMerge(survivor: Listing, other: Listing, choices: Choices = {}) {
    return this.agency.inUnit(async () => {
      const result = await new MergeListings().handle(
        { listing: survivor, version: survivor.version },
        { listing: other, version: other.version },
        choices
      )
      if (!result.ok) throw new Error(result.reason)
      return result.value
    }, 'principal')
  }

  async merge(id: string): Promise<ListingMerge> {
    return this.agency.inUnit(async () => ListingMerge.findOrFail(id))
  }

  /** A photo of this listing, by the hash of its file. */
  async givenPhoto({ id }: Listing, sha256: string, isCover = false): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(
        `insert into listing_media (listing_id, moderation, sha256, is_cover, pictures, position)
         values (?, 'approved', ?, ?, '[]', (select count(*) from listing_media where listing_id = ?))`,
        [id, sha256, isCover, id]
      )
    )
  }

  async photos({ id }: Listing): Promise<string[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ sha256: string }>(
        'select sha256 from listing_media where listing_id = ? and deleted_at is null order by is_cover desc, position, id',
        [id]
      )
    )
    return rows.map(({ sha256 }) => sha256)
  }

  async givenPrice({ id }: Listing, minor: number): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(
        `insert into listing_prices (listing_id, price_minor, currency) values (?, ?, 'USD')`,
        [id, minor]
      )
    )
  }

  /** What was told under this name, oldest first. */
  async told(event: string): Promise<Record<string, unknown>[]> {
    const { rows } = await coreSql<{ payload: Record<string, unknown> }>(
      `select payload from outbox where tenant_id = ? and name = ? order by id`,
      [this.agency.id, event]
    )
    return rows.map(({ payload }) => payload)
  }

  async audited(action: string): Promise<unknown[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql('select * from audit_entries where action = ?', [action])
    )
    return rows
  }

  /** Everything of these listings that a person could miss, to compare before and after. */
  async picture(...listings: Listing[]): Promise<unknown> {
    const ids = listings.map(({ id }) => id)
    const { rows } = await this.agency.inUnit(() =>
      unitSql(
        `select to_jsonb(listings) - 'version' - 'updated_at' - 'quality_score' as listing,
                (select to_jsonb(properties) - 'updated_at' from properties where id = property_id) as property,
                (select jsonb_agg(jsonb_build_array(id, position, is_cover) order by id) from listing_media where listing_id = listings.id) as media,
                (select jsonb_agg(jsonb_build_array(id, details) order by id) from timeline_entries where subject_id = listings.id and kind <> 'change') as entries,
                (select jsonb_agg(jsonb_build_array(id, title) order by id) from tasks where subject_id = listings.id) as tasks,
                (select jsonb_agg(tags.name order by tags.name) from taggings join tags on tags.id = tag_id where subject_id = listings.id) as tags
           from listings where id = any(?) order by id`,
        [ids]
      )
    )
    return rows
  }

  /** What is known of a listing, changed behind the back of everybody. */
  async givenFacts({ id }: Listing, facts: Partial<Listing>): Promise<void> {
    const listing = (await this.listing(id))!
    await this.agency.inUnit(async () => {
      await listing.merge(facts).saveSeen(listing.version)
    }, 'principal')
  }

  async givenTags({ id }: Listing, ...tags: string[]): Promise<void> {
    await this.agency.inUnit(async () => {
      await retagRecord('listing', id, tags)
      await renewTagCopies([id])
    }, 'principal')
  }

  async givenNote({ id }: Listing, details: string): Promise<void> {
    await this.agency.inUnit(
      () => new WriteEntry().handle(listingSubject, id, { kind: 'note', details }),
      'principal'
    )
  }

  /** Deleted longer ago than it can be restored. */
  async givenLongAgo({ id }: Listing): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(`update listings set deleted_at = now() - interval '8 days' where id = ?`, [id])
    )
  }

  /** All that are there, deleted or not. */
  async ids(): Promise<string[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ id: string }>('select id from listings order by id')
    )
    return rows.map(({ id }) => id)
  }

  async purge(): Promise<void> {
    await this.agency.inUnit(() => purgeDeletedListings())
  }

  /** How an address is compared: as the database has it, and as we read what is typed. */
  async addressKeys(address: Property['address']): Promise<[string | null, string | null]> {
    return this.agency.inUnit(async () => {
      const { id } = await Property.create({ type: 'house', address, features: [] })
      const { rows } = await unitSql<{ address_key: string | null }>(
        'select address_key from properties where id = ?',
        [id]
      )
      return [rows[0].address_key, addressKey(address)]
    })
  }
}
