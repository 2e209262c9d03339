import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { goneView } from '../../presenters/site/gone_view.ts'
import { listingPageView } from '../../presenters/site/listing_page_view.ts'
import { resultsView } from '../../presenters/site/results_view.ts'
import { listPath, listingPath } from '../../presenters/site/site_links.ts'
import { goneListingAt, publicListingAt } from '../../queries/site/public_listing.ts'
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
    if (!listing) return this.#gone(ctx)
    const path = listingPath(listing)
    const isCanonical = path === `/listings/${encodeURIComponent(address)}`
    if (!isCanonical) return ctx.response.redirect().status(301).toPath(path)
    return ctx.view.render('listings::pages/site/listing', await listingPageView(ctx, listing))
  }

  /** Whoever follows an old link hears that it is over, and sees what is like it. */
  async #gone(ctx: HttpContext) {
    const listing = await goneListingAt(ctx.params.address)
    if (!listing) throw new NotHere()
    ctx.response.status(410)
    return ctx.view.render('listings::pages/site/gone', await goneView(ctx, listing))
  }
}
