import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** One way to reach a contact: a phone number in E.164, or an e-mail address. */
export default class ContactPoint extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare contactId: string

  @column()
  declare kind: 'phone' | 'email'

  @column()
  declare value: string

  @column()
  declare label: string | null

  /** The first of each kind is the one that lists show. */
  @column()
  declare position: number

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
