import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { CoreModel } from '#kernel/tenancy/core_model'

export type OperatorRole =
  'platform_admin' | 'moderator' | 'finance_ops' | 'support_agent' | 'ops_rm_lead'

/** A person who signs in: staff of agencies, suppliers, operators. Unknown e-mails may repeat until verified. */
export default class Identity extends CoreModel {
  static table = 'identities'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare email: string

  @column()
  declare name: string

  @column({ serializeAs: null })
  declare passwordHash: string | null

  @column.dateTime()
  declare emailVerifiedAt: DateTime | null

  @column()
  declare status: 'active' | 'suspended' | 'blocked' | 'deleted'

  @column()
  declare operatorRole: OperatorRole | null

  @column.dateTime()
  declare lastSignedInAt: DateTime | null

  @column()
  declare version: number

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  get isActive() {
    return this.status === 'active'
  }
}
