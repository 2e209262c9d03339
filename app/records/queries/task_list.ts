import { isDay } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import Task, { type TaskStatus } from '../models/task.ts'

const PAGE = 25

export const taskScopes = ['mine', 'role', 'asked', 'all'] as const
export type TaskScope = (typeof taskScopes)[number]

export interface ListedTask extends Pick<Task, 'id' | 'title' | 'details' | 'status' | 'role'> {
  due_on: string | null
  due_time: string | null
  owner_id: string | null
  owner_name: string | null
  author_id: string | null
  author_name: string | null
  subject_type: string | null
  subject_id: string | null
  version: number
}

export interface TaskRequest {
  scope: TaskScope
  status: TaskStatus
  after?: unknown
}

/** One page of tasks by their day, those without one last: one query, however many. */
export async function taskList(actor: Actor, { scope, status, after }: TaskRequest) {
  const query = narrowed(actor, scope).where('tasks.status', status)
  const place = placeFrom(after)
  if (place) query.whereRaw(`(${KEY}, tasks.id) > (?::date, ?::uuid)`, place)
  const found = await inOrder(query)
    .limit(PAGE + 1)
    .pojo<ListedTask>()
  const tasks = found.slice(0, PAGE)
  const last = tasks.at(-1)
  const next = found.length > PAGE && last ? `${last.due_on ?? 'infinity'}.${last.id}` : null
  return { tasks, next }
}

/** What is to be done about a record: all of it, for whoever sees the record. */
export async function tasksAbout(type: string, id: string): Promise<ListedTask[]> {
  const query = Task.query().where({ subject_type: type, subject_id: id }).where('status', 'open')
  return inOrder(query).limit(50).pojo<ListedTask>()
}

/** What this person, or anybody in their role, should have done by this day. */
export async function tasksDue(actor: Actor, day: string, limit: number): Promise<ListedTask[]> {
  const query = Task.query()
    .where('tasks.status', 'open')
    .where('due_on', '<=', day)
    .where((mine) => void mine.where('owner_id', actor.id).orWhere('tasks.role', actor.role))
  return inOrder(query).limit(limit).pojo<ListedTask>()
}

const KEY = `coalesce(tasks.due_on, 'infinity'::date)`

function narrowed(actor: Actor, scope: TaskScope) {
  if (scope === 'mine') return Task.query().where('owner_id', actor.id)
  if (scope === 'role') return Task.query().where('tasks.role', actor.role)
  if (scope === 'asked') return Task.query().where('author_id', actor.id)
  return Task.reachableBy(actor)
}

function inOrder(query: ReturnType<typeof Task.query>) {
  return query
    .joinRaw('left join members as owner on owner.id = tasks.owner_id')
    .select('tasks.*', 'owner.name as owner_name')
    .orderByRaw(`${KEY}, tasks.id`)
}

function placeFrom(after: unknown): [string, string] | null {
  const [day, id] = typeof after === 'string' ? after.split('.') : []
  return day && (day === 'infinity' || isDay(day)) && isUuid(id) ? [day, id] : null
}
