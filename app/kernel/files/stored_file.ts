import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** What is known about a file of the agency; its bytes lie in the storage under `storageKey`. */
export default class StoredFile extends TenantModel {
  static table = 'files'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare storageKey: string

  /** As the person called it, without anything that could be a path. */
  @column()
  declare name: string

  /** By content, never by what the sender said. */
  @column()
  declare mediaType: string

  @column()
  declare bytes: number

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare ownerId: string | null

  @column()
  declare subjectType: string | null

  @column()
  declare subjectId: string | null

  @column.dateTime()
  declare deletedAt: DateTime | null

  @column()
  declare deletedBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
