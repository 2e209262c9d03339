import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { ClaimGroup } from '../routing/targets.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** A lead that is offered to a group for a while: whoever claims it first has it. */
export default class LeadClaim extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare leadId: string

  @column()
  declare ruleName: string

  @column()
  declare rulePosition: number

  @column()
  declare memberIds: string[]

  /** Name and source are not told before it is claimed. */
  @column()
  declare hidden: boolean

  /** The groups that are asked next. */
  @column(asJson)
  declare fallback: ClaimGroup[]

  @column.dateTime()
  declare expiresAt: DateTime

  @column.dateTime()
  declare closedAt: DateTime | null

  @column()
  declare claimedBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
