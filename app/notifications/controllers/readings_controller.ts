import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { readNotification } from '../actions/read_notifications.ts'
import Notification from '../models/notification.ts'

/** Following a notification: it is read, and leads to what it is about. */
export default class ReadingsController {
  async store({ params, response, staff }: HttpContext) {
    const id = params.notification_id
    const notification = isUuid(id)
      ? await Notification.of(staff.actor.id).where('id', id).first()
      : null
    if (!notification) throw new NotHere()
    await readNotification(notification)
    return response.redirect().toPath(notification.path)
  }
}
