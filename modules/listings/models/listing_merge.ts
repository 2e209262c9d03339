import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { Actor } from '#kernel/tenancy/actor'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { FieldValues } from '../merging/merge_fields.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** One listing was taken into another: all that it takes to part them again. */
export default class ListingMerge extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare survivorId: string

  @column()
  declare mergedId: string

  @column()
  declare mergedTitle: string

  /** The survivor's fields before and after, as far as the merge changed them. */
  @column(asJson)
  declare before: FieldValues

  @column(asJson)
  declare after: FieldValues

  /** The tags that the survivor got on top of its own. */
  @column()
  declare addedTags: string[]

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
