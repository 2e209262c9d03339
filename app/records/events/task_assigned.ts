import type { DomainEvent } from '#kernel/tenancy/unit'
import type Task from '../models/task.ts'

/** A task became somebody's, or a role's: they may want to hear of it. */
export class TaskAssigned implements DomainEvent {
  readonly name = 'records.task_assigned'
  readonly version = 1
  readonly payload: { taskId: string; ownerId: string | null; role: string | null }

  constructor({ id, ownerId, role }: Task) {
    this.payload = { taskId: id, ownerId, role }
  }
}
