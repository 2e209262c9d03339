import type { HttpContext } from '@adonisjs/core/http'
import { Member, staffRoles } from '#app/members'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { dayMoment } from './moments.ts'
import type Task from './models/task.ts'
import {
  type ListedTask,
  type TaskRequest,
  taskList,
  taskScopes,
  tasksAbout,
} from './queries/task_list.ts'
import { type NamedRecord, recordTitles } from './queries/record_titles.ts'
import type { RecordSubject, SubjectRecord } from './subject.ts'

/** The page of tasks: whose, in which state, and page by page. */
export async function tasksPage(ctx: HttpContext) {
  const asked = ctx.request.qs()
  const request: TaskRequest = {
    scope: taskScopes.find((scope) => scope === asked.whose) ?? 'mine',
    status: (['open', 'done', 'cancelled'] as const).find((one) => one === asked.status) ?? 'open',
    after: asked.after,
  }
  const { tasks, next } = await taskList(ctx.staff.actor, request)
  const titles = await recordTitles(tasks)
  return { ...request, next, tasks: tasks.map((task) => taskView(ctx, task, titles)) }
}

/** The open tasks on a record's page. */
export async function recordTasks(ctx: HttpContext, subject: RecordSubject, record: SubjectRecord) {
  const tasks = await tasksAbout(subject.type, record.id)
  const about = new URLSearchParams({ subjectType: subject.type, subjectId: record.id })
  return {
    tasks: tasks.map((task) => taskView(ctx, task, new Map())),
    create: `/app/tasks/create?${about}`,
  }
}

/** One task as pages show it. */
export function taskView(ctx: HttpContext, task: ListedTask, titles: Map<string, NamedRecord>) {
  const tenant = ctx.tenant as TenantSnapshot
  return {
    ...task,
    url: `/app/tasks/${task.id}`,
    who: task.role ? ctx.i18n.t(`roles.${task.role}`) : task.owner_name,
    at: task.due_on ? dayMoment(task.due_on, tenant) : null,
    time: task.due_time?.slice(0, 5) ?? null,
    isLate: isLate(task, today(tenant.timeZone)),
    about: titles.get(task.subject_id ?? '') ?? null,
    mayAct: mayAct(ctx, task),
  }
}

function isLate({ status, due_on: day }: ListedTask, now: string): boolean {
  return status === 'open' && day !== null && day < now
}

function mayAct({ staff: { actor } }: HttpContext, task: ListedTask): boolean {
  const isTheirs = [task.owner_id, task.author_id].includes(actor.id) || task.role === actor.role
  return isTheirs || actor.can('tasks.manage')
}

/** The form for a new task, or for changing this one. */
export async function taskForm(ctx: HttpContext, task: Task | null) {
  const { subjectType, subjectId } = ctx.request.qs()
  const members = await Member.query().where('state', 'active').orderBy('name').orderBy('id')
  const group = (name: string) => ctx.i18n.t(`records.tasks.${name}`)
  return {
    task,
    action: task ? `/app/tasks/${task.id}` : '/app/tasks',
    method: task ? 'put' : 'post',
    subject: task ? null : { type: subjectType, id: subjectId },
    assignee: task ? (task.ownerId ?? task.role) : ctx.staff.actor.id,
    assignees: [
      ...members.map(({ id, name }) => ({ value: id, text: name, group: group('a_member') })),
      ...staffRoles.map((role) => ({
        value: role,
        text: ctx.i18n.t(`roles.${role}`),
        group: group('a_role'),
      })),
    ],
  }
}
