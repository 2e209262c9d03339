import { Member } from '#app/members'
import { Task } from '#app/records'
import type { UnitListener } from '#kernel/events/listener'
import { currentActor } from '#kernel/tenancy/tenancy'
import { notify } from '../actions/notify.ts'

/** Whoever is to do a task, or may, hears of it. */
export const tellOfTask: UnitListener = {
  kind: 'unit',
  event: 'records.task_assigned',
  name: 'notifications.tell_of_task',

  async handle({ payload }) {
    const task = await Task.find(payload.taskId)
    if (task?.status !== 'open') return
    await notify([
      {
        to: task.ownerId ? [task.ownerId] : await membersWith(task.role!),
        kind: task.ownerId ? 'notifications.task_for_you' : 'notifications.task_for_role',
        facts: { by: currentActor().name },
        path: `/app/tasks/${task.id}/edit`,
        subject: { type: 'task', id: task.id },
      },
    ])
  },
}

async function membersWith(role: string): Promise<string[]> {
  const members = await Member.query().where({ role, state: 'active' }).select('id')
  return members.map(({ id }) => id)
}
