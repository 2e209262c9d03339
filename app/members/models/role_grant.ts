import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { Reach } from '#kernel/tenancy/actor'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** What the agency decided for a role, where it differs from the bundle that came with the module. */
export default class RoleGrant extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare role: string

  @column()
  declare permission: string

  @column()
  declare reach: Reach | 'none'

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
