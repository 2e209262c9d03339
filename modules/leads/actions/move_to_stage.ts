import { noteChange } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import LeadsUpdated from '../events/leads_updated.ts'
import { tellOf } from '../events/leads_event.ts'
import Lead from '../models/lead.ts'
import type PipelineStage from '../models/pipeline_stage.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { ChangeStatus } from './change_status.ts'

type Refusal = 'illegal_step' | 'stale' | 'lost_reason_missing' | 'reopen_reason_missing'

interface Move {
  stage: PipelineStage
  stages: PipelineStage[]
  version: number
}

/** Puts a lead into a column of the board; its status goes along where that is a step. */
export class MoveToStage {
  async handle(lead: Lead, { stage, stages, version }: Move): Promise<Result<Lead, Refusal>> {
    if (!standsAlready(lead, stage, stages)) {
      const step = { to: stage.mapsTo, stageId: stage.id, version }
      return new ChangeStatus().handle(lead, step)
    }
    const before = stages.find(({ id }) => id === lead.stageId)?.label ?? null
    lead.stageId = stage.id
    if (!(await lead.saveSeen(version))) return refused('stale')
    const change = { field: 'leads.fields.stage', from: before, to: stage.label }
    await noteChange(Lead.subjectType, [lead.id], [change])
    tellOf(LeadsUpdated, [lead.id])
    return done(lead)
  }
}

/** The stage stands for the status that the lead has. */
export function standsAlready(
  { status }: Pick<Lead, 'status'>,
  stage: PipelineStage,
  stages: readonly PipelineStage[]
): boolean {
  return stage.mapsTo === status || stageFor(status, stages)?.id === stage.id
}
