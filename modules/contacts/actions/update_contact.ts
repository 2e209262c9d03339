import { ownershipFor } from '#app/members'
import { type CustomField, mergeCustom, noteChange, retagRecord, tidyTags } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { type ContactDraft, pointsOf } from '../contact_draft.ts'
import { tellOf } from '../events/contacts_event.ts'
import ContactsUpdated from '../events/contacts_updated.ts'
import Contact from '../models/contact.ts'
import { contactInWords, differences } from '../queries/contact_in_words.ts'
import { columnsOf } from './create_contact.ts'
import { savePoints } from './save_points.ts'

interface Seen {
  version: number
  fields: CustomField[]
}

/** Changes a contact, notes on its timeline what changed, and tells the house. */
export class UpdateContact {
  async handle(
    contact: Contact,
    draft: ContactDraft,
    { version, fields }: Seen
  ): Promise<Result<Contact, 'stale' | 'not_assignable'>> {
    const giver = { actor: currentActor(), permission: 'contacts.assign' }
    const ownership = await ownershipFor(giver, draft, contact)
    if (!ownership.ok) return ownership

    const before = await contactInWords(contact, await contact.related('points').query(), fields)
    const tags = tidyTags(draft.tags ?? [])
    contact.merge({
      ...columnsOf(draft),
      ...ownership.value,
      tagNames: tags,
      custom: mergeCustom(contact.custom, fields, draft.custom ?? undefined),
    })
    if (!(await contact.saveSeen(version))) return refused('stale')

    const points = pointsOf(draft)
    await savePoints(contact.id, points)
    await retagRecord(Contact.subjectType, contact.id, tags)
    const changes = differences(before, await contactInWords(contact, points, fields))
    await noteChange(Contact.subjectType, [contact.id], changes)
    tellOf(ContactsUpdated, [contact.id])
    return done(contact)
  }
}
