import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { CustomValues } from '#app/records'
import type { Address } from '#kernel/markets/market_pack'
import { HasStatus } from '#kernel/models/has_status'
import { Reachable } from '#kernel/models/reachable'
import { SoftDeletes } from '#kernel/models/soft_deletes'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { SourceDetail } from '../lead_draft.ts'
import {
  type Checklist,
  type Factor,
  type Intent,
  type LeadStatus,
  leadSteps,
  offersProperty,
} from '../lead_words.ts'
import type { TraceStep } from '../routing/trace.ts'
import LeadInterest from './lead_interest.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** Somebody who may buy, rent, sell or let through the agency. */
export default class Lead extends compose(
  TenantModel,
  Versioned,
  SoftDeletes,
  HasStatus,
  Reachable
) {
  static subjectType = 'lead'
  static steps = leadSteps

  @column({ isPrimary: true })
  declare id: string

  /** Who it is, once that is known. */
  @column()
  declare contactId: string | null

  /** What was made of the property that it offers. */
  @column()
  declare listingId: string | null

  @column()
  declare name: string

  /** E.164 */
  @column()
  declare phone: string | null

  @column()
  declare email: string | null

  @column()
  declare source: string

  @column(asJson)
  declare sourceDetail: SourceDetail

  @column()
  declare intent: Intent | null

  @column()
  declare message: string | null

  @column()
  declare budgetMinMinor: number | null

  @column()
  declare budgetMaxMinor: number | null

  /** What those who sell or let ask for. */
  @column()
  declare askingPriceMinor: number | null

  @column()
  declare currency: string

  @column()
  declare localities: string[]

  /** The property of those who sell or let; where the others look. */
  @column(asJson)
  declare address: Address

  @column()
  declare city: string | null

  /** 1 (only looking) to 5 (now). */
  @column()
  declare motivation: number | null

  @column()
  declare status: LeadStatus

  @column()
  declare stageId: string | null

  /** To whom the lead is assigned: reach is told by it. */
  @column()
  declare ownerId: string | null

  /** Who answers for the relation, whoever works on the lead. */
  @column()
  declare keeperId: string | null

  @column()
  declare teamId: string | null

  @column.dateTime()
  declare assignedAt: DateTime | null

  /** How it came to its agent, step by step. */
  @column(asJson)
  declare routing: TraceStep[]

  @column()
  declare priorityScore: number

  @column(asJson)
  declare priorityFactors: Factor[]

  /** Said by a person; the score goes on being reckoned beside it. */
  @column()
  declare priorityOverride: number | null

  @column()
  declare qualityStars: number

  @column(asJson)
  declare checklist: Checklist

  @column()
  declare lostReason: string | null

  @column.dateTime()
  declare firstRespondedAt: DateTime | null

  /** Copies of what the timeline says, for lists. */
  @column.dateTime()
  declare lastTouchedAt: DateTime | null

  @column()
  declare nextActionOn: string | null

  @column.dateTime()
  declare convertedAt: DateTime | null

  /** What it was made of, such as a purchase. */
  @column(asJson)
  declare provenance: Record<string, unknown>

  /** A copy of the tags that records keep, for lists. */
  @column()
  declare tagNames: string[]

  @column(asJson)
  declare custom: CustomValues

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** Phone and e-mail are veiled, for one who has not had them shown; see `details/seeing.ts`. */
  declare readonly isHidden?: boolean

  @hasMany(() => LeadInterest, { onQuery: (query) => void query.orderBy('id') })
  declare interests: HasMany<typeof LeadInterest>

  /** What the lead is worth, as far as it is known: the price that is asked or could be paid. */
  get valueMinor(): number | null {
    return this.askingPriceMinor ?? this.budgetMaxMinor ?? this.budgetMinMinor
  }

  get priority(): number {
    return this.priorityOverride ?? this.priorityScore
  }

  /** Whoever sells or lets brings a property, which can be listed until the lead is lost. */
  get mayBeListed(): boolean {
    return offersProperty(this.intent) && this.status !== 'lost'
  }

  get isOpen(): boolean {
    return this.status !== 'converted' && this.status !== 'lost'
  }
}
