import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export const fieldKinds = ['text', 'number', 'date', 'yes_no', 'choice'] as const

export type FieldKind = (typeof fieldKinds)[number]

/** A field that the agency added to a kind of record; the values lie in the record's `custom`. */
export default class CustomField extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare subjectType: string

  /** Never changes, for it names the values. */
  @column()
  declare key: string

  @column()
  declare label: string

  @column()
  declare kind: FieldKind

  @column()
  declare choices: string[]

  @column()
  declare required: boolean

  @column()
  declare position: number

  /** No longer asked for; what was entered stays with the records. */
  @column.dateTime()
  declare retiredAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
