import type { HttpContext } from '@adonisjs/core/http'
import type Listing from '../../models/listing.ts'
import { similarListings } from '../../queries/site/similar_listings.ts'
import { cardViews } from './card_view.ts'
import { listPath } from './site_links.ts'
import { sitePage } from './site_page.ts'

/** What was on the market once: nothing is said of it but that, and what is like it. */
export async function goneView(ctx: HttpContext, listing: Listing) {
  const title = ctx.i18n.t('listings.site.over.title')
  const { locality } = listing.property
  return {
    page: sitePage(ctx, { title, description: title, path: '/listings', unlisted: true }),
    title,
    place: locality && { name: locality, url: listPath({ localities: locality }) },
    similar: await cardViews(ctx, await similarListings(listing)),
  }
}
