import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { MarketKey } from '#kernel/markets/market_pack'
import { CoreModel } from '#kernel/tenancy/core_model'
import type { Branding, TenantStatus } from '#kernel/tenancy/tenant'

/** The platform's row about an agency. Requests read the cached snapshot instead. */
export default class Tenant extends CoreModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare slug: string

  @column()
  declare name: string

  @column()
  declare market: MarketKey

  @column()
  declare currency: string

  @column()
  declare timeZone: string

  @column()
  declare status: TenantStatus

  @column()
  declare founderId: string

  @column()
  declare planVersionId: string

  @column()
  declare trialPlanVersionId: string | null

  @column.dateTime()
  declare trialEndsAt: DateTime | null

  @column({ prepare: (value: Branding) => JSON.stringify(value) })
  declare branding: Branding

  @column({ serializeAs: null })
  declare dataKey: string

  @column.dateTime()
  declare deleteAfter: DateTime | null

  @column()
  declare version: number

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
