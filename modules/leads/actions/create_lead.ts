import { DateTime } from 'luxon'
import { Listing } from '#modules/listings'
import { type CustomField, mergeCustom, tagRecords, tidyTags } from '#app/records'
import { type Result, done } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsAssigned from '../events/leads_assigned.ts'
import LeadsCreated from '../events/leads_created.ts'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import LeadInterest from '../models/lead_interest.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { ownershipFor } from './ownership.ts'
import { routeLead } from './route_lead.ts'
import { repeatedBy, takeInRepeat } from './take_in_repeat.ts'
import { factsOfDraft } from '../routing/facts.ts'
import { renewScores } from './renew_scores.ts'

/** Writes a new lead down, wherever it came in, and tells the house. */
export class CreateLead {
  async handle(
    draft: LeadDraft,
    fields: CustomField[] = []
  ): Promise<Result<Lead, 'not_assignable'>> {
    const known = await repeatedBy(draft)
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
    if (draft.listingId) await noteInterest(lead, draft.listingId)
    await renewScores([lead.id])
    if (known) return done(await takeInRepeat(known, lead))
    await this.#hand(lead, draft)
    return done(lead)
  }

  async #hand(lead: Lead, draft: LeadDraft): Promise<void> {
    tellOf(LeadsCreated, [lead.id])
    if (lead.ownerId) tellOf(LeadsAssigned, [lead.id])
    else await this.#route(lead, draft)
  }

  /** Nobody was named: the rules of the agency decide, so that no lead is nobody's. */
  async #route(lead: Lead, draft: LeadDraft): Promise<void> {
    const { owner, trace } = await routeLead(lead, await factsOfDraft(draft))
    lead.routing = trace
    if (!owner) return
    lead.merge({ ownerId: owner.id, teamId: owner.teamId, assignedAt: DateTime.utc() })
    lead.keeperId ??= owner.id
  }
}

async function noteInterest(lead: Lead, listingId: string): Promise<void> {
  const listing = await Listing.find(listingId)
  if (listing) await LeadInterest.create({ leadId: lead.id, listingId, unit: listing.title })
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
    routing: [],
    createdBy: actor.kind === 'staff' ? actor.id : null,
  }
}
