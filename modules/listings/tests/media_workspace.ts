import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { storeFile } from '#kernel/files/file_store'
import type Listing from '../models/listing.ts'
import ListingMedium from '../models/listing_medium.ts'
import { aPicture } from './pictures.ts'
import { ListingsWorkspace } from './workspace.ts'

/** An agency with listings that show something. */
export class MediaWorkspace extends ListingsWorkspace {
  /** Media of a listing, approved and with pictures unless something else is said. */
  async givenMedium(listing: Listing, facts: Partial<ListingMedium> = {}): Promise<ListingMedium> {
    return this.agency.inUnit(async () => {
      const file = await storeFile(await aPicture({ width: 300, height: 200 }), {
        name: 'front.jpg',
        module: 'listings',
      })
      if (!file.ok) throw new Error(file.reason)
      const picture = { format: 'jpeg' as const, width: 300, height: 200, fileId: file.value.id }
      return ListingMedium.create({
        ...aMedium,
        listingId: listing.id,
        pictures: [picture],
        ...facts,
      })
    })
  }

  /** A medium whose file has just arrived; inside a unit. */
  unprepared(listing: Pick<Listing, 'id'>, fileId: string): Promise<ListingMedium> {
    return ListingMedium.create({
      kind: 'photo',
      name: 'front.jpg',
      position: 0,
      isCover: false,
      pictures: [],
      moderation: 'uploaded',
      listingId: listing.id,
      fileId,
    })
  }

  /** Even a deleted one; inside a unit. */
  medium(id: string): Promise<ListingMedium> {
    return ListingMedium.withDeleted().where('id', id).firstOrFail() as Promise<ListingMedium>
  }

  /** A file of this machine, as an upload leaves it. */
  async fileWith(content: Buffer) {
    const path = join(tmpdir(), `freehold-upload-${randomUUID()}`)
    await writeFile(path, content)
    return { path, name: 'front.jpg', bytes: content.length }
  }

  async media(listing: Pick<Listing, 'id'>): Promise<ListingMedium[]> {
    return this.agency.inUnit(async () =>
      ListingMedium.query().where('listingId', listing.id).orderBy('position').orderBy('id')
    )
  }
}

const aMedium = {
  kind: 'photo' as const,
  name: 'front.jpg',
  position: 0,
  isCover: false,
  moderation: 'approved' as const,
  width: 300,
  height: 200,
  processedAt: DateTime.utc(),
}
