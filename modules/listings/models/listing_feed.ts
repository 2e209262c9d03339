import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'

/** How a feed's server knows us. */
export const feedAuths = ['bearer', 'oauth2'] as const
/** Whether what a feed changes waits for somebody to look at it. */
export const feedManners = ['looked_at', 'itself'] as const

export type FeedAuth = (typeof feedAuths)[number]
export type FeedManner = (typeof feedManners)[number]

/** A server that brings listings, as RESO's Web API describes it. */
export default class ListingFeed extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare name: string

  @column()
  declare serviceUrl: string

  @column()
  declare resource: string

  /** Narrows what the server sends; OData, as its owner writes it. */
  @column()
  declare filter: string | null

  @column()
  declare auth: FeedAuth

  @column()
  declare tokenUrl: string | null

  @column()
  declare clientId: string | null

  /** Sealed with the agency's key; see `feeds/feed_secrets.ts`. */
  @column({ serializeAs: null })
  declare secrets: string | null

  @column()
  declare applies: FeedManner

  @column()
  declare isOn: boolean

  /** Agent of new listings whose own agent nobody here is. */
  @column()
  declare ownerId: string | null

  /** ModificationTimestamp, as the server writes it, up to which everything has been heard. */
  @column()
  declare watermark: string | null

  /** When it was last looked which listings the server still has. */
  @column.dateTime()
  declare keysComparedAt: DateTime | null

  @column.dateTime()
  declare syncedAt: DateTime | null

  /** The server asked not to be asked before. */
  @column.dateTime()
  declare notBefore: DateTime | null

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** Held until the unit ends, so that two runs cannot move one watermark. */
  static locked(id: string) {
    return this.query().where('id', id).forUpdate().first()
  }
}
