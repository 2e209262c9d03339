import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { LinkKind } from '../link_words.ts'

/** Two contacts that belong together: the `kind` of `fromId` is `toId`. */
export default class ContactLink extends compose(TenantModel, SoftDeletes) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare fromId: string

  @column()
  declare toId: string

  @column()
  declare kind: LinkKind

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
