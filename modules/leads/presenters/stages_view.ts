import type { HttpContext } from '@adonisjs/core/http'
import { unitSql } from '#kernel/tenancy/sql'
import { leadStatuses } from '../lead_words.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'

/** The stages in their order, with how many leads stand at each. */
export async function stagesView({ i18n }: HttpContext) {
  const stages = await pipelineStages()
  const { rows } = await unitSql<{ id: string; count: number }>(
    `select stage_id as id, count(*)::integer as count from leads
      where stage_id is not null and deleted_at is null group by stage_id`
  )
  const counts = new Map(rows.map(({ id, count }) => [id, count]))
  return stages.map(({ id, label, mapsTo, version }, index) => ({
    ...{ id, label, version, place: index + 1 },
    text: i18n.t('leads.stages.line', {
      status: i18n.t(`leads.statuses.${mapsTo}`),
      count: counts.get(id) ?? 0,
    }),
    others: stages
      .filter((other) => other.id !== id)
      .map((other) => ({ value: other.id, text: other.label })),
    url: `/app/settings/lead-stages/${id}`,
  }))
}

/** What a stage can stand for; what is lost stands on no board. */
export function stageChoices({ i18n }: HttpContext) {
  return leadStatuses
    .filter((status) => status !== 'lost')
    .map((value) => ({ value, text: i18n.t(`leads.statuses.${value}`) }))
}
