import { DateTime } from 'luxon'
import { moveRecordsBack, noteChange, untagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsUnmerged from '../events/leads_unmerged.ts'
import { changedSince, putValues } from '../merging/merge_fields.ts'
import Lead from '../models/lead.ts'
import type LeadMerge from '../models/lead_merge.ts'
import { dismissPair } from '../queries/lead_pairs.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { renewScores } from './renew_scores.ts'

/** Parts two leads that were merged: each has its own again; what was changed since stays. */
export class UnmergeLeads {
  async handle(merge: LeadMerge, seen: number): Promise<Result<LeadMerge, 'stale' | 'undone'>> {
    const survivor = await Lead.find(merge.survivorId)
    if (!survivor || !(await claimVersion(survivor, seen))) return refused('stale')
    await merge.refresh()
    if (merge.undoneAt) return refused('undone')
    survivor.version = seen + 1
    const kept = changedSince(survivor, merge.after)
    const restored = Object.entries(merge.before).filter(([key]) => !kept.includes(key))
    putValues(survivor, Object.fromEntries(restored))
    await survivor.save()
    await bringBack(merge)
    await merge.merge({ undoneAt: DateTime.utc() }).save()
    await settle(merge)
    return done(merge)
  }
}

/** The other one as it was, with all that came from it. */
async function bringBack({ id, survivorId, mergedId, added }: LeadMerge): Promise<void> {
  await unitSql(
    `update leads set merged_into = null, deleted_at = null, deleted_by = null,
            version = version + 1, updated_at = now() where id = ?`,
    [mergedId]
  )
  await unitSql(
    'update lead_interests set lead_id = ?, updated_at = now() where lead_id = ? and id = any(?::uuid[])',
    [mergedId, survivorId, added.interests]
  )
  await untagRecords(Lead.subjectType, [survivorId], added.tags)
  await moveRecordsBack(id)
}

async function settle({ id, survivorId, mergedId, mergedName }: LeadMerge): Promise<void> {
  const ids = [survivorId, mergedId]
  await renewTagCopies(ids)
  await renewTimelineCopies(ids)
  await renewScores(ids)
  await dismissPair(survivorId, mergedId)
  const change = { field: 'leads.merge.parted', from: null, to: mergedName }
  await noteChange(Lead.subjectType, ids, [change])
  const facts = { merged: mergedId, merge: id }
  unit().audit({ action: 'leads.unmerged', subjectType: 'lead', subjectId: survivorId, facts })
  tellOf(LeadsUnmerged, ids)
}
