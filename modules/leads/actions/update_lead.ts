import { type CustomField, mergeCustom, noteChange, retagRecord, tidyTags } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import LeadsAssigned from '../events/leads_assigned.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import { differences, leadInWords } from '../queries/lead_in_words.ts'
import { ownershipFor } from './ownership.ts'
import { renewScores } from './renew_scores.ts'

interface Seen {
  version: number
  fields: CustomField[]
}

/** Changes a lead, notes on its timeline what changed, and tells the house. */
export class UpdateLead {
  async handle(
    lead: Lead,
    draft: LeadDraft,
    { version, fields }: Seen
  ): Promise<Result<Lead, 'stale' | 'not_assignable'>> {
    const ownership = await ownershipFor(currentActor(), draft, lead)
    if (!ownership.ok) return ownership

    const before = await leadInWords(lead, fields)
    const wasWith = lead.ownerId
    const tags = tidyTags(draft.tags ?? [])
    const custom = mergeCustom(lead.custom, fields, draft.custom ?? undefined)
    lead.merge({ ...columnsOf(draft), ...ownership.value, tagNames: tags, custom })
    if (!(await lead.saveSeen(version))) return refused('stale')

    await retagRecord(Lead.subjectType, lead.id, tags)
    const changes = differences(before, await leadInWords(lead, fields))
    await noteChange(Lead.subjectType, [lead.id], changes)
    await renewScores([lead.id])
    tellOf(LeadsUpdated, [lead.id])
    if (lead.ownerId && lead.ownerId !== wasWith) tellOf(LeadsAssigned, [lead.id])
    return done(lead)
  }
}
