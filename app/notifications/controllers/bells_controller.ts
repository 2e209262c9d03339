import type { HttpContext } from '@adonisjs/core/http'
import { unreadOf } from '../queries/unread.ts'

/** How many are unread, for a page that has been open for a while. */
export default class BellsController {
  async show({ request, response, staff, view }: HttpContext) {
    if (!request.wantsFragment()) return response.redirect().toRoute('notifications.index')
    const unread = await unreadOf(staff.actor.id)
    if (request.qs().seen === String(unread)) return response.status(204).send('')
    return view.render('components/shell/bell_count', { unread })
  }
}
