import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { MediaKind, Moderation, Picture } from '../media_words.ts'

/** A photo, floor plan, paper or tour of a listing. */
export default class ListingMedium extends compose(TenantModel, Versioned, SoftDeletes) {
  static table = 'listing_media'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare listingId: string

  @column()
  declare kind: MediaKind

  /** As it was sent; of a picture only until its pictures are made, since it may say where it was taken. */
  @column()
  declare fileId: string | null

  @column()
  declare name: string | null

  @column()
  declare position: number

  /** Chosen by somebody; where nobody chose, the first photo is the cover. */
  @column()
  declare isCover: boolean

  @column()
  declare caption: string | null

  @column()
  declare moderation: Moderation

  @column()
  declare moderationReason: string | null

  @column()
  declare moderatedBy: string | null

  @column({ columnName: 'sha256' })
  declare sha256: string | null

  @column()
  declare width: number | null

  @column()
  declare height: number | null

  @column({ prepare: (pictures: Picture[]) => JSON.stringify(pictures) })
  declare pictures: Picture[]

  /** A few pixels as a data address, shown until the picture has arrived. */
  @column()
  declare placeholder: string | null

  @column.dateTime()
  declare processedAt: DateTime | null

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
