import type { HttpContext } from '@adonisjs/core/http'
import { unit } from '#kernel/tenancy/tenancy'
import { matchNow } from '../actions/match_searches.ts'
import ListingAlertsDue from '../events/listing_alerts_due.ts'
import { ownSearch } from '../reaching.ts'

/** What a search finds goes out now, whatever its frequency. */
export default class SearchSendingsController {
  async store(ctx: HttpContext) {
    const search = await ownSearch(ctx)
    await matchNow(search.id)
    unit().tell(new ListingAlertsDue({ searchId: search.id }))
    ctx.session.flash('notice', 'listings.alerts.sending')
    return ctx.response.redirect().toPath(`/app/listings/searches/${search.id}`)
  }
}
