import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { Versioned } from '#kernel/models/versioned'
import { TenantModel } from '#kernel/tenancy/tenant_model'
import { type LeadStatus, leadStatuses } from '../lead_words.ts'

/** A column of the agency's pipeline; each stands for a status of leads. */
export default class PipelineStage extends compose(TenantModel, Versioned) {
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare label: string

  @column()
  declare position: number

  @column()
  declare mapsTo: LeadStatus

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}

type Stage = Pick<PipelineStage, 'id' | 'mapsTo'>

/**
 * The stage of a lead with this status. `stages` are in their order. A stage that stands for the
 * status stays; else it is the first that does, else the last of an earlier status. What is lost
 * stays where it was lost.
 */
export function stageFor<S extends Stage>(
  status: LeadStatus,
  stages: readonly S[],
  currentId: string | null = null
): S | null {
  const current = stages.find(({ id }) => id === currentId)
  if (current && (current.mapsTo === status || status === 'lost')) return current
  const meant = stages.find(({ mapsTo }) => mapsTo === status)
  if (meant) return meant
  const isEarlier = ({ mapsTo }: Stage) => rank(mapsTo) < rank(status)
  return stages.findLast(isEarlier) ?? stages[0] ?? null
}

function rank(status: LeadStatus): number {
  return leadStatuses.indexOf(status)
}
