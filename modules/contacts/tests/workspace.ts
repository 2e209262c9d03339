import type { ApiRequest } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { Member, Team } from '#app/members'
import type { DateTime } from 'luxon'
import { CorrectEntry, TimelineEntry, WriteEntry, retagRecord } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'
import { savePoints } from '../actions/save_points.ts'
import Contact from '../models/contact.ts'
import { contactSubject } from '../subject.ts'

interface Facts {
  name?: string
  phone?: string
  email?: string
  /** The role of the person whose contact it is; null for nobody's. */
  owner?: StaffRole | null
  tags?: string[]
  facts?: Partial<Contact>
}

/** An agency with contacts in it. */
export class ContactsWorkspace extends Workspace {
  /** A contact of the principal's, unless something else is said. */
  async givenContact(given: Facts = {}, agency: TestAgency = this.agency): Promise<Contact> {
    const role = given.owner === undefined ? 'principal' : given.owner
    const ownerId = role ? await agency.memberId(role) : null
    const name = given.name ?? 'Ann Lee'
    return agency.inUnit(async () => {
      const contact = await Contact.create({
        type: 'person',
        name,
        firstName: name,
        ownerId,
        kinds: [],
        tagNames: [],
        address: {},
        consent: {},
        custom: {},
        status: 'active',
        primaryPhone: given.phone ?? null,
        primaryEmail: given.email ?? null,
        ...given.facts,
      })
      await this.#reach(contact, given)
      return contact
    }, 'principal')
  }

  /** So many contacts, named "Contact 001" and so on. */
  async givenContacts(count: number, owner: StaffRole | null = 'principal'): Promise<void> {
    const ownerId = owner ? await this.agency.memberId(owner) : null
    await this.agency.inUnit(async () => {
      await unitSql(
        `insert into contacts (name, first_name, owner_id, primary_phone, kinds, tag_names)
         select 'Contact ' || lpad(n::text, 3, '0'), 'Contact', ?, '+1206555' || lpad(n::text, 4, '0'), '{buyer}', '{VIP}'
           from generate_series(1, ?::integer) as n`,
        [ownerId, count]
      )
    })
  }

  /** Owners, last contacts and next actions for a part of the contacts that are there. */
  async givenHistory(): Promise<void> {
    const agent = await this.agency.memberId('senior_agent')
    await this.agency.inUnit(() =>
      unitSql(
        `update contacts set
           owner_id = case when right(name, 1) in ('1', '2') then ?::uuid when right(name, 1) = '3' then null else owner_id end,
           last_touched_at = case when right(name, 1) in ('4', '5') then now() - interval '1 hour' * right(name, 2)::integer end,
           next_action_on = case when right(name, 1) in ('6', '7') then current_date + right(name, 2)::integer / 20 end`,
        [agent]
      )
    )
  }

  /** A next action that waits since, or until, some day. */
  async givenNextAction(contact: Contact, on: string, role: StaffRole = 'principal') {
    return this.agency.inUnit(
      () =>
        new WriteEntry().handle(contactSubject, contact.id, {
          kind: 'call',
          details: 'Spoke about the house',
          nextAction: 'Send the brochure',
          nextActionOn: on,
        }),
      role
    )
  }

  /** Puts people of these roles into one team. */
  async givenTeam(name: string, ...roles: StaffRole[]): Promise<Team> {
    const team = await this.agency.inUnit(async () => {
      const created = await Team.create({ name })
      await unitSql('update members set team_id = ? where role = any(?)', [created.id, roles])
      return created
    })
    await this.staffIsReadAnew()
    return team
  }

  async teamOf(role: StaffRole): Promise<string | null> {
    const member = await this.agency.inUnit(async () => Member.findByOrFail('role', role))
    return member.teamId
  }

  /** This person no longer works here. */
  async givenRemoved(role: StaffRole): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(`update members set state = 'removed' where role = ?`, [role])
    )
    await this.staffIsReadAnew()
  }

  async givenDeleted(contact: Contact, at: DateTime): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql('update contacts set deleted_at = ?, deleted_by = ? where id = ?', [
        at.toISO(),
        contact.ownerId,
        contact.id,
      ])
    )
  }

  /** The first entry on a contact's timeline, said better by who wrote it. */
  async givenCorrection(contact: Contact, role: StaffRole = 'principal') {
    return this.agency.inUnit(async () => {
      const entry = await TimelineEntry.query().where('subject_id', contact.id).firstOrFail()
      return new CorrectEntry().handle(contactSubject, entry, {
        kind: 'call',
        details: 'Said better',
        version: entry.version,
      })
    }, role)
  }

  /** How many rows there are of a contact and of what hangs on it. */
  async leftOf({ id }: Contact): Promise<Record<string, number>> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<Record<string, number>>(
        `select (select count(*) from contacts where id = ?) as contacts,
                (select count(*) from contact_points where contact_id = ?) as points,
                (select count(*) from timeline_entries where subject_id = ?) as entries,
                (select count(*) from taggings where subject_id = ?) as taggings`,
        [id, id, id, id]
      )
    )
    return rows[0]
  }

  /** The steps that a contact's status took. */
  async steps(contactId: string): Promise<string[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ step: string }>(
        `select from_status || ' → ' || to_status as step from status_steps where subject_id = ? order by id`,
        [contactId]
      )
    )
    return rows.map(({ step }) => step)
  }

  async contact(id: string): Promise<Contact | null> {
    return this.agency.inUnit(async () => Contact.query().where('id', id).preload('points').first())
  }

  async contactNamed(name: string): Promise<Contact | null> {
    return this.agency.inUnit(async () =>
      Contact.query().where('name', name).preload('points').first()
    )
  }

  async timeline(contactId: string): Promise<TimelineEntry[]> {
    return this.agency.inUnit(async () =>
      TimelineEntry.query().where('subject_id', contactId).orderBy('happened_at').orderBy('id')
    )
  }

  /** Asks for a contact at the side of the list. */
  asPanel(role: StaffRole, request: ApiRequest): ApiRequest {
    return this.asFragment(role, request).qs({ as: 'panel' })
  }

  async #reach(contact: Contact, { phone, email, tags }: Facts): Promise<void> {
    await savePoints(contact.id, [
      ...(phone ? [{ kind: 'phone' as const, value: phone, label: null }] : []),
      ...(email ? [{ kind: 'email' as const, value: email, label: null }] : []),
    ])
    if (!tags) return
    await retagRecord('contact', contact.id, tags)
    await contactSubject.touched([contact.id], 'tags')
  }
}
