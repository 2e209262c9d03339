import { type BulkWork, CarryOutBulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'
import { applyChosen } from '../actions/choose_records.ts'
import { undoRun } from '../actions/undo_run.ts'
import { ApplicationSteps } from '../feeds/application_steps.ts'
import { sealSecret } from '../feeds/feed_secrets.ts'
import { type FeedDeed, requestFeedWork } from '../feeds/feed_works.ts'
import { SyncSteps } from '../feeds/sync_steps.ts'
import { TrialSteps } from '../feeds/trial_steps.ts'
import { FeedUndoSteps } from '../feeds/undo_steps.ts'
import ListingFeed from '../models/listing_feed.ts'
import { ListingImportWorkspace } from './import_workspace.ts'
import type { ResoServer, Sent } from './reso_server.ts'

interface GivenFeed extends Partial<ListingFeed> {
  secret?: string
}

/** An agency to which a RESO server brings listings. */
export class FeedWorkspace extends ListingImportWorkspace {
  constructor(readonly server: ResoServer) {
    super()
  }

  givenFeed({ secret = 'right-token', ...facts }: GivenFeed = {}): Promise<ListingFeed> {
    return this.inUnit(async () => {
      const feed = await ListingFeed.create({
        name: 'Northwest MLS',
        serviceUrl: this.server.url,
        resource: 'Property',
        auth: 'bearer',
        applies: 'itself',
        isOn: true,
        ...facts,
      })
      return feed.merge({ secrets: sealSecret(secret, feed.id) }).save()
    })
  }

  async sync(feed: ListingFeed, facts = { comparesKeys: true }): Promise<BulkWork> {
    const work = await this.requested(feed, 'sync', facts)
    return this.carryOut(work, (run) => new SyncSteps(run))
  }

  async try(feed: ListingFeed): Promise<BulkWork> {
    return this.carryOut(await this.requested(feed, 'trial'), (run) => new TrialSteps(run))
  }

  apply(work: BulkWork): Promise<BulkWork> {
    return this.carryOut(work, () => new ApplicationSteps())
  }

  /** Takes back what a run brought. */
  async undoRun(feed: ListingFeed, run: BulkWork): Promise<BulkWork> {
    const undoing = await this.inUnit(() => undoRun(feed, run))
    if (!undoing.ok) throw new Error(undoing.reason)
    return this.carryOut(undoing.value, () => new FeedUndoSteps())
  }

  /** Takes all that waits to be looked at. */
  async applyAll(feed: ListingFeed): Promise<BulkWork> {
    const chosen = await this.inUnit(() => applyChosen(feed, { all: true }))
    if (!chosen.ok) throw new Error(chosen.reason)
    return this.apply(chosen.value)
  }

  async requested(feed: ListingFeed, deed: FeedDeed, facts: object = {}): Promise<BulkWork> {
    const requested = await this.inUnit(() => requestFeedWork(feed, deed, facts))
    if (!requested.ok) throw new Error(requested.reason)
    return requested.value
  }

  /** A worker that is killed when it wants to take its so manieth step. */
  async killedAt(work: BulkWork, step: number): Promise<void> {
    let left = step
    const run = this.runAs('principal')
    const dying: LongRun = {
      ...run,
      inUnit: (unitWork) => {
        if (left-- === 0) throw new Error('killed')
        return run.inUnit(unitWork)
      },
    }
    await new CarryOutBulkWork(dying, new SyncSteps(dying)).handle(work.id).catch(() => {})
  }

  feed(id: string): Promise<ListingFeed | null> {
    return this.inUnit(() => ListingFeed.find(id))
  }

  rowsOf<Row = Record<string, unknown>>(sql: string): Promise<Row[]> {
    return this.inUnit(async () => (await unitSql<Row>(sql)).rows)
  }
}

const STREETS = ['Pine', 'Union', 'Leary', 'Market', 'Galer', 'Dravus', 'Mercer', 'Denny']

/** A home as an MLS in Seattle sends it. */
export function aRecord(number: number, said: Record<string, unknown> = {}): Sent {
  return {
    ListingKey: `NWM${String(1_000_000 + number)}`,
    ListingId: `2${String(100_000 + number)}`,
    ModificationTimestamp: `2026-03-01T10:${two(number / 60)}:${two(number)}.120Z`,
    ...OFFER,
    ...HOME,
    ListPrice: 500_000 + number * 1000,
    BedroomsTotal: 2 + (number % 4),
    LivingArea: 1200 + number,
    StreetNumber: String(100 + number),
    StreetName: STREETS[number % STREETS.length],
    Latitude: 47.66 + number / 10_000,
    PublicRemarks: `Light and quiet, number ${number}.`,
    ...said,
  }
}

function two(number: number): string {
  return String(Math.floor(number) % 60).padStart(2, '0')
}

const OFFER = {
  StandardStatus: 'Active',
  MlsStatus: 'Active',
  PropertyType: 'Residential',
  PropertySubType: 'Single Family Residence',
  ListingContractDate: '2026-02-01',
  ExpirationDate: '2027-02-01',
  InternetEntireListingDisplayYN: true,
  Media: [],
}

const HOME = {
  BathroomsTotalInteger: 2,
  BathroomsTotalDecimal: 1.75,
  LivingAreaUnits: 'Square Feet',
  LotSizeSquareFeet: 4000,
  YearBuilt: 1948,
  StreetDirPrefix: 'NW',
  StreetSuffix: 'St',
  City: 'Seattle',
  StateOrProvince: 'WA',
  PostalCode: '98107',
  Longitude: -122.38,
  PoolPrivateYN: false,
  FireplaceYN: true,
}

export function records(count: number): Sent[] {
  return Array.from({ length: count }, (_, index) => aRecord(index + 1))
}
