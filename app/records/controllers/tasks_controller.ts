import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { changeTask, createTask } from '../actions/save_task.ts'
import { inMarket } from '../in_market.ts'
import { subjectsOf } from '../subject.ts'
import { taskInReach } from '../task_answers.ts'
import { taskForm, tasksPage } from '../task_view.ts'
import { newTaskValidator, taskValidator } from '../validators/task.ts'

const notAssignable = { status: 422, key: 'records.tasks.not_assignable', field: 'assignee' }

/** What is to be done, by whom and by when. */
export default class TasksController {
  async index(ctx: HttpContext) {
    const page = await tasksPage(ctx)
    const view = ctx.request.wantsFragment() ? 'partials/tasks' : 'tasks/index'
    return ctx.view.render(`pages/records/${view}`, { page })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/records/tasks/form', { form: await taskForm(ctx, null) })
  }

  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(newTaskValidator, inMarket(ctx))
    const place = await this.#place(ctx, draft)
    const result = await createTask(draft, place)
    if (!result.ok) return refuse(ctx, notAssignable)
    ctx.session.flash('notice', { key: 'records.tasks.created', facts: { title: draft.title } })
    return ctx.response.redirect().toPath(place?.path ?? '/app/tasks')
  }

  async edit(ctx: HttpContext) {
    const task = await taskInReach(ctx)
    return ctx.view.render('pages/records/tasks/form', { form: await taskForm(ctx, task) })
  }

  async update(ctx: HttpContext) {
    const task = await taskInReach(ctx)
    const draft = await ctx.request.validateUsing(taskValidator, inMarket(ctx))
    const result = await changeTask(task, draft)
    if (!result.ok && result.reason === 'stale')
      return refuse(ctx, { status: 409, key: 'records.tasks.stale' })
    if (!result.ok) return refuse(ctx, notAssignable)
    ctx.session.flash('notice', 'records.tasks.saved')
    return ctx.response.redirect().toPath('/app/tasks')
  }

  /** The record that a task is about, for one who may write on it. */
  async #place(ctx: HttpContext, asked: { subjectType?: string; subjectId?: string }) {
    if (!asked.subjectType || !asked.subjectId) return null
    const subject = subjectsOf(ctx.tenant!.modules).find(({ type }) => type === asked.subjectType)
    const record = await subject?.find(asked.subjectId)
    if (!subject || !record) throw new NotHere()
    const { update } = subject.permissions
    if (!ctx.staff.actor.reaches(update, record)) throw new Forbidden(update)
    return { type: subject.type, id: record.id, path: `/app/${subject.room}/${record.id}` }
  }
}
