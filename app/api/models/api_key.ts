import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { CoreModel } from '#kernel/tenancy/core_model'

/** With it a program acts for one person in one agency. */
export default class ApiKey extends CoreModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare tenantId: string

  @column()
  declare identityId: string

  @column()
  declare name: string

  /** The part that is no secret: the key is found by it and told apart in lists. */
  @column()
  declare prefix: string

  @column({ serializeAs: null })
  declare secretHash: string

  /** What the key may be used for, as far as its person may do it. */
  @column()
  declare permissions: string[]

  @column.dateTime()
  declare expiresAt: DateTime | null

  @column.dateTime()
  declare lastUsedAt: DateTime | null

  @column.dateTime()
  declare revokedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  get isOpen(): boolean {
    const hasEnded = this.expiresAt !== null && this.expiresAt.toMillis() <= Date.now()
    return this.revokedAt === null && !hasEnded
  }
}
