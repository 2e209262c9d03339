import { Member, staffRoles } from '#app/members'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { isUuid } from '#kernel/tenancy/names'
import { TaskAssigned } from '../events/task_assigned.ts'
import Task from '../models/task.ts'

export interface TaskDraft {
  title: string
  details?: string | null
  dueOn?: string | null
  dueTime?: string | null
  /** A member's id, or the name of a role; the writer, where nobody is named. */
  assignee?: string | null
}

interface Subject {
  type: string
  id: string
}

/** Asks somebody, or whoever has a role, to do something. */
export async function createTask(
  draft: TaskDraft,
  subject: Subject | null
): Promise<Result<Task, 'not_assignable'>> {
  const assignee = await assigneeOf(draft)
  if (!assignee) return refused('not_assignable')
  const actor = currentActor()
  const task = await Task.create({
    ...written(draft),
    ...assignee,
    status: 'open',
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
    authorId: actor.id,
    authorName: actor.name,
  })
  if (task.ownerId !== actor.id) unit().tell(new TaskAssigned(task))
  return done(task)
}

/** Changes what is to be done, by when, or by whom. */
export async function changeTask(
  task: Task,
  { version, ...draft }: TaskDraft & { version: number }
): Promise<Result<Task, 'stale' | 'not_assignable'>> {
  const assignee = await assigneeOf(draft)
  if (!assignee) return refused('not_assignable')
  const isHandedOn = assignee.ownerId !== task.ownerId || assignee.role !== task.role
  task.merge({ ...written(draft), ...assignee })
  if (!(await task.saveSeen(version))) return refused('stale')
  if (isHandedOn) unit().tell(new TaskAssigned(task))
  return done(task)
}

/** Not today: the same task on a later day. */
export async function postponeTask(task: Task, day: string): Promise<void> {
  await task.merge({ dueOn: day }).saveSeen(task.version)
}

function written({ title, details, dueOn, dueTime }: TaskDraft) {
  return { title, details: details ?? '', dueOn: dueOn ?? null, dueTime: dueTime ?? null }
}

async function assigneeOf({ assignee }: TaskDraft) {
  const who = assignee ?? currentActor().id
  if (staffRoles.some((role) => role === who)) return { ownerId: null, role: who }
  if (!isUuid(who)) return null
  const member = await Member.query().where({ id: who, state: 'active' }).first()
  return member ? { ownerId: who, role: null } : null
}
