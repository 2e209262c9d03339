import { BulkWork } from '#app/bulk_works'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import type { Choices } from '../merging/chosen_values.ts'
import { MergeContacts } from '../actions/merge_contacts.ts'
import { purgeDeletedContacts } from '../actions/purge_deleted_contacts.ts'
import Contact from '../models/contact.ts'
import ContactMerge from '../models/contact_merge.ts'
import ContactPair from '../models/contact_pair.ts'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { keepLikenesses } from '../queries/likenesses.ts'
import { ContactsWorkspace } from './workspace.ts'

/** An agency whose contacts may be the same as others. */
export class DuplicatesWorkspace extends ContactsWorkspace {
  /** What the workers do when these contacts were changed. */
  async look(...contacts: Contact[]): Promise<void> {
    await this.agency.inUnit(() => keepLikenesses(contacts.map(({ id }) => id)))
  }

  async pairs(): Promise<ContactPair[]> {
    return this.agency.inUnit(async () => ContactPair.query().orderBy('id'))
  }

  async searches(): Promise<BulkWork[]> {
    return this.agency.inUnit(async () =>
      BulkWork.query().where('kind', 'contacts.duplicate_search')
    )
  }

  async latestSearch(): Promise<BulkWork> {
    return this.agency.inUnit(async () => (await duplicateSearch.latest())!)
  }

  async givenMerge(
    survivor: Contact,
    other: Contact,
    choices: Choices = {}
  ): Promise<ContactMerge> {
    return this.agency.inUnit(async () => {
      const result = await new MergeContacts().handle(
        { contact: survivor, version: survivor.version },
        { contact: other, version: other.version },
        choices
      )
      if (!result.ok) throw new Error(result.reason)
      return result.value
    }, 'principal')
  }

  /** A merge after which the unit fails before it can commit. */
  async brokenMerge(survivor: Contact, other: Contact): Promise<void> {
    await this.agency.inUnit(async () => {
      await this.givenMerge(survivor, other, { name: 'other' })
      throw new Error('broken off')
    }, 'principal')
  }

  /** Deleted longer ago than it can be restored. */
  async givenLongAgo(contact: Contact): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(`update contacts set deleted_at = now() - interval '8 days' where id = ?`, [
        contact.id,
      ])
    )
  }

  async purge(): Promise<void> {
    await this.agency.inUnit(() => purgeDeletedContacts())
  }

  /** What was told under this name, oldest first. */
  async told(event: string): Promise<Record<string, unknown>[]> {
    const { rows } = await coreSql<{ payload: Record<string, unknown> }>(
      `select payload from outbox where tenant_id = ? and name = ? order by id`,
      [this.agency.id, event]
    )
    return rows.map(({ payload }) => payload)
  }

  async audited(action: string): Promise<unknown[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql('select * from audit_entries where action = ?', [action])
    )
    return rows
  }

  async merge(id: string): Promise<ContactMerge> {
    return this.agency.inUnit(async () => ContactMerge.findOrFail(id))
  }

  /** The contact with its points, deleted or not. */
  async anyContact(id: string): Promise<Contact> {
    return this.agency.inUnit(async () =>
      Contact.withDeleted().where('id', id).preload('points').firstOrFail()
    )
  }

  /** Everything of these contacts that a person could miss, to compare before and after. */
  async picture(...contacts: Contact[]): Promise<unknown> {
    const ids = contacts.map(({ id }) => id)
    const { rows } = await this.agency.inUnit(() =>
      unitSql(
        `select to_jsonb(contacts) - 'version' - 'updated_at' as contact,
                (select jsonb_agg(jsonb_build_array(kind, value, label) order by kind, position, value) from contact_points where contact_id = contacts.id) as points,
                (select jsonb_agg(jsonb_build_array(id, details, next_action) order by id) from timeline_entries where subject_id = contacts.id and kind <> 'change') as entries,
                (select jsonb_agg(tags.name order by tags.name) from taggings join tags on tags.id = tag_id where subject_id = contacts.id) as tags
           from contacts where id = any(?) order by id`,
        [ids]
      )
    )
    return rows
  }

  /** Facts that are known of a contact, changed behind the back of everybody. */
  async givenFacts(contact: Contact, facts: Partial<Contact>): Promise<void> {
    await this.agency.inUnit(async () => {
      const found = await Contact.findOrFail(contact.id)
      await found.merge(facts).saveSeen(found.version)
    }, 'principal')
  }
}
