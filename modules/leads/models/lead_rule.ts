import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { Conditions } from '../routing/conditions.ts'
import type { Target } from '../routing/targets.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** Which new leads go to whom. The first rule that fits decides. */
export default class LeadRule extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare name: string

  @column()
  declare position: number

  @column(asJson)
  declare conditions: Conditions

  @column(asJson)
  declare target: Target

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
