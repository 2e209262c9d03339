import type { HttpContext } from '@adonisjs/core/http'
import { attachmentNamed } from '#kernel/http/attachment_named'
import { drawBrochure } from '../brochure/draw_brochure.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { brochureView } from '../presenters/brochure_view.ts'
import { listingInReach } from '../reaching.ts'

/** A listing on paper, in the agency's colours. */
export default class BrochuresController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const listing = await listingInReach(ctx)
    const brochure = await brochureView(ctx, listing)
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header(
      'content-disposition',
      attachmentNamed(`${listing.reference} ${listing.title.slice(0, 80)}.pdf`)
    )
    ctx.response.header('cache-control', 'private, no-store')
    return ctx.response.stream(drawBrochure(brochure))
  }
}
