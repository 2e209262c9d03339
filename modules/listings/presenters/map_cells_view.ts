import type { HttpContext } from '@adonisjs/core/http'
import { listRequest } from '../queries/listing_list.ts'
import { type MapListing, type MapWindow, listingsOnMap, mapCells } from '../queries/map_cells.ts'
import { writtenShortPrice } from './written.ts'

/** Clusters with the box that they fill, and listings that stand alone. */
export async function mapCellsView(ctx: HttpContext, window: MapWindow) {
  const { actor } = ctx.staff
  const request = await listRequest(ctx.request.qs(), actor)
  const cells = await mapCells(actor, request, window)
  const alone = await listingsOnMap(actor, request, cells)
  const known = new Map(alone.map((one) => [one.id, one]))
  return {
    clusters: cells
      .filter(({ count }) => count > 1)
      .map((cell) => ({
        ...placeOf(cell),
        count: cell.count,
        said: ctx.i18n.t('listings.map.cluster', { count: cell.count }),
        box: [cell.south, cell.west, cell.north, cell.east],
      })),
    listings: cells.flatMap((cell) => {
      const listing = cell.count === 1 && known.get(cell.id)
      return listing ? [{ ...placeOf(cell), ...pinOf(ctx, listing) }] : []
    }),
  }
}

function placeOf({ latitude, longitude }: { latitude: number; longitude: number }) {
  return { at: [latitude, longitude] }
}

function pinOf(ctx: HttpContext, listing: MapListing) {
  const { id, title, status } = listing
  const price = priceOf(ctx, listing)
  const said = [title, price, ctx.i18n.t(`listings.statuses.${status}`)].join(', ')
  return { id, price, status, said }
}

function priceOf(ctx: HttpContext, listing: MapListing): string {
  const { price_minor: priceMinor, currency, rent_period: rentPeriod } = listing
  const price = writtenShortPrice(ctx, { priceMinor, currency, rentPeriod })
  return price ?? ctx.i18n.t('listings.map.no_price')
}
