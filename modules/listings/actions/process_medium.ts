import { buffer } from 'node:stream/consumers'
import { DateTime } from 'luxon'
import type { LongRun } from '#kernel/events/listener'
import {
  type Deposit,
  depositFile,
  discardFile,
  findFile,
  keepFile,
  readFile,
} from '#kernel/files/file_store'
import { unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { type MadePicture, type MadePictures, makePictures } from '../media/make_pictures.ts'
import type { MediaKind, Picture } from '../media_words.ts'
import Listing from '../models/listing.ts'
import ListingMedium from '../models/listing_medium.ts'
import { approvalBy } from './add_medium.ts'
import { renewQuality } from './renew_quality.ts'

interface Begun {
  tenantId: string
  storageKey: string
  name: string
  kind: MediaKind
}

interface Deposited {
  picture: MadePicture
  deposit: Deposit
}

/**
 * Makes the pictures of an upload, outside of any unit. May be killed at any point and begun
 * again: pictures count when the last unit commits, and bytes that none kept are cleaned away.
 */
export class ProcessMedium {
  readonly #run: LongRun

  constructor(run: LongRun) {
    this.#run = run
  }

  async handle(mediumId: string): Promise<void> {
    const begun = await this.#run.inUnit(() => begin(mediumId))
    if (!begun) return
    const made = await makePictures(await buffer(await readFile(begun)), begun.kind)
    const deposited = made ? await this.#deposit(begun, made.pictures) : []
    await this.#run.inUnit(async () => {
      const medium = await waiting(mediumId)
      if (!medium) return
      if (made) await show(medium, made, deposited)
      else await rejectUnreadable(medium)
      await settle(medium)
    })
  }

  async #deposit({ tenantId, name }: Begun, pictures: MadePicture[]): Promise<Deposited[]> {
    const deposited: Deposited[] = []
    for (const picture of pictures) {
      this.#run.signal.throwIfAborted()
      const facts = { name: nameOf(name, picture), module: 'listings' }
      const result = await depositFile(tenantId, picture.content, facts)
      if (result.ok) deposited.push({ picture, deposit: result.value })
    }
    return deposited
  }
}

/** Null when it is done already, deleted, or its bytes are gone. */
async function begin(mediumId: string): Promise<Begun | null> {
  const medium = await waiting(mediumId)
  const file = medium?.fileId ? await findFile(medium.fileId) : null
  if (!medium || !file) return null
  await medium.merge({ moderation: 'processing' }).save()
  const { name, storageKey } = file
  return { tenantId: unit().tenant.id, storageKey, name, kind: medium.kind }
}

function waiting(mediumId: string): Promise<ListingMedium | null> {
  return ListingMedium.query()
    .where('id', mediumId)
    .whereIn('moderation', ['uploaded', 'processing'])
    .whereNull('processed_at')
    .forUpdate()
    .first()
}

async function show(medium: ListingMedium, made: MadePictures, deposited: Deposited[]) {
  const subject = { type: Listing.subjectType, id: medium.listingId }
  const pictures: Picture[] = []
  for (const { picture, deposit } of deposited) {
    const file = await keepFile(deposit, { subject })
    const { format, width, height } = picture
    pictures.push({ format, width, height, fileId: file.id })
  }
  const listing = await Listing.withDeleted().where('id', medium.listingId).firstOrFail()
  await dropOriginal(medium)
  const { width, height, placeholder } = made
  await medium
    .merge({ pictures, width, height, placeholder, processedAt: DateTime.utc() })
    .merge(approvalBy(listing))
    .save()
}

/** What was sent may say where and when it was taken. */
async function dropOriginal(medium: ListingMedium): Promise<void> {
  const file = medium.fileId ? await findFile(medium.fileId) : null
  if (file) await discardFile(file)
  medium.fileId = null
}

async function rejectUnreadable(medium: ListingMedium): Promise<void> {
  await dropOriginal(medium)
  await medium.merge({ moderation: 'rejected', processedAt: DateTime.utc() }).save()
}

async function settle({ listingId }: ListingMedium): Promise<void> {
  const listing = await Listing.find(listingId)
  if (!listing) return
  await renewQuality(listing)
  tellOf(ListingsUpdated, [listingId])
}

function nameOf(name: string, { format, width }: MadePicture): string {
  return `${name.replace(/\.[^.]*$/, '')}-${width}.${format === 'jpeg' ? 'jpg' : format}`
}
