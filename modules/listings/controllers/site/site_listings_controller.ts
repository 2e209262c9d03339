import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { listingPageView } from '../../presenters/site/listing_page_view.ts'
import { resultsView } from '../../presenters/site/results_view.ts'
import { listPath, listingPath } from '../../presenters/site/site_links.ts'
import { publicListingAt } from '../../queries/site/public_listing.ts'
import { askedInWords } from '../../site_words.ts'

/** The public listings, for everybody. */
export default class SiteListingsController {
  async index(ctx: HttpContext) {
    const said = await askedInWords(ctx.request.qs())
    if (said) return ctx.response.redirect().toPath(listPath(said))
    return ctx.view.render('listings::pages/site/results', await resultsView(ctx))
  }

  async show(ctx: HttpContext) {
    const { address } = ctx.params
    const listing = await publicListingAt(address)
    if (!listing) throw new NotHere()
    const path = listingPath(listing)
    const isCanonical = path === `/listings/${encodeURIComponent(address)}`
    if (!isCanonical) return ctx.response.redirect().status(301).toPath(path)
    return ctx.view.render('listings::pages/site/listing', await listingPageView(ctx, listing))
  }
}
