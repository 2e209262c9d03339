import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { CustomValues } from '#app/records'
import { HasStatus } from '#kernel/models/has_status'
import { Reachable } from '#kernel/models/reachable'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type {
  AuthorityKind,
  ClosedAs,
  DealType,
  ListingStatus,
  RentPeriod,
  Visibility,
} from '../listing_words.ts'
import Property from './property.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** A property that is for sale or rent through the agency. */
export default class Listing extends compose(
  TenantModel,
  Versioned,
  SoftDeletes,
  HasStatus,
  Reachable
) {
  static subjectType = 'listing'
  static steps: Record<ListingStatus, readonly ListingStatus[]> = {
    draft: ['pending_review', 'withdrawn'],
    pending_review: ['active', 'draft', 'withdrawn'],
    active: ['paused', 'under_offer', 'expired', 'withdrawn'],
    paused: ['active', 'withdrawn'],
    under_offer: ['closed', 'active', 'withdrawn'],
    expired: ['active', 'withdrawn'],
    closed: [],
    withdrawn: [],
  }

  /** What a feed has withdrawn it may offer again; a person who withdraws means it. */
  static stepsOfFeed: typeof Listing.steps = { ...Listing.steps, withdrawn: ['active'] }

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare propertyId: string

  /** What people call it on the phone; given once, by the agency's counter. */
  @column()
  declare reference: string

  @column()
  declare title: string

  @column()
  declare description: string | null

  @column()
  declare dealType: DealType

  @column()
  declare priceMinor: number | null

  @column()
  declare currency: string

  @column()
  declare rentPeriod: RentPeriod | null

  @column()
  declare status: ListingStatus

  @column()
  declare visibility: Visibility

  /** Its street is not shown on the internet. */
  @column()
  declare hidesAddress: boolean

  /** The agent. */
  @column()
  declare ownerId: string | null

  @column()
  declare teamId: string | null

  @column()
  declare categoryId: string | null

  /** What the owner signed, and for how long. */
  @column()
  declare authorityKind: AuthorityKind | null

  @column()
  declare authorityFrom: string | null

  @column()
  declare authorityUntil: string | null

  @column()
  declare commissionPercent: number | null

  @column()
  declare commissionTerms: string | null

  @column()
  declare qualityScore: number

  /** The last day on which what was confirmed still counts. */
  @column()
  declare freshUntil: string | null

  @column.dateTime()
  declare ownerVerifiedAt: DateTime | null

  @column()
  declare ownerVerifiedBy: string | null

  @column.dateTime()
  declare propertyVerifiedAt: DateTime | null

  @column()
  declare propertyVerifiedBy: string | null

  @column.dateTime()
  declare activatedAt: DateTime | null

  @column()
  declare closedAs: ClosedAs | null

  @column()
  declare closedOn: string | null

  @column()
  declare closedPriceMinor: number | null

  /** The list and the feed that brought it, where one did. */
  @column()
  declare importId: string | null

  @column()
  declare feedId: string | null

  /** What agents keep: fields that no list and no feed writes over. */
  @column()
  declare lockedFields: string[]

  /** A copy of the tags that records keep, for lists. */
  @column()
  declare tagNames: string[]

  /** Copies of what the timeline says, for lists. */
  @column.dateTime()
  declare lastTouchedAt: DateTime | null

  @column()
  declare nextActionOn: string | null

  @column(asJson)
  declare custom: CustomValues

  /** The listing into which this one was taken; until the two are parted it is deleted. */
  @column()
  declare mergedInto: string | null

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** Lists or feeds write it. */
  get isFed(): boolean {
    return Boolean(this.importId ?? this.feedId)
  }

  @belongsTo(() => Property)
  declare property: BelongsTo<typeof Property>
}
