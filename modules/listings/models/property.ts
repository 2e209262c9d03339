import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import type { Address } from '#kernel/markets/market_pack'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { PlotUnit, PropertyType, SizeUnit } from '../listing_words.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** A building, flat or plot. It may be listed again and again. */
export default class Property extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare type: PropertyType

  @column(asJson)
  declare address: Address

  /** Copies of parts of the address, for lists. */
  @column()
  declare locality: string | null

  @column()
  declare city: string | null

  @column()
  declare postcode: string | null

  @column()
  declare latitude: number | null

  @column()
  declare longitude: number | null

  @column()
  declare sizeValue: number | null

  @column()
  declare sizeUnit: SizeUnit | null

  @column()
  declare plotValue: number | null

  @column()
  declare plotUnit: PlotUnit | null

  @column()
  declare beds: number | null

  @column()
  declare baths: number | null

  @column()
  declare yearBuilt: number | null

  @column()
  declare features: string[]

  /** The seller or landlord. */
  @column()
  declare ownerContactId: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
