import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import type { Actor } from '#kernel/tenancy/actor'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** A list's address under a name: its filters, order and columns. */
export default class SavedView extends compose(TenantModel, Versioned, SoftDeletes) {
  @column({ isPrimary: true })
  declare id: string

  /** The room whose list it is: `contacts`. */
  @column()
  declare list: string

  @column()
  declare name: string

  /** What follows the question mark. */
  @column()
  declare query: string

  @column()
  declare ownerId: string

  /** On everybody's list, not only on its owner's. */
  @column()
  declare isShared: boolean

  @column()
  declare position: number

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** Their own, and those that are shared. */
  static seenBy({ id }: Actor) {
    return this.query().where((seen) => void seen.where('is_shared', true).orWhere('owner_id', id))
  }

  get url(): string {
    return `/app/${this.list}?${this.query || 'start=all'}`
  }

  /** One's own; and what stands on everybody's list, for those who may put it there. */
  mayBeChangedBy(actor: Actor): boolean {
    return this.isShared ? actor.can('views.share') : this.ownerId === actor.id
  }
}
