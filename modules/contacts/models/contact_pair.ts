import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** Two contacts that may be the same, or of which somebody said that they are not. */
export default class ContactPair extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  /** The older of the two. */
  @column()
  declare firstId: string

  @column()
  declare secondId: string

  @column()
  declare score: number

  @column()
  declare reasons: ('phone' | 'email' | 'name' | 'city')[]

  @column()
  declare state: 'open' | 'dismissed'

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
