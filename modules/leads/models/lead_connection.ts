import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export const connectionKinds = ['facebook', 'google', 'email'] as const
export type ConnectionKind = (typeof connectionKinds)[number]

/** A door of its own through which one advertiser, portal or mailbox brings leads. */
export default class LeadConnection extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare kind: ConnectionKind

  @column()
  declare name: string

  /** Stands in the door's address; nobody can guess it. */
  @column()
  declare token: string

  /** Sealed with the agency's key; see `capture/secrets.ts`. */
  @column({ serializeAs: null })
  declare secrets: string | null

  @column()
  declare createdBy: string | null

  @column.dateTime()
  declare revokedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
