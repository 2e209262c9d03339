import type { HttpContext } from '@adonisjs/core/http'
import { noteSending } from '../actions/note_recommendation.ts'
import { answerRecommended } from '../presenters/recommended_answer.ts'
import { recommendationInReach } from '../reaching_recommendations.ts'
import { sendingValidator } from '../validators/recommendation.ts'

/** Somebody sends a contact a listing, from their own telephone or mailbox: it is written down. */
export default class RecommendationSendingsController {
  async store(ctx: HttpContext) {
    const { listing, ...wanted } = await recommendationInReach(ctx)
    const { kind } = await ctx.request.validateUsing(sendingValidator)
    const { title, reference } = listing
    await noteSending({
      kind,
      listingId: listing.id,
      contactId: wanted.contact.id,
      requirementId: wanted.requirement.id,
      details: ctx.i18n.t(`listings.recommended.logged_${kind}`, { title, reference }),
    })
    return answerRecommended(ctx, wanted, { key: 'listings.recommended.sending_noted' })
  }
}
