import { moveRecords, noteChange, tagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ContactsMerged from '../events/contacts_merged.ts'
import { type Choices, changesFor } from '../merging/chosen_values.ts'
import { type Added, putValues } from '../merging/merge_fields.ts'
import Contact from '../models/contact.ts'
import ContactMerge from '../models/contact_merge.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { firstOf, savePoints } from './save_points.ts'

interface Seen {
  contact: Contact
  version: number
}

interface Both {
  survivor: Contact
  other: Contact
}

/**
 * Takes one contact into another. The other stays behind, deleted, with all that it says of
 * itself: its address leads to the survivor, and the two can be parted again.
 */
export class MergeContacts {
  async handle(
    survivor: Seen,
    other: Seen,
    choices: Choices
  ): Promise<Result<ContactMerge, 'stale'>> {
    const both = await claimBoth(survivor, other)
    if (!both) return refused('stale')
    const added = await addedBy(both)
    const merge = await keepMerge(both, choices, added)

    putValues(both.survivor, merge.after)
    const points = [...both.survivor.points.map(pointOf), ...added.points]
    both.survivor.merge({
      kinds: [...both.survivor.kinds, ...added.kinds],
      primaryPhone: firstOf(points, 'phone'),
      primaryEmail: firstOf(points, 'email'),
    })
    await both.survivor.save()
    await savePoints(both.survivor.id, points)
    await this.#leaveBehind(both, merge)
    await this.#moveAll(both, merge)
    return done(merge)
  }

  async #leaveBehind({ survivor, other }: Both, { added }: ContactMerge): Promise<void> {
    await unitSql(
      'update contacts set merged_into = ?, deleted_at = now(), deleted_by = ?, updated_at = now() where id = ?',
      [survivor.id, currentActor().id, other.id]
    )
    await unitSql(
      `insert into contact_identities (fingerprint, contact_id) select unnest(?::text[]), ?
       on conflict (fingerprint) do update set contact_id = excluded.contact_id`,
      [added.fingerprints, survivor.id]
    )
  }

  async #moveAll({ survivor, other }: Both, merge: ContactMerge): Promise<void> {
    const ids = [survivor.id, other.id]
    await moveRecords({ type: 'contact', from: other.id, to: survivor.id, causeId: merge.id })
    await tagRecords('contact', [survivor.id], merge.added.tags)
    await renewTagCopies([survivor.id])
    await renewTimelineCopies(ids)
    const change = { field: 'contacts.merge.taken_in', from: null, to: other.name }
    await noteChange('contact', [survivor.id], [change])
    unit().audit({
      action: 'contacts.merged',
      subjectType: 'contact',
      subjectId: survivor.id,
      facts: { merged: other.id, merge: merge.id },
    })
    unit().tell(new ContactsMerged(merge))
  }
}

/** Both rows as they are until the unit ends, locked in the order of their ids: two who merge cannot wait for each other. */
async function claimBoth(survivor: Seen, other: Seen): Promise<Both | null> {
  const inOrder = [survivor, other].toSorted((a, b) => (a.contact.id < b.contact.id ? -1 : 1))
  for (const { contact, version } of inOrder)
    if (!(await claimVersion(contact, version))) return null
  const ids = inOrder.map(({ contact }) => contact.id)
  const contacts = await Contact.query().whereIn('id', ids).preload('points')
  const find = (id: string) => contacts.find((contact) => contact.id === id)
  const [one, two] = [find(survivor.contact.id), find(other.contact.id)]
  return one && two ? { survivor: one, other: two } : null
}

async function addedBy({ survivor, other }: Both): Promise<Added> {
  const known = new Set(survivor.points.map(({ kind, value }) => `${kind} ${value}`))
  const tags = new Set(survivor.tagNames.map((tag) => tag.toLowerCase()))
  return {
    points: other.points.map(pointOf).filter(({ kind, value }) => !known.has(`${kind} ${value}`)),
    tags: other.tagNames.filter((tag) => !tags.has(tag.toLowerCase())),
    kinds: other.kinds.filter((kind) => !survivor.kinds.includes(kind)),
    fingerprints: await fingerprintsOf(other.id),
  }
}

/** An import that knows the other one finds the survivor from now on. */
async function fingerprintsOf(id: string): Promise<string[]> {
  const { rows } = await unitSql<{ fingerprint: string }>(
    `select fingerprint from contacts where id = ? and fingerprint is not null
     union select fingerprint from contact_identities where contact_id = ?`,
    [id, id]
  )
  return rows.map(({ fingerprint }) => fingerprint)
}

async function keepMerge({ survivor, other }: Both, choices: Choices, added: Added) {
  const actor = currentActor()
  return ContactMerge.create({
    survivorId: survivor.id,
    mergedId: other.id,
    mergedName: other.name,
    ...changesFor(survivor, other, choices),
    added,
    authorId: actor.id,
    authorName: actor.name,
    kept: [],
  })
}

function pointOf({ kind, value, label }: Added['points'][number]): Added['points'][number] {
  return { kind, value, label }
}
