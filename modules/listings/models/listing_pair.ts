import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { LikenessReason } from '../listing_words.ts'

/** Two listings that may offer the same, or of which somebody said that they do not. */
export default class ListingPair extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  /** The older of the two. */
  @column()
  declare firstId: string

  @column()
  declare secondId: string

  @column()
  declare reasons: LikenessReason[]

  @column()
  declare state: 'open' | 'dismissed'

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
