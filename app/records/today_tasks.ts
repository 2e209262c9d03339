import type { HttpContext } from '@adonisjs/core/http'
import { daysBetween, today } from '#kernel/markets/time'
import { registerToday } from '#kernel/today/today_list'
import { type TodayItem, todayRank } from '#kernel/today/today_provider'
import { recordTitles } from './queries/record_titles.ts'
import { tasksDue } from './queries/task_list.ts'
import { taskView } from './task_view.ts'

/** Tasks that are due, of this person or of their role. */
registerToday({
  permission: null,

  async items(ctx, limit) {
    const tasks = await tasksDue(ctx.staff.actor, today(ctx.tenant!.timeZone), limit)
    const titles = await recordTitles(tasks)
    return tasks.map((task) => itemOf(ctx, taskView(ctx, task, titles)))
  },
})

function itemOf(ctx: HttpContext, task: ReturnType<typeof taskView>): TodayItem {
  return {
    key: `task-${task.id}`,
    ...subjectOf(ctx, task),
    reason: reasonOf(ctx, task),
    isLate: task.isLate,
    details: task.details,
    rank: rankOf(ctx, task),
    done: `${task.url}/completion`,
    later: `${task.url}/postponement`,
  }
}

/** The record that it is about; a task about nothing in particular speaks for itself. */
function subjectOf({ i18n }: HttpContext, { about, title, url }: ReturnType<typeof taskView>) {
  return about
    ? { subject: about.title, url: about.url, title }
    : { subject: title, url: `${url}/edit`, title: i18n.t('records.tasks.task') }
}

function reasonOf({ i18n }: HttpContext, { at, time, role, who }: ReturnType<typeof taskView>) {
  const due = { day: at?.said ?? '', time: time ?? 'none' }
  return role
    ? i18n.t('records.tasks.due_for_role', { ...due, role: who ?? '' })
    : i18n.t('records.tasks.due', due)
}

function rankOf({ tenant }: HttpContext, { due_on: day }: ReturnType<typeof taskView>): number {
  const late = daysBetween(day!, today(tenant!.timeZone))
  return late > 0 ? todayRank.late + Math.min(late, 99) : todayRank.due
}
