import type { HttpContext } from '@adonisjs/core/http'
import { writtenDistance } from '#kernel/markets/distances'
import type Listing from '../models/listing.ts'
import { type SimilarRow, similarInReach } from '../queries/similar_in_reach.ts'
import { statusTones } from './status_tones.ts'
import { writtenPrice } from './written.ts'

/** Listings like this one, each with what makes it like it. */
export async function similarView(ctx: HttpContext, listing: Listing) {
  await listing.load('property')
  const rows = await similarInReach(ctx.staff.actor, listing)
  return rows.map((row) => ({
    url: `/app/listings/${row.id}`,
    title: row.title,
    text: [priceOf(ctx, row), row.reference].filter(Boolean).join(' · '),
    reasons: reasonsOf(ctx, listing, row),
    status: {
      text: ctx.i18n.t(`listings.statuses.${row.status}`),
      tone: statusTones[row.status],
    },
  }))
}

function priceOf(ctx: HttpContext, row: SimilarRow): string | null {
  const { price_minor: priceMinor, currency, rent_period: rentPeriod } = row
  return writtenPrice(ctx, { priceMinor, currency, rentPeriod })
}

function reasonsOf(ctx: HttpContext, listing: Listing, row: SimilarRow): string[] {
  const isSameType = row.type === listing.property.type
  return [
    placeReason(ctx, listing, row),
    ctx.i18n.t(isSameType ? 'listings.similar.same_type' : `listings.types.${row.type}`),
    priceReason(ctx, listing.priceMinor, row.price_minor),
    bedsReason(ctx, listing.property.beds, row.beds),
  ].filter((reason) => reason !== null)
}

function placeReason({ i18n, tenant }: HttpContext, { property }: Listing, row: SimilarRow) {
  const isSame = property.locality?.toLowerCase() === row.locality?.toLowerCase()
  if (isSame && row.locality)
    return i18n.t('listings.similar.same_locality', { locality: row.locality })
  if (row.kilometres === null) return row.locality
  return i18n.t('listings.similar.away', { far: writtenDistance(row.kilometres, tenant!.market) })
}

function priceReason({ i18n }: HttpContext, own: number | null, other: number | null) {
  if (!own || other === null) return null
  const percent = Math.round((other / own - 1) * 100)
  if (percent === 0) return i18n.t('listings.similar.same_price')
  const key = percent < 0 ? 'cheaper' : 'dearer'
  return i18n.t(`listings.similar.${key}`, { percent: Math.abs(percent) })
}

function bedsReason({ i18n }: HttpContext, own: number | null, other: number | null) {
  if (other === null) return null
  return i18n.t(`listings.similar.${own === other ? 'same_beds' : 'beds'}`, { count: other })
}
