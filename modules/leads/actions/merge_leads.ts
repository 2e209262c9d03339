import { moveRecords, noteChange, tagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsMerged from '../events/leads_merged.ts'
import { type Added, type Choices, changesFor, putValues } from '../merging/merge_fields.ts'
import Lead from '../models/lead.ts'
import LeadMerge from '../models/lead_merge.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { renewScores } from './renew_scores.ts'

export interface Seen {
  id: string
  version: number
}

/**
 * Takes one lead into another, always the later into the earlier: what counts is when somebody
 * came first. The later one stays behind, deleted, so that the two can be parted again.
 */
export class MergeLeads {
  async handle(one: Seen, other: Seen, choices: Choices): Promise<Result<LeadMerge, 'stale'>> {
    const both = await claimBoth(one, other)
    if (!both) return refused('stale')
    const [survivor, later] = both
    const added = await addedBy(survivor, later)
    const { id: authorId, name: authorName } = currentActor()
    const merge = await LeadMerge.create({
      ...{ survivorId: survivor.id, mergedId: later.id, mergedName: later.name },
      ...changesFor(survivor, later, choices),
      ...{ added, authorId, authorName },
    })
    putValues(survivor, merge.after)
    await survivor.save()
    await leaveBehind(later, survivor)
    await moveAll(merge)
    await settle(merge)
    return done(merge)
  }
}

/** Both rows until the unit ends, locked in the order of their ids; the earlier one first. */
async function claimBoth(one: Seen, other: Seen): Promise<[Lead, Lead] | null> {
  const seen = new Map([one, other].map(({ id, version }) => [id, version]))
  const leads = await Lead.query()
    .whereIn('id', [...seen.keys()])
    .orderBy('id')
  if (leads.length !== 2) return null
  for (const lead of leads) if (!(await claimVersion(lead, seen.get(lead.id)!))) return null
  const [first, second] = leads.toSorted((a, b) => a.createdAt.toMillis() - b.createdAt.toMillis())
  first.version = seen.get(first.id)! + 1
  return [first, second]
}

async function addedBy(survivor: Lead, later: Lead): Promise<Added> {
  const { rows } = await unitSql<{ id: string }>(
    'update lead_interests set lead_id = ?, updated_at = now() where lead_id = ? returning id',
    [survivor.id, later.id]
  )
  const known = new Set(survivor.tagNames.map((tag) => tag.toLowerCase()))
  return {
    tags: later.tagNames.filter((tag) => !known.has(tag.toLowerCase())),
    interests: rows.map(({ id }) => id),
  }
}

async function leaveBehind(later: Lead, survivor: Lead): Promise<void> {
  await unitSql(
    'update leads set merged_into = ?, deleted_at = now(), deleted_by = ?, updated_at = now() where id = ?',
    [survivor.id, currentActor().id, later.id]
  )
}

async function moveAll({ id, survivorId, mergedId, added }: LeadMerge): Promise<void> {
  await moveRecords({ type: Lead.subjectType, from: mergedId, to: survivorId, causeId: id })
  await tagRecords(Lead.subjectType, [survivorId], added.tags)
}

async function settle({ id, survivorId, mergedId, mergedName }: LeadMerge): Promise<void> {
  await renewTagCopies([survivorId])
  await renewTimelineCopies([survivorId, mergedId])
  await renewScores([survivorId])
  const change = { field: 'leads.merge.taken_in', from: null, to: mergedName }
  await noteChange(Lead.subjectType, [survivorId], [change])
  const facts = { merged: mergedId, merge: id }
  unit().audit({ action: 'leads.merged', subjectType: 'lead', subjectId: survivorId, facts })
  tellOf(LeadsMerged, [survivorId, mergedId])
}
