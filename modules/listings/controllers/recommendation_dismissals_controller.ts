import type { HttpContext } from '@adonisjs/core/http'
import { dismissRecommendation, recommendAgain } from '../actions/note_recommendation.ts'
import { answerRecommended } from '../presenters/recommended_answer.ts'
import { recommendationInReach } from '../reaching_recommendations.ts'

/** A listing that fits by the facts and yet is nothing for this contact; or perhaps it is. */
export default class RecommendationDismissalsController {
  async store(ctx: HttpContext) {
    const { listing, ...wanted } = await recommendationInReach(ctx)
    await dismissRecommendation({ listingId: listing.id, requirementId: wanted.requirement.id })
    const undo = `${ctx.request.url()}?_method=DELETE`
    return answerRecommended(ctx, wanted, { key: 'listings.recommended.dismissed', undo })
  }

  async destroy(ctx: HttpContext) {
    const { listing, ...wanted } = await recommendationInReach(ctx)
    await recommendAgain({ listingId: listing.id, requirementId: wanted.requirement.id })
    return answerRecommended(ctx, wanted, { key: 'listings.recommended.brought_back' })
  }
}
