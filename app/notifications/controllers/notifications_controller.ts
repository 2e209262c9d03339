import type { HttpContext } from '@adonisjs/core/http'
import { notificationsView } from '../notification_view.ts'

/** What a person should hear of: their own, and nobody else's. */
export default class NotificationsController {
  async index(ctx: HttpContext) {
    const isMenu = ctx.request.wantsFragment() && ctx.request.qs().as === 'menu'
    const list = await notificationsView(ctx, { few: isMenu })
    if (isMenu) return ctx.view.render('pages/notifications/partials/menu', { list })
    const page = ctx.request.wantsFragment() ? 'partials/list' : 'index'
    return ctx.view.render(`pages/notifications/${page}`, { list })
  }
}
