import { fileAddress, publicFileAddress } from '#kernel/files/file_address'
import { unitSql } from '#kernel/tenancy/sql'
import {
  type MediaKind,
  type Moderation,
  type Picture,
  type PictureFormat,
  pictureFormats,
} from '../media_words.ts'

/** A medium with the addresses under which this page may show it. */
export interface ShownMedium {
  id: string
  listingId: string
  kind: MediaKind
  caption: string | null
  name: string | null
  isCover: boolean
  width: number | null
  height: number | null
  placeholder: string | null
  /** For `<source>`, the smallest files first. */
  sources: { type: string; srcset: string }[]
  /** For what knows no `<source>`. */
  src: string | null
  /** All of it: the largest picture, or the paper. */
  href: string | null
}

interface MediumRow {
  id: string
  listing_id: string
  kind: MediaKind
  caption: string | null
  name: string | null
  is_cover: boolean
  width: number | null
  height: number | null
  placeholder: string | null
  pictures: Picture[]
  file_id: string | null
  is_public: boolean
}

const SHOWN: readonly MediaKind[] = ['photo', 'floorplan', 'pdf']

const COLUMNS = `media.id, media.listing_id, media.kind, media.caption, media.name, media.is_cover, media.width,
  media.height, media.placeholder, media.pictures, media.file_id,
  listings.visibility = 'public' and listings.status in ('active', 'under_offer') and media.moderation = 'approved' as is_public`

const FROM = 'from listing_media as media join listings on listings.id = media.listing_id'
const APPROVED = `${FROM} where media.listing_id = any(?) and media.kind = any(?)
  and media.moderation = 'approved' and media.deleted_at is null`

const ORDER = 'media.is_cover desc, media.position, media.id'

/** What may be shown of these listings, cover first: one query, however many there are. */
export async function mediaOf(
  listingIds: readonly string[],
  kinds: readonly MediaKind[] = SHOWN
): Promise<Map<string, ShownMedium[]>> {
  const { rows } = await unitSql<MediumRow>(`select ${COLUMNS} ${APPROVED} order by ${ORDER}`, [
    listingIds,
    kinds,
  ])
  return Map.groupBy(rows.map(shownMedium), ({ listingId }) => listingId)
}

/** The cover of each listing that has a photo: one query, however many there are. */
export async function coversOf(listingIds: readonly string[]): Promise<Map<string, ShownMedium>> {
  const { rows } = await unitSql<MediumRow>(
    `select distinct on (media.listing_id) ${COLUMNS} ${APPROVED} order by media.listing_id, ${ORDER}`,
    [listingIds, ['photo']]
  )
  return new Map(rows.map((row) => [row.listing_id, shownMedium(row)]))
}

export interface KeptMedium extends ShownMedium {
  version: number
  moderation: Moderation
  reason: string | null
  isProcessed: boolean
}

interface KeptRow extends MediumRow {
  version: number
  moderation: Moderation
  moderation_reason: string | null
  is_processed: boolean
}

/** All that a listing has, whatever became of it, in its order: for those who arrange it. */
export async function keptMedia(listingId: string): Promise<KeptMedium[]> {
  const { rows } = await unitSql<KeptRow>(
    `select ${COLUMNS}, media.version, media.moderation, media.moderation_reason,
            media.processed_at is not null as is_processed
       ${FROM} where media.listing_id = ? and media.deleted_at is null order by media.position, media.id`,
    [listingId]
  )
  return rows.map((row) => ({
    ...shownMedium(row),
    version: row.version,
    moderation: row.moderation,
    reason: row.moderation_reason,
    isProcessed: row.is_processed,
  }))
}

/** Everybody may keep what is on the market for everybody; all else has an address that expires. */
function shownMedium(row: MediumRow): ShownMedium {
  const addressOf = row.is_public ? publicFileAddress : fileAddress
  const { fallback, largest } = fallbacksOf(row.pictures)
  const whole = largest?.fileId ?? (row.kind === 'pdf' ? row.file_id : null)
  return {
    id: row.id,
    listingId: row.listing_id,
    kind: row.kind,
    caption: row.caption,
    name: row.name,
    isCover: row.is_cover,
    width: row.width,
    height: row.height,
    placeholder: row.placeholder,
    sources: pictureFormats.flatMap((format) => sourceOf(row.pictures, format, addressOf)),
    src: fallback ? addressOf(fallback.fileId) : null,
    href: whole ? addressOf(whole) : null,
  }
}

type AddressOf = (fileId: string) => string

function sourceOf(pictures: Picture[], format: PictureFormat, addressOf: AddressOf) {
  const some = pictures.filter((picture) => picture.format === format)
  if (some.length === 0) return []
  const srcset = some.map(({ fileId, width }) => `${addressOf(fileId)} ${width}w`).join(', ')
  return [{ type: `image/${format}`, srcset }]
}

/** In the format that everything can read: one of middling size, and the largest. */
function fallbacksOf(pictures: Picture[]) {
  const format = pictures.at(-1)?.format
  const plain = pictures.filter((picture) => picture.format === format)
  return { fallback: plain.at(Math.floor(plain.length / 2)), largest: plain.at(-1) }
}
