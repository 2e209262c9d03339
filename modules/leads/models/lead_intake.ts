import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** `waiting`: its details are still to be fetched. `ignored`: a machine's answer, no lead. */
export type IntakeState = 'waiting' | 'taken' | 'test' | 'ignored' | 'failed'

/** One thing that came in through a connection, so that it is taken once. */
export default class LeadIntake extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare connectionId: string

  /** What its sender calls it. */
  @column()
  declare externalId: string

  @column()
  declare state: IntakeState

  @column()
  declare leadId: string | null

  /** i18n key below `leads.sources.problems`. */
  @column()
  declare problem: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
