import type { HttpContext } from '@adonisjs/core/http'
import { feedInReach } from '../feeds/in_reach.ts'
import { presentChanges } from '../feeds/present_changes.ts'

/** What a feed would change, before it does. */
export default class FeedChangesController {
  async index(ctx: HttpContext) {
    const shown = await presentChanges(ctx, await feedInReach(ctx))
    return ctx.view.render('listings::pages/feeds/changes', shown)
  }
}
