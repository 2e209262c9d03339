import type { HttpContext } from '@adonisjs/core/http'
import { readNotifications } from '../actions/read_notifications.ts'
import { readingValidator } from '../validators/reading.ts'

/** Everything that stood there is read. */
export default class AllReadingsController {
  async store({ request, response, session, staff }: HttpContext) {
    const { newest } = await request.validateUsing(readingValidator)
    await readNotifications(staff.actor.id, newest)
    session.flash('notice', 'notifications.all_read')
    return response.redirect().toRoute('notifications.index')
  }
}
