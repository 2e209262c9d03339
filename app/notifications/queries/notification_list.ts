import { isUuid } from '#kernel/tenancy/names'
import Notification from '../models/notification.ts'

/** A person's notifications, the unread ones first and the newest of them on top. */
export async function notificationList(memberId: string, size: number, after?: unknown) {
  const query = Notification.of(memberId)
  const place = placeFrom(after)
  if (place) query.whereRaw('((read_at is null), id) < (?::boolean, ?::uuid)', place)
  const found = await query
    .orderByRaw('(read_at is null) desc, id desc')
    .limit(size + 1)
    .exec()
  const notifications = found.slice(0, size)
  const last = notifications.at(-1)
  const next = found.length > size && last ? `${last.readAt ? 'read' : 'new'}.${last.id}` : null
  return { notifications, next }
}

function placeFrom(after: unknown): [boolean, string] | null {
  const [part, id] = typeof after === 'string' ? after.split('.') : []
  return isUuid(id) ? [part === 'new', id] : null
}
