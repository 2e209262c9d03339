import type { HttpContext } from '@adonisjs/core/http'
import { MOST_BYTES } from '../media/judge_upload.ts'
import type Listing from '../models/listing.ts'
import { type KeptMedium, keptMedia } from '../queries/media_of.ts'

const MB = 1024 * 1024

/** What a listing's media page and its list show. */
export async function mediaView({ i18n, staff }: HttpContext, listing: Listing) {
  const kept = await keptMedia(listing.id)
  const cover = coverOf(kept)
  const address = `/app/listings/${listing.id}`
  return {
    listing,
    address,
    url: `${address}/media`,
    most: { photo: MOST_BYTES.photo / MB, pdf: MOST_BYTES.pdf / MB },
    waiting: kept.filter(waitsForLook).length,
    mayPublish: staff.actor.reaches('listings.publish', listing),
    rows: kept.map((medium, index) => ({
      ...medium,
      isCover: medium === cover,
      isFirst: index === 0,
      isLast: index === kept.length - 1,
      title: medium.caption ?? medium.name ?? i18n.t(`listings.media.kinds.${medium.kind}`),
      state: stateOf(medium),
    })),
  }
}

type View = Awaited<ReturnType<typeof mediaView>>
export type MediumView = View['rows'][number]

/** As `coversOf` finds it once what waits is approved. */
function coverOf(kept: KeptMedium[]): KeptMedium | undefined {
  const photos = kept.filter(
    ({ kind, moderation }) => kind === 'photo' && moderation !== 'rejected'
  )
  return photos.find(({ isCover }) => isCover) ?? photos[0]
}

/** What the agency's own people see of a listing, cover first: also what nobody has looked at yet. */
export async function mediaInHouse({ id }: Listing) {
  const kept = (await keptMedia(id)).filter(({ moderation }) => moderation !== 'rejected')
  const cover = coverOf(kept)
  const pictures = kept.filter(({ kind, src }) => src && (kind === 'photo' || kind === 'floorplan'))
  return {
    pictures: pictures.sort((one, other) => Number(other === cover) - Number(one === cover)),
    papers: kept.filter(({ kind }) => kind === 'pdf'),
    cover: cover?.src ? cover : undefined,
    waiting: kept.filter(waitsForLook).length,
  }
}

/** A picture that is made waits for somebody's look. */
function waitsForLook({ moderation, isProcessed }: KeptMedium): boolean {
  return moderation === 'processing' && isProcessed
}

function stateOf(medium: KeptMedium) {
  const { moderation } = medium
  if (moderation === 'approved') return { key: 'approved', tone: 'success' }
  if (moderation === 'rejected') return { key: 'rejected', tone: 'error' }
  return waitsForLook(medium)
    ? { key: 'to_review', tone: 'warning' }
    : { key: 'processing', tone: 'info' }
}
