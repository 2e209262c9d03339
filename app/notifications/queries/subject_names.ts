import { Task, recordTitles, subjectsOf } from '#app/records'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type Notification from '../models/notification.ts'

export interface SubjectNames {
  /** What it is about, as far as this person sees it. */
  nameOf(notification: Notification): string | null
  /** It is about something that this person cannot see, or that is gone. */
  isHidden(notification: Notification): boolean
}

/** Names what notifications are about: one query for each kind of thing. */
export async function subjectNames(notifications: Notification[]): Promise<SubjectNames> {
  const rows = notifications.map((one) => ({
    subject_type: one.subjectType,
    subject_id: one.subjectId,
  }))
  const records = await recordTitles(rows)
  const tasks = await taskTitles(notifications)
  const named = new Set(['task', ...recordTypes()])
  const nameOf = ({ subjectId }: Notification) =>
    records.get(subjectId ?? '')?.title ?? tasks.get(subjectId ?? '') ?? null
  return {
    nameOf,
    isHidden: (one) => named.has(one.subjectType ?? '') && nameOf(one) === null,
  }
}

/** Kinds of records that say what they are called. */
function recordTypes(): string[] {
  return subjectsOf(unit().tenant.modules).flatMap(({ type, titles }) => (titles ? [type] : []))
}

async function taskTitles(notifications: Notification[]): Promise<Map<string, string>> {
  const ids = notifications.flatMap(({ subjectType, subjectId }) =>
    subjectType === 'task' && subjectId ? [subjectId] : []
  )
  if (ids.length === 0) return new Map()
  const tasks = await Task.reachableBy(currentActor()).whereIn('id', ids)
  return new Map(tasks.map(({ id, title }) => [id, title]))
}
