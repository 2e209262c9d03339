import { Task } from '#app/records'
import type { Ground, Write } from './writes.ts'

const aTask = ({ records }: Ground) => ({ id: records.task })
const ofTask = ({ records }: Ground) => ({ task_id: records.task })
const title = { most: 200 }
const texts = { title, details: { most: 4_000 } }

const task = {
  title: 'Send the brochure',
  details: 'The blue one',
  dueOn: '2027-01-02',
  dueTime: '09:30',
  assignee: 'marketing',
}

/** The form shows all that was written; the list does not. */
const ofNewest = async ({ agency }: Ground) => {
  const newest = () => Task.query().orderBy('id', 'desc').firstOrFail()
  const { id } = await agency.inUnit(newest)
  return `/app/tasks/${id}/edit`
}

/** Changes around tasks. */
export const taskWrites: Record<string, Write> = {
  'tasks.store': {
    body: () => ({ ...task, subjectType: '', subjectId: '' }),
    texts: { title },
    formAt: () => '/app/tasks/create',
    seenAt: ofNewest,
  },
  'tasks.update': {
    params: aTask,
    body: () => ({ ...task, version: 1 }),
    texts,
    seenAt: ({ records }) => `/app/tasks/${records.task}/edit`,
  },
  'tasks.completion.store': { params: ofTask },
  'tasks.completion.destroy': { params: ofTask, given: `update tasks set status = 'done'` },
  'tasks.cancellation.store': { params: ofTask },
  'tasks.cancellation.destroy': { params: ofTask, given: `update tasks set status = 'cancelled'` },
  'tasks.postponement.store': { params: ofTask, body: () => ({ days: 3, on: '2027-02-01' }) },
}
