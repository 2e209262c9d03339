import { DateTime } from 'luxon'
import Notification from '../models/notification.ts'

/** Read, at the first time that it is. */
export async function readNotification(notification: Notification): Promise<void> {
  if (!notification.readAt) await notification.merge({ readAt: DateTime.utc() }).save()
}

/** All that were there when the person looked: what came since stays unread. */
export async function readNotifications(memberId: string, newest?: string | null): Promise<void> {
  const unread = Notification.of(memberId).whereNull('read_at')
  if (newest) unread.where('id', '<=', newest)
  await unread.update({ readAt: DateTime.utc() })
}
