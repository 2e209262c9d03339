import type { HttpContext } from '@adonisjs/core/http'
import ListingPolicy from '../policies/listing_policy.ts'
import { likenessView } from '../presenters/likeness_view.ts'
import { typedHome } from '../presenters/typed_home.ts'
import { listingsLike } from '../queries/listings_like.ts'

/** What is listed already, for whom is filling in the form. */
export default class LikenessesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('create')
    const home = await typedHome(ctx)
    const likenesses = await listingsLike(ctx.staff.actor, home)
    return ctx.view.render('listings::partials/likenesses', {
      likenesses: likenesses.map(likenessView),
      of: home.except,
    })
  }
}
