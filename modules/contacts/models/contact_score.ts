import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** How likely a contact is to recommend the agency, from 0 to 10, and what they said. */
export default class ContactScore extends compose(TenantModel, SoftDeletes) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare contactId: string

  @column()
  declare score: number

  @column()
  declare comment: string | null

  @column()
  declare authorId: string | null

  @column()
  declare authorName: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
