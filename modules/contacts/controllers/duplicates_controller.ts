import type { HttpContext } from '@adonisjs/core/http'
import ContactPolicy from '../policies/contact_policy.ts'
import { duplicatesView } from '../presenters/duplicates_view.ts'

/** Contacts that are likely the same, across the whole agency. */
export default class DuplicatesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('mergeAny')
    const duplicates = await duplicatesView(ctx)
    const view = ctx.request.wantsFragment() ? 'partials/duplicates' : 'pages/duplicates/index'
    return ctx.view.render(`contacts::${view}`, { duplicates })
  }
}
