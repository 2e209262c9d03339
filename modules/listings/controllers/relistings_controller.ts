import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { today } from '#kernel/markets/time'
import { stepFrom } from '../actions/step_from.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { relistingValidator } from '../validators/step.ts'

/** What had expired goes back on the market under a new authority. */
export default class RelistingsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const asked = await ctx.request.validateUsing(relistingValidator, inMarket(ctx))
    const now = today(ctx.tenant!.timeZone)
    const authorityFrom = asked.authorityFrom ?? now
    const { authorityUntil, version } = asked
    if (authorityUntil < authorityFrom || authorityUntil < now)
      return refuse(ctx, {
        status: 422,
        key: 'listings.refused.authority_order',
        field: 'authorityUntil',
      })

    const authorityKind = asked.authorityKind ?? listing.authorityKind
    const facts = { authorityKind, authorityFrom, authorityUntil }
    const move = { to: 'active', seenVersion: version, facts } as const
    return answerStep(ctx, listing, await stepFrom('expired', listing, move))
  }
}
