import { DateTime } from 'luxon'
import { moveRecordsBack, noteChange, untagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ContactsUnmerged from '../events/contacts_unmerged.ts'
import { changedSince } from '../merging/changed_since.ts'
import { putValues } from '../merging/merge_fields.ts'
import { movePartsBack } from '../merging/move_parts.ts'
import Contact from '../models/contact.ts'
import type ContactMerge from '../models/contact_merge.ts'
import { dismissPair } from './dismiss_pair.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { firstOf, savePoints } from './save_points.ts'

/**
 * Parts two contacts that were merged: each has again what was its own. What was added since, and
 * what somebody changed since, stays with the survivor.
 */
export class UnmergeContacts {
  async handle(
    merge: ContactMerge,
    seenVersion: number
  ): Promise<Result<ContactMerge, 'stale' | 'undone'>> {
    const survivor = await Contact.query().where('id', merge.survivorId).first()
    if (!survivor || !(await claimVersion(survivor, seenVersion))) return refused('stale')
    await merge.refresh()
    if (merge.undoneAt) return refused('undone')

    const kept = await this.#giveBack(merge)
    await this.#bringBack(merge)
    await merge.undoBy(currentActor(), DateTime.utc(), kept).save()
    await this.#settle(merge)
    return done(merge)
  }

  /** The survivor's own again, but for what was changed since. */
  async #giveBack(merge: ContactMerge): Promise<string[]> {
    const { added, survivorId } = merge
    const survivor = await Contact.query().where('id', survivorId).preload('points').firstOrFail()
    const kept = changedSince(survivor, merge)
    const restored = Object.entries(merge.before).filter(([key]) => !kept.includes(key))
    putValues(survivor, Object.fromEntries(restored))

    const taken = new Set(added.points.map(({ kind, value }) => `${kind} ${value}`))
    const points = survivor.points
      .filter(({ kind, value }) => !taken.has(`${kind} ${value}`))
      .map(({ kind, value, label }) => ({ kind, value, label }))
    survivor.merge({
      kinds: survivor.kinds.filter((kind) => !added.kinds.includes(kind)),
      primaryPhone: firstOf(points, 'phone'),
      primaryEmail: firstOf(points, 'email'),
    })
    await survivor.save()
    await savePoints(survivorId, points)
    await untagRecords('contact', [survivorId], added.tags)
    return kept
  }

  /** The other one as it was, with all that came from it. */
  async #bringBack(merge: ContactMerge): Promise<void> {
    const { id, mergedId, survivorId, added } = merge
    await unitSql(
      `update contacts set merged_into = null, deleted_at = null, deleted_by = null,
              version = version + 1, updated_at = now() where id = ?`,
      [mergedId]
    )
    await unitSql(
      'update contact_identities set contact_id = ? where contact_id = ? and fingerprint = any(?)',
      [mergedId, survivorId, added.fingerprints]
    )
    await moveRecordsBack(id)
    await movePartsBack(merge)
  }

  async #settle(merge: ContactMerge): Promise<void> {
    const ids = [merge.survivorId, merge.mergedId]
    await renewTagCopies(ids)
    await renewTimelineCopies(ids)
    await dismissPair(merge.survivorId, merge.mergedId)
    const change = { field: 'contacts.merge.parted', from: null, to: merge.mergedName }
    await noteChange('contact', ids, [change])
    unit().audit({
      action: 'contacts.unmerged',
      subjectType: 'contact',
      subjectId: merge.survivorId,
      facts: { merged: merge.mergedId, merge: merge.id, kept: merge.kept },
    })
    unit().tell(new ContactsUnmerged(merge))
  }
}
