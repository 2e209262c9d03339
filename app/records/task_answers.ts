import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { renderToday } from '#kernel/today/today_list'
import { type Notice, toastOf, undoneAt } from './answers.ts'
import Task, { type TaskStatus } from './models/task.ts'
import { tasksPage } from './task_view.ts'

/** The task that the address names, if it is this person's business. */
export async function taskInReach({ params, staff }: HttpContext): Promise<Task> {
  const id = params.task_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const task = await Task.reachableBy(staff.actor).where('tasks.id', id).first()
  if (!task) throw new NotHere()
  return task
}

/** Back to where the person was: Today, the tasks, or the record that the task is about. */
export async function answerTask(ctx: HttpContext, notice: Notice) {
  const isToday = ctx.request.qs().back === 'today'
  const said = undoneAt(isToday ? 'today' : undefined, notice)
  if (ctx.request.wantsFragment()) {
    const toast = toastOf(ctx, said)
    if (isToday) return renderToday(ctx, toast)
    return ctx.view.render('pages/records/partials/tasks', { page: await tasksPage(ctx), toast })
  }
  ctx.session.flash('notice', said)
  return isToday ? ctx.response.redirect().toPath('/app') : ctx.response.redirect().back()
}

/** One step of a task, with the way back. Who finds it where they want it has nothing to do. */
export async function takeTaskStep(ctx: HttpContext, status: TaskStatus) {
  const task = await taskInReach(ctx)
  if (task.status !== status) {
    const step = await task.moveTo(status, { seenVersion: task.version })
    if (!step.ok) return refuse(ctx, { status: 409, key: 'records.tasks.stale' })
  }
  const undo = status === 'open' ? undefined : `${undoing[status](task)}?_method=DELETE`
  return answerTask(ctx, { key: `records.tasks.now.${status}`, undo })
}

const undoing = {
  done: ({ id }: Task) => `/app/tasks/${id}/completion`,
  cancelled: ({ id }: Task) => `/app/tasks/${id}/cancellation`,
}
