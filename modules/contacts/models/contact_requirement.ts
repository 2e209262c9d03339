import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { DealType, Timing, WantedFeature, WantedType } from '../requirement_words.ts'

const asNumber = { consume: (value: string | null) => (value === null ? null : Number(value)) }

/** What a contact looks for. One may look for several things: a house to buy, an office to rent. */
export default class ContactRequirement extends compose(TenantModel, Versioned, SoftDeletes) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare contactId: string

  @column()
  declare dealType: DealType

  /** For rent: what a month may cost. */
  @column(asNumber)
  declare budgetFromMinor: number | null

  @column(asNumber)
  declare budgetToMinor: number | null

  @column()
  declare currency: string

  @column()
  declare localities: string[]

  @column()
  declare types: WantedType[]

  @column()
  declare bedsMin: number | null

  @column()
  declare bathsMin: number | null

  @column()
  declare sizeMin: number | null

  @column()
  declare sizeUnit: 'sqm' | 'sqft'

  @column()
  declare features: WantedFeature[]

  @column()
  declare timing: Timing | null

  @column()
  declare moveInOn: string | null

  @column()
  declare household: string | null

  @column()
  declare dealBreakers: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
