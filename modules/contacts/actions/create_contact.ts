import { ownershipFor } from '#app/members'
import { type CustomField, mergeCustom, tagRecords, tidyTags } from '#app/records'
import { type Result, done } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { type ContactDraft, addressOf, nameOf, pointsOf } from '../contact_draft.ts'
import ContactsCreated from '../events/contacts_created.ts'
import { tellOf } from '../events/contacts_event.ts'
import Contact from '../models/contact.ts'
import { firstOf, savePoints } from './save_points.ts'

/** Writes a new contact down and tells the house. */
export class CreateContact {
  async handle(
    draft: ContactDraft,
    fields: CustomField[]
  ): Promise<Result<Contact, 'not_assignable'>> {
    const actor = currentActor()
    const ownership = await ownershipFor({ actor, permission: 'contacts.assign' }, draft)
    if (!ownership.ok) return ownership

    const tags = tidyTags(draft.tags ?? [])
    const contact = await Contact.create({
      ...columnsOf(draft),
      ...ownership.value,
      status: 'active',
      tagNames: tags,
      consent: {},
      custom: mergeCustom({}, fields, draft.custom ?? undefined),
      createdBy: actor.id,
    })
    await savePoints(contact.id, pointsOf(draft))
    await tagRecords(Contact.subjectType, [contact.id], tags)
    tellOf(ContactsCreated, [contact.id])
    return done(contact)
  }
}

/** The columns that a form fills, alike for a new contact and a known one. */
export function columnsOf(draft: ContactDraft) {
  const address = addressOf(draft)
  const points = pointsOf(draft)
  return {
    ...calledBy(draft),
    kinds: [...new Set(draft.kinds ?? [])],
    source: draft.source ?? null,
    birthday: draft.birthday ?? null,
    address,
    city: address.city ?? null,
    primaryPhone: firstOf(points, 'phone'),
    primaryEmail: firstOf(points, 'email'),
  }
}

function calledBy(draft: ContactDraft) {
  const { firstName = null, lastName = null, companyName = null, jobTitle = null } = draft
  const names = draft.type === 'person' ? { firstName, lastName } : NO_NAMES
  return { type: draft.type, name: nameOf(draft), ...names, companyName, jobTitle }
}

const NO_NAMES = { firstName: null, lastName: null }
