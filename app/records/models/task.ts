import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { HasStatus } from '#kernel/models/has_status'
import { Versioned } from '#kernel/models/versioned'
import type { Actor } from '#kernel/tenancy/actor'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export type TaskStatus = 'open' | 'done' | 'cancelled'

/** Something that a member, or anybody in a role, is to do. */
export default class Task extends compose(TenantModel, Versioned, HasStatus) {
  static subjectType = 'task'
  static steps = { open: ['done', 'cancelled'], done: ['open'], cancelled: ['open'] }

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare title: string

  @column()
  declare details: string

  @column()
  declare dueOn: string | null

  /** What the agency's clock shows. */
  @column()
  declare dueTime: string | null

  /** The member who is to do it; null where anybody in `role` may. */
  @column()
  declare ownerId: string | null

  @column()
  declare role: string | null

  @column()
  declare status: TaskStatus

  @column()
  declare subjectType: string | null

  @column()
  declare subjectId: string | null

  @column()
  declare authorId: string | null

  @column()
  declare authorName: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** One's own, those of one's role, and those that one asked for; everybody's for who manages them. */
  static reachableBy(actor: Actor): ModelQueryBuilderContract<typeof Task, Task> {
    const query = this.query()
    if (actor.can('tasks.manage')) return query
    return query.where((mine) => {
      mine.where('owner_id', actor.id).orWhere('role', actor.role).orWhere('author_id', actor.id)
    })
  }
}
