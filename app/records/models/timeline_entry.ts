import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { EntryKind, Outcome } from '../kinds.ts'

/** One thing that happened to a record: an interaction, a note, or a change of its facts. */
export default class TimelineEntry extends compose(TenantModel, Versioned, SoftDeletes) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare subjectType: string

  @column()
  declare subjectId: string

  @column()
  declare kind: EntryKind

  @column.dateTime()
  declare happenedAt: DateTime

  @column()
  declare details: string

  @column()
  declare outcome: Outcome | null

  @column()
  declare nextAction: string | null

  @column()
  declare nextActionOn: string | null

  @column.dateTime()
  declare nextActionDoneAt: DateTime | null

  @column({ prepare: (value: object) => JSON.stringify(value) })
  declare facts: EntryFacts

  @column()
  declare authorId: string | null

  @column()
  declare authorName: string | null

  /** The entry that this one replaces; that one is kept, hidden. */
  @column()
  declare correctsId: string | null

  /** Since when it stays at the top of the story. */
  @column.dateTime()
  declare pinnedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  isBy(authorId: string): boolean {
    return this.kind !== 'change' && this.authorId === authorId
  }
}

export interface EntryFacts {
  /** What a change changed, field by field, in words that people read. */
  changes?: FieldChange[]
  /** Logged by a tap on a number or an address, before anybody said how it went. */
  tapped?: boolean
}

export interface FieldChange {
  /** i18n key of the field. */
  field: string
  from: string | null
  to: string | null
  /** Where both are keys, not text: the i18n prefix under which their words lie. */
  words?: string
}
