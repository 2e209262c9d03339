import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { type Deposit, type FileFacts, keepFile, storeFile } from '#kernel/files/file_store'
import type StoredFile from '#kernel/files/stored_file'
import { done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ListingMediaAdded from '../events/listing_media_added.ts'
import { type Upload, MOST_BYTES, judgeUpload } from '../media/judge_upload.ts'
import type { MediaKind } from '../media_words.ts'
import Listing from '../models/listing.ts'
import ListingMedium from '../models/listing_medium.ts'

const MOST_MEDIA = 80

interface Placed {
  file: StoredFile
  position: number
  sha256: string
}

/** Takes one file into a listing. A picture is not shown before the workers have drawn it anew. */
export class AddMedium {
  async handle(listing: Listing, upload: Upload, meant: MediaKind) {
    const kind = await judgeUpload(upload, meant)
    if (!kind.ok) return kind
    const sha256 = createHash('sha256')
      .update(await readFile(upload.path))
      .digest('hex')
    const room = await this.#room(listing.id, sha256)
    if (!room.ok) return room

    const file = await storeFile({ path: upload.path }, factsOf(listing, upload, kind.value))
    if (!file.ok) return file
    const place = { position: room.value, sha256 }
    return done(await this.#create(listing, kind.value, { file: file.value, ...place }))
  }

  /** The same for a file that was judged and lies in the storage already. */
  async keep(listing: Listing, deposit: Deposit, kind: MediaKind) {
    const { sha256 } = deposit
    const room = await this.#room(listing.id, sha256)
    if (!room.ok) return room
    const file = await keepFile(deposit, { subject: subjectOf(listing) })
    return done(await this.#create(listing, kind, { file, position: room.value, sha256 }))
  }

  async #create(listing: Listing, kind: MediaKind, { file, ...place }: Placed) {
    const medium = await ListingMedium.create({
      ...place,
      ...standingOf(listing, kind),
      kind,
      listingId: listing.id,
      fileId: file.id,
      name: file.name,
      isCover: false,
      pictures: [],
      createdBy: file.ownerId,
    })
    if (medium.moderation === 'uploaded')
      unit().tell(new ListingMediaAdded({ listingId: listing.id, mediumId: medium.id }))
    return medium
  }

  /** The next place in the row, unless it is full or holds this very file. */
  async #room(listingId: string, sha256: string) {
    const { rows } = await unitSql<{ count: number; last: number | null; is_here: boolean | null }>(
      `select count(*) as count, max(position) as last, bool_or(sha256 = ?) as is_here
         from listing_media where listing_id = ? and deleted_at is null`,
      [sha256, listingId]
    )
    const [{ count, last, is_here: isHere }] = rows
    if (isHere) return refused('already_here')
    if (count >= MOST_MEDIA) return refused('too_many', { most: MOST_MEDIA })
    return done((last ?? -1) + 1)
  }
}

function factsOf(listing: Listing, { name }: Upload, kind: MediaKind): FileFacts {
  return { name, module: 'listings', subject: subjectOf(listing), most: MOST_BYTES[kind] }
}

function subjectOf({ id }: Listing) {
  return { type: Listing.subjectType, id }
}

/** Nothing is drawn of a paper: it waits for a look, unless who sent it may publish. */
function standingOf(listing: Listing, kind: MediaKind) {
  if (kind !== 'pdf') return { moderation: 'uploaded' as const }
  return { ...approvalBy(listing), processedAt: DateTime.utc() }
}

export function approvalBy(listing: Listing) {
  const actor = currentActor()
  return actor.reaches('listings.publish', listing)
    ? { moderation: 'approved' as const, moderatedBy: actor.id }
    : { moderation: 'processing' as const, moderatedBy: null }
}
