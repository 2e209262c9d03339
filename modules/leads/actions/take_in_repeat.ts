import { noteChange } from '#app/records'
import { currentActor } from '#kernel/tenancy/tenancy'
import { openStatuses } from '../lead_words.ts'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import { MergeLeads } from './merge_leads.ts'

/**
 * The open lead of which a door's new one is only a repetition: the same number or address, from
 * the same source. Whoever writes a lead down by hand was asked already.
 */
export async function repeatedBy(draft: LeadDraft): Promise<Lead | null> {
  const { phone, email, source } = columnsOf(draft)
  const actor = currentActor()
  if (actor.kind === 'staff' || (!phone && !email)) return null
  // A program's answer shows the lead: of one that its key does not reach it must not hear.
  const known = actor.kind === 'api' ? Lead.reachableBy(actor, 'leads.view') : Lead.query()
  return known
    .where('source', source)
    .whereIn('status', [...openStatuses])
    .where((either) => {
      if (phone) either.orWhere('phone', phone)
      if (email) either.orWhere('email', email)
    })
    .orderBy('createdAt')
    .first()
}

/** Takes the repetition into the lead that it repeats, which keeps its date and hears what is new. */
export async function takeInRepeat(known: Lead, repeat: Lead): Promise<Lead> {
  const { message } = repeat
  const isNews = message !== null && message !== known.message
  const result = await new MergeLeads().handle(
    known,
    { id: repeat.id, version: 1 },
    isNews ? { message: 'other' } : {}
  )
  if (!result.ok) return repeat
  const change = { field: 'leads.fields.message', from: known.message, to: message }
  if (isNews) await noteChange(Lead.subjectType, [known.id], [change])
  return Lead.findOrFail(known.id)
}
