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

/** As `coversOf` finds it. */
function coverOf(kept: KeptMedium[]): KeptMedium | undefined {
  const photos = kept.filter(
    ({ kind, moderation }) => kind === 'photo' && moderation === 'approved'
  )
  return photos.find(({ isCover }) => isCover) ?? photos[0]
}

/** A picture that is made waits for somebody's look. */
function stateOf({ moderation, isProcessed }: KeptMedium) {
  if (moderation === 'approved') return { key: 'approved', tone: 'success' }
  if (moderation === 'rejected') return { key: 'rejected', tone: 'error' }
  return isProcessed ? { key: 'to_review', tone: 'warning' } : { key: 'processing', tone: 'info' }
}
