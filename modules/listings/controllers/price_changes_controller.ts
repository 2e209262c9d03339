import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { changePrice } from '../actions/change_price.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { priceValidator } from '../validators/step.ts'

/** Another price is asked. */
export default class PriceChangesController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const change = await ctx.request.validateUsing(priceValidator, inMarket(ctx))
    const result = await changePrice(listing, change)
    if (!result.ok)
      return refuse(ctx, {
        status: result.reason === 'same_price' ? 422 : 409,
        key: `listings.refused.${result.reason}`,
        field: 'price',
      })
    ctx.session.flash('notice', 'listings.price.changed')
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
  }
}
