import type { HttpContext } from '@adonisjs/core/http'
import ListingPolicy from '../policies/listing_policy.ts'
import { foundOwners } from '../presenters/owner_choices.ts'

/** Contacts to choose the owner of a property from, while their name is typed. */
export default class OwnersController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('create')
    const choices = await foundOwners(ctx, ctx.request.qs().ownerSearch)
    return ctx.view.render('listings::partials/owner_choices', { choices, chosen: null })
  }
}
