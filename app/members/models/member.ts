import type { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import type { StaffRole, TeamRole } from '../roles.ts'
import Team from './team.ts'

/** A person of staff as this agency knows them: role, team and attributes. */
export default class Member extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare identityId: string

  @column()
  declare name: string

  @column()
  declare email: string

  @column()
  declare phone: string | null

  @column()
  declare role: StaffRole

  @column()
  declare teamId: string | null

  @column()
  declare teamRole: TeamRole | null

  @column()
  declare city: string | null

  @column()
  declare state: 'invited' | 'active' | 'removed'

  /** Modules that this person took out of their own rail. */
  @column()
  declare hiddenModules: string[]

  @column()
  declare theme: 'system' | 'light' | 'dark'

  /** The day's work as a letter, at nine. */
  @column()
  declare morningLetter: boolean

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Team)
  declare team: BelongsTo<typeof Team>
}
