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
import type { Channel, Consent, ContactKind } from '../contact_words.ts'
import ContactPoint from './contact_point.ts'

const asJson = { prepare: (value: object) => JSON.stringify(value) }

/** A person or a company that the agency knows. */
export default class Contact extends compose(
  TenantModel,
  Versioned,
  SoftDeletes,
  HasStatus,
  Reachable
) {
  static subjectType = 'contact'
  static steps = { active: ['archived'], archived: ['active'] }

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare type: 'person' | 'company'

  @column()
  declare name: string

  @column()
  declare firstName: string | null

  @column()
  declare lastName: string | null

  @column()
  declare companyName: string | null

  @column()
  declare jobTitle: string | null

  @column()
  declare kinds: ContactKind[]

  @column()
  declare status: 'active' | 'archived'

  /** A copy of the tags that records keep, for lists. */
  @column()
  declare tagNames: string[]

  @column()
  declare source: string | null

  @column(asJson)
  declare address: Address

  @column()
  declare city: string | null

  @column()
  declare birthday: string | null

  @column(asJson)
  declare consent: Partial<Record<Channel, Consent>>

  @column()
  declare ownerId: string | null

  @column()
  declare teamId: string | null

  /** Copies of the first phone and e-mail, for lists. */
  @column()
  declare primaryPhone: string | null

  @column()
  declare primaryEmail: string | null

  /** Copies of what the timeline says, for lists. */
  @column.dateTime()
  declare lastTouchedAt: DateTime | null

  @column()
  declare nextActionOn: string | null

  @column(asJson)
  declare custom: CustomValues

  /** The contact that took this one in; this one is then deleted, and can be parted from it again. */
  @column()
  declare mergedInto: string | null

  @column()
  declare createdBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => ContactPoint, { onQuery: (query) => void query.orderBy('position') })
  declare points: HasMany<typeof ContactPoint>

  get phones(): ContactPoint[] {
    return this.points.filter(({ kind }) => kind === 'phone')
  }

  get emails(): ContactPoint[] {
    return this.points.filter(({ kind }) => kind === 'email')
  }

  refuses(channel: Channel): boolean {
    return this.consent[channel]?.state === 'refused'
  }
}
