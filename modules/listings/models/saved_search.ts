import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export const frequencies = ['instant', 'daily', 'off'] as const
export type Frequency = (typeof frequencies)[number]

/** What somebody looks for, kept to be told when it comes; its criteria stand in columns of their own. */
export default class SavedSearch extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare name: string

  /** Who keeps it. */
  @column()
  declare ownerId: string

  /** For whom, where it is for a client; nobody any more when the contact is gone for good. */
  @column()
  declare contactId: string | null

  @column()
  declare forContact: boolean

  @column()
  declare frequency: Frequency

  /** The part of the list's address that says it. */
  @column()
  declare query: string

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
