import type { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { Flag } from '../scoring/flags.ts'
import Lead from './lead.ts'

/** Something that looks wrong about a lead, until somebody has had a look. */
export default class LeadFlag extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare leadId: string

  @column()
  declare kind: Flag['kind']

  @column({ prepare: (value: object) => JSON.stringify(value) })
  declare evidence: Record<string, number>

  @column()
  declare state: 'open' | 'confirmed' | 'dismissed'

  @column()
  declare decidedBy: string | null

  @column.dateTime()
  declare decidedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Lead, { localKey: 'id', foreignKey: 'leadId' })
  declare lead: BelongsTo<typeof Lead>
}
