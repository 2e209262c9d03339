import { done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { LeadStatus } from '../lead_words.ts'
import PipelineStage, { stageFor } from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'

interface StageDraft {
  label: string
  mapsTo: LeadStatus
}

/** Writes a stage down: a new one behind all others, a known one where it stands. */
export async function saveStage(stage: PipelineStage | null, draft: StageDraft, seen: number) {
  const { label, mapsTo } = draft
  if (!stage) {
    const position = Math.max(0, ...(await pipelineStages()).map((one) => one.position)) + 1
    return audited('leads.stage_added', await PipelineStage.create({ label, mapsTo, position }))
  }
  stage.merge({ label, mapsTo })
  if (!(await stage.saveSeen(seen))) return refused('stale')
  await resettle(stage)
  return audited('leads.stage_changed', stage)
}

/** Leads whose status the stage no longer stands for go where their status stands. */
async function resettle({ id, mapsTo }: PipelineStage): Promise<void> {
  const stages = await pipelineStages()
  const { rows } = await unitSql<{ status: LeadStatus }>(
    `select distinct status from leads where stage_id = ? and status not in (?, 'lost')`,
    [id, mapsTo]
  )
  for (const { status } of rows) {
    await unitSql('update leads set stage_id = ? where stage_id = ? and status = ?', [
      stageFor(status, stages, id)?.id ?? null,
      id,
      status,
    ])
  }
}

/** Takes a stage away; its leads go to the one that is named. One stage is always left. */
export async function removeStage(stage: PipelineStage, toId: string | null) {
  const others = (await pipelineStages()).filter(({ id }) => id !== stage.id)
  if (others.length === 0) return refused('last_one')
  const count = await standingAt(stage)
  const to = others.find(({ id }) => id === toId)
  if (count > 0 && !to) return refused('in_use', { count })
  if (to) await unitSql('update leads set stage_id = ? where stage_id = ?', [to.id, stage.id])
  await stage.delete()
  return audited('leads.stage_removed', stage)
}

/** How many leads stand there, the deleted ones too. */
async function standingAt({ id }: PipelineStage): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    'select count(*)::integer as count from leads where stage_id = ?',
    [id]
  )
  return rows[0].count
}

/** Puts a stage at another place. No two ever stand at one, so all are put aside first. */
export async function moveStage(stage: PipelineStage, to: number) {
  const ordered = (await pipelineStages()).map(({ id }) => id).filter((id) => id !== stage.id)
  ordered.splice(to - 1, 0, stage.id)
  await unitSql('update pipeline_stages set position = -array_position(?::uuid[], id)', [ordered])
  await unitSql('update pipeline_stages set position = -position')
  return audited('leads.stages_reordered', stage)
}

function audited(action: string, stage: PipelineStage) {
  const { id: subjectId, label } = stage
  unit().audit({ action, subjectType: 'pipeline_stage', subjectId, facts: { label } })
  return done(stage)
}
