import type { HttpContext } from '@adonisjs/core/http'
import ContactPolicy from '../policies/contact_policy.ts'
import { likenessView } from '../presenters/likeness_view.ts'
import { typedSoFar } from '../presenters/typed_so_far.ts'
import { duplicatesOf } from '../queries/duplicates_of.ts'

/** Whom somebody may mean who is filling in the form. */
export default class LikenessesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('create')
    const typed = typedSoFar(ctx)
    const likenesses = await duplicatesOf(ctx.staff.actor, typed)
    return ctx.view.render('contacts::partials/likenesses', {
      likenesses: likenesses.map((one) => likenessView(ctx, one)),
      of: typed.except,
    })
  }
}
