import { type CustomField, mergeCustom, tagRecords, tidyTags } from '#app/records'
import { type Result, done } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsAssigned from '../events/leads_assigned.ts'
import LeadsCreated from '../events/leads_created.ts'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { ownershipFor } from './ownership.ts'
import { renewScores } from './renew_scores.ts'

/** Writes a new lead down, wherever it came in, and tells the house. */
export class CreateLead {
  async handle(
    draft: LeadDraft,
    fields: CustomField[] = []
  ): Promise<Result<Lead, 'not_assignable'>> {
    const ownership = await ownershipFor(currentActor(), draft)
    if (!ownership.ok) return ownership

    const tags = tidyTags(draft.tags ?? [])
    const lead = await Lead.create({
      ...columnsOf(draft),
      ...ownership.value,
      ...(await beginning(draft)),
      tagNames: tags,
      custom: mergeCustom({}, fields, draft.custom ?? undefined),
    })
    await tagRecords(Lead.subjectType, [lead.id], tags)
    await renewScores([lead.id])
    tellOf(LeadsCreated, [lead.id])
    if (lead.ownerId) tellOf(LeadsAssigned, [lead.id])
    return done(lead)
  }
}

async function beginning(draft: LeadDraft) {
  const actor = currentActor()
  return {
    contactId: draft.contactId ?? null,
    currency: draft.currency ?? unit().tenant.currency,
    sourceDetail: draft.sourceDetail ?? {},
    provenance: draft.provenance ?? {},
    status: 'new' as const,
    stageId: stageFor('new', await pipelineStages())?.id ?? null,
    checklist: {},
    createdBy: actor.kind === 'staff' ? actor.id : null,
  }
}
