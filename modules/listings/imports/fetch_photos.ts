import type { BulkSteps, BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import type { Deposit } from '#kernel/files/file_store'
import type { OutwardLimits } from '#kernel/http/outward_fetch'
import { unit } from '#kernel/tenancy/tenancy'
import { AddMedium } from '../actions/add_medium.ts'
import Listing from '../models/listing.ts'
import { fetchPhoto } from './fetch_photo.ts'
import { type PhotoSource, type TriedPhoto, duePhotos, settlePhotos } from './photo_sources.ts'

interface FetchedPhoto extends TriedPhoto {
  deposit: Deposit | null
}

/** Fetches the photos that lists name, some a step; the fetching itself holds no unit open. */
export class PhotoSteps implements BulkSteps {
  #fetched: FetchedPhoto[] = []

  constructor(
    private readonly run: LongRun,
    private readonly limits: OutwardLimits = {}
  ) {}

  async prepare(): Promise<void> {
    const { tenantId, due } = await this.run.inUnit(async () => ({
      tenantId: unit().tenant.id,
      due: await duePhotos(),
    }))
    this.#fetched = await Promise.all(due.map((source) => this.#fetch(tenantId, source)))
  }

  async take(work: BulkWork): Promise<number> {
    const tried = await keepPhotos(this.#fetched)
    for (const { fault } of tried) work.count(fault ? 'refused' : 'fetched')
    if (tried.length > 0) await settlePhotos(tried)
    return tried.length
  }

  async #fetch(tenantId: string, source: PhotoSource): Promise<FetchedPhoto> {
    return { source, ...(await fetchPhoto(tenantId, source.url, this.limits)) }
  }
}

/** Makes what was fetched media of its listing, in the order of the list, as if somebody had sent it. */
async function keepPhotos(fetched: FetchedPhoto[]): Promise<TriedPhoto[]> {
  const ids = fetched.map(({ source }) => source.listing_id)
  const listings = new Map((await Listing.findMany(ids)).map((listing) => [listing.id, listing]))
  const tried: TriedPhoto[] = []
  for (const { source, deposit, fault } of fetched) {
    const listing = listings.get(source.listing_id)
    tried.push({ source, fault: deposit ? await keepPhoto(listing, deposit) : fault })
  }
  return tried
}

/** A listing may have gone meanwhile, or hold this very photo. */
async function keepPhoto(listing: Listing | undefined, deposit: Deposit) {
  if (!listing) return { reason: 'gone', isFinal: true }
  const kept = await new AddMedium().keep(listing, deposit, 'photo')
  return kept.ok ? null : { reason: kept.reason, isFinal: true }
}
