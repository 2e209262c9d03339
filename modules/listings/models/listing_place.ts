import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** A place that the market does not bring, and the agency knows. */
export default class ListingPlace extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare name: string

  /** What people call it besides. */
  @column()
  declare also: string[]

  /** The city around it. */
  @column()
  declare city: string | null

  @column()
  declare latitude: number | null

  @column()
  declare longitude: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
