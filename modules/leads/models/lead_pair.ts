import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** Two leads that may be the same. */
export default class LeadPair extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare firstId: string

  @column()
  declare secondId: string

  @column()
  declare reasons: string[]

  @column()
  declare state: 'open' | 'dismissed'

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
