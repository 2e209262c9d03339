import type { HttpContext } from '@adonisjs/core/http'
import { coversOf } from '../../queries/media_of.ts'
import type { SiteRow } from '../../queries/site/public_listings.ts'
import { rowFacts } from '../row_facts.ts'
import { writtenPrice } from '../written.ts'
import { listingPath } from './site_links.ts'

/** What the cards of these listings show. */
export async function cardViews(ctx: HttpContext, rows: SiteRow[]) {
  const covers = await coversOf(rows.map(({ id }) => id))
  return rows.map((row) => ({
    cover: covers.get(row.id) ?? null,
    url: listingPath(row),
    title: row.title,
    type: row.type,
    price: writtenPrice(ctx, {
      priceMinor: row.price_minor,
      currency: row.currency,
      rentPeriod: row.rent_period,
    }),
    deal: ctx.i18n.t(`listings.deal_types.${row.deal_type}`),
    isTaken: row.status === 'under_offer',
    place: [...new Set([row.locality, row.city])].filter(Boolean).join(', '),
    facts: rowFacts(ctx, row),
  }))
}
