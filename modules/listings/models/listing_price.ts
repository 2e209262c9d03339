import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { RentPeriod } from '../listing_words.ts'

/** What a listing was asked for, since when, and who said so. */
export default class ListingPrice extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare listingId: string

  @column()
  declare priceMinor: number

  @column()
  declare currency: string

  @column()
  declare rentPeriod: RentPeriod | null

  @column()
  declare reason: string | null

  @column()
  declare actorId: string | null

  @column()
  declare actorName: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
