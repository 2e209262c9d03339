import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { narrowToReach } from '#kernel/models/reachable'
import { restorableSince } from '#kernel/models/soft_deletes'
import { isUuid } from '#kernel/tenancy/names'
import { contactInReachOf } from './actions/link_contact.ts'
import Lead from './models/lead.ts'

/** The lead that the address names, if this person may see it; else nothing lives there. */
export function leadInReach(ctx: HttpContext): Promise<Lead> {
  return leadInReachAt(ctx, ctx.params.lead_id ?? ctx.params.id)
}

export async function leadInReachAt({ staff }: HttpContext, id: unknown): Promise<Lead> {
  if (!isUuid(id)) throw new NotHere()
  const lead = await Lead.reachableBy(staff.actor, 'leads.view').where('id', id).first()
  if (!lead) throw new NotHere()
  return lead
}

/** The same lead, and nobody else changes it until this unit is over. */
export async function heldLead({ params, staff }: HttpContext): Promise<Lead> {
  if (!isUuid(params.lead_id)) throw new NotHere()
  const lead = await Lead.reachableBy(staff.actor, 'leads.view')
    .where('id', params.lead_id)
    .forUpdate()
    .first()
  if (!lead) throw new NotHere()
  return lead
}

/** The contact that somebody chose becomes the lead's, if they may see it. Not saved here. */
export async function chooseContact(lead: Lead, contactId?: string | null): Promise<void> {
  if (!contactId) return
  if (!(await contactInReachOf(contactId))) throw new NotHere()
  lead.contactId = contactId
}

/** A deleted lead, as long as it can be restored. */
export async function deletedLead({ params, staff }: HttpContext): Promise<Lead> {
  if (!isUuid(params.lead_id)) throw new NotHere()
  const lead = await narrowToReach(Lead.withDeleted(), staff.actor, 'leads.view')
    .where('leads.id', params.lead_id)
    .where('leads.deleted_at', '>', restorableSince().toJSDate())
    .whereNull('leads.merged_into')
    .first()
  if (!lead) throw new NotHere()
  return lead
}
