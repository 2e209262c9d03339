import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** Something that a lead is interested in: a listing of the agency, or a unit in words. */
export default class LeadInterest extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare leadId: string

  @column()
  declare listingId: string | null

  @column()
  declare unit: string | null

  @column()
  declare note: string | null

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
