import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import type Notification from './models/notification.ts'
import { notificationList } from './queries/notification_list.ts'
import { type SubjectNames, subjectNames } from './queries/subject_names.ts'

const PAGE = 25
const FEW = 6

/** A page of one's own notifications; in the menu of the bell the first few. */
export async function notificationsView(ctx: HttpContext, { few = false } = {}) {
  const { actor } = ctx.staff
  const { notifications, next } = await notificationList(
    actor.id,
    few ? FEW : PAGE,
    few ? null : ctx.request.qs().after
  )
  const names = await subjectNames(notifications)
  return {
    items: notifications.map((one) => itemOf(ctx, one, names)),
    next,
    /** What "all" means to whoever reads this page. */
    newest: notifications.find(({ readAt }) => !readAt)?.id ?? null,
  }
}

function itemOf({ i18n, tenant }: HttpContext, one: Notification, names: SubjectNames) {
  const isHidden = names.isHidden(one)
  return {
    id: one.id,
    action: isHidden ? null : `/app/notifications/${one.id}/reading`,
    text: isHidden ? i18n.t('notifications.hidden') : i18n.t(one.kind, one.facts),
    about: names.nameOf(one),
    isUnread: one.readAt === null,
    at: momentOf(one.createdAt, tenant!),
  }
}
