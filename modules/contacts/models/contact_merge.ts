import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { Actor } from '#kernel/tenancy/actor'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { Added, FieldValues } from '../merging/merge_fields.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** One contact was taken into another: all that it takes to part them again. */
export default class ContactMerge extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare survivorId: string

  @column()
  declare mergedId: string

  @column()
  declare mergedName: string

  /** The survivor's fields before and after, as far as the merge changed them. */
  @column(asJson)
  declare before: FieldValues

  @column(asJson)
  declare after: FieldValues

  /** What the survivor got on top of its own. */
  @column(asJson)
  declare added: Added

  @column()
  declare authorId: string | null

  @column()
  declare authorName: string | null

  @column.dateTime()
  declare undoneAt: DateTime | null

  @column()
  declare undoneBy: string | null

  /** The fields that somebody had changed since, and that stayed so when the two were parted. */
  @column()
  declare kept: string[]

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  undoBy({ id }: Actor, at: DateTime, kept: string[]): this {
    return Object.assign(this, { undoneAt: at, undoneBy: id, kept })
  }
}
