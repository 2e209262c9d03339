import type { HttpContext } from '@adonisjs/core/http'
import { writtenDistance } from '#kernel/markets/distances'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { perUnit } from '../areas.ts'
import type Listing from '../models/listing.ts'
import { priceContext } from '../queries/price_context.ts'

/** The price for one unit of area, beside that of the neighbours; null where nothing compares. */
export async function neighboursView(ctx: HttpContext, listing: Listing) {
  await listing.load('property')
  const context = await priceContext(listing)
  if (!context) return null
  const { areaUnit, locale } = marketPack(ctx.tenant!.market)
  const written = (perSquareMetre: number) => {
    const minor = Math.round(perUnit(perSquareMetre, areaUnit))
    return ctx.i18n.t(`listings.neighbours.per_${areaUnit}`, {
      price: formatPrice(minor, listing.currency, locale),
    })
  }
  return {
    own: written(context.own),
    median: written(context.median),
    count: context.count,
    within: writtenDistance(context.kilometres, ctx.tenant!.market),
    difference: Math.round((context.own / context.median - 1) * 100),
  }
}
