import type { HttpContext } from '@adonisjs/core/http'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { isUuid } from '#kernel/tenancy/names'
import { perUnit, squareMetres } from '../areas.ts'
import Listing from '../models/listing.ts'
import { coversOf } from '../queries/media_of.ts'
import { writtenArea, writtenNumber, writtenPrice } from './written.ts'

const MOST = 4

/** Listings side by side, line by line; `ids` of the address says which, in which order. */
export async function comparisonView(ctx: HttpContext) {
  const ids = askedIds(ctx)
  const found = await Listing.reachableBy(ctx.staff.actor, 'listings.view')
    .whereIn('id', ids)
    .preload('property')
  const listings = ids.flatMap((id) => found.filter((listing) => listing.id === id))
  const covers = await coversOf(listings.map(({ id }) => id))
  return {
    listings: listings.map(({ id, title, reference }) => ({
      title,
      cover: covers.get(id),
      reference,
      url: `/app/listings/${id}`,
      without: `/app/listings/comparison?ids=${ids.filter((one) => one !== id).join(',')}`,
    })),
    lines: linesOf(ctx, listings),
    isFull: listings.length >= MOST,
  }
}

/** `ids=a,b` of a link, or `ids[]` of the list's own boxes; the fifth and further are left out. */
function askedIds({ request }: HttpContext): string[] {
  const asked = [request.qs().ids ?? []].flat()
  const ids = asked.flatMap((text) => String(text).split(',')).filter(isUuid)
  return [...new Set(ids)].slice(0, MOST)
}

function linesOf(ctx: HttpContext, listings: Listing[]) {
  const { i18n } = ctx
  const line = (key: string, say: (listing: Listing) => string | null) => ({
    label: i18n.t(`listings.fields.${key}`),
    values: listings.map((listing) => say(listing)),
  })
  const lines = [
    line('price', (one) => writtenPrice(ctx, one)),
    line('price_per_area', (one) => pricePerArea(ctx, one)),
    line('status', ({ status }) => i18n.t(`listings.statuses.${status}`)),
    line('type', ({ property }) => i18n.t(`listings.types.${property.type}`)),
    line('beds', ({ property }) => writtenNumber(ctx, property.beds)),
    line('baths', ({ property }) => writtenNumber(ctx, property.baths)),
    line('size', ({ property }) => writtenArea(ctx, property.sizeValue, property.sizeUnit)),
    line('plot', ({ property }) => writtenArea(ctx, property.plotValue, property.plotUnit)),
    line('year_built', ({ property }) => property.yearBuilt?.toString() ?? null),
    line('locality', ({ property }) => property.locality),
    line('city', ({ property }) => property.city),
    line('features', ({ property }) => featuresOf(ctx, property.features)),
    line('quality', ({ qualityScore }) => String(qualityScore)),
  ]
  return lines.map((one) => ({ ...one, differs: new Set(one.values).size > 1 }))
}

function pricePerArea(ctx: HttpContext, { priceMinor, currency, property }: Listing) {
  const { sizeValue, sizeUnit } = property
  if (priceMinor === null || sizeValue === null || sizeUnit === null) return null
  const { areaUnit, locale } = marketPack(ctx.tenant!.market)
  const minor = Math.round(perUnit(priceMinor / squareMetres(sizeValue, sizeUnit), areaUnit))
  const price = formatPrice(minor, currency, locale)
  return ctx.i18n.t(`listings.neighbours.per_${areaUnit}`, { price })
}

function featuresOf({ i18n }: HttpContext, features: string[]): string | null {
  const said = features.map((feature) => i18n.t(`listings.features.${feature}`, {}, feature))
  return said.length > 0 ? said.join(', ') : null
}
