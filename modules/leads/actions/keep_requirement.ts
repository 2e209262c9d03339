import { Contact, type RequirementDraft, addRequirement } from '#modules/contacts'
import { marketPack } from '#kernel/markets/packs'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type Lead from '../models/lead.ts'
import { requirementOf } from '../wanted_home.ts'

/** What a lead was interested in goes along to its contact, unless that is known of it already. */
export async function keepRequirement(lead: Lead): Promise<void> {
  const wanted = requirementOf(lead, marketPack(unit().tenant.market).currency)
  const contact = lead.contactId ? await Contact.find(lead.contactId) : null
  if (!wanted || !contact || !currentActor().reaches('contacts.update', contact)) return
  if (!(await isKnown(contact.id, wanted))) await addRequirement(contact.id, wanted)
}

async function isKnown(contactId: string, wanted: RequirementDraft): Promise<boolean> {
  const { rowCount } = await unitSql(
    `select from contact_requirements
      where contact_id = ? and deal_type = ? and localities = ?::text[] and deleted_at is null
        and budget_from_minor is not distinct from ?::bigint
        and budget_to_minor is not distinct from ?::bigint limit 1`,
    [contactId, wanted.dealType, wanted.localities, wanted.budgetFrom, wanted.budgetTo]
  )
  return rowCount === 1
}
