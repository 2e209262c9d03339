import type { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { unit } from '#kernel/tenancy/tenancy'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export type NotificationFacts = Record<string, string | number>

/** Something that one member should hear of. What it is about is named when it is looked at. */
export default class Notification extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare memberId: string

  /** i18n key of the sentence; `facts` fill it. */
  @column()
  declare kind: string

  @column({ prepare: (facts: NotificationFacts) => JSON.stringify(facts) })
  declare facts: NotificationFacts

  /** Where it leads, inside the workspace. */
  @column()
  declare path: string

  /** null for the host's own: they stand whatever is switched on. */
  @column()
  declare module: string | null

  @column()
  declare subjectType: string | null

  @column()
  declare subjectId: string | null

  @column.dateTime()
  declare readAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** A person's own, of the modules that are on. */
  static of(memberId: string) {
    return this.query()
      .where('member_id', memberId)
      .where((open) => {
        open.whereNull('module').orWhereIn('module', [...unit().tenant.modules])
      })
  }
}
