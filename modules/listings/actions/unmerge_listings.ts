import { DateTime } from 'luxon'
import { moveRecordsBack, noteChange, untagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ListingsUnmerged from '../events/listings_unmerged.ts'
import { changedSince } from '../merging/changed_since.ts'
import { putValues } from '../merging/merge_fields.ts'
import { movePartsBack } from '../merging/move_parts.ts'
import Listing from '../models/listing.ts'
import type ListingMerge from '../models/listing_merge.ts'
import { dismissPair } from './dismiss_pair.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { settleMerged } from './settle_merged.ts'

/**
 * Parts two listings that were merged: each has again what was its own. What was added since, and
 * what somebody changed since, stays with the survivor.
 */
export class UnmergeListings {
  async handle(
    merge: ListingMerge,
    seenVersion: number
  ): Promise<Result<ListingMerge, 'stale' | 'undone'>> {
    const found = await Listing.query().where('id', merge.survivorId).first()
    if (!found || !(await claimVersion(found, seenVersion))) return refused('stale')
    await merge.refresh()
    if (merge.undoneAt) return refused('undone')

    const survivor = await withProperty(merge.survivorId)
    const kept = changedSince(survivor, merge)
    const back = Object.entries(merge.before).filter(([key]) => !kept.includes(key))
    putValues(survivor, Object.fromEntries(back))
    await survivor.save()
    await survivor.property.save()
    await this.#bringBack(merge)
    await merge.undoBy(currentActor(), DateTime.utc(), kept).save()
    const merged = await withProperty(merge.mergedId)
    await settleMerged([survivor, merged], Object.fromEntries(back))
    await this.#tell(merge)
    return done(merge)
  }

  /** The other one as it was, with all that came from it. */
  async #bringBack(merge: ListingMerge): Promise<void> {
    const { id, mergedId, survivorId } = merge
    await unitSql(
      `update listings set merged_into = null, deleted_at = null, deleted_by = null,
              version = version + 1, updated_at = now() where id = ?`,
      [mergedId]
    )
    await untagRecords('listing', [survivorId], merge.addedTags)
    await moveRecordsBack(id)
    await movePartsBack(merge)
    await renewTagCopies([survivorId, mergedId])
    await renewTimelineCopies([survivorId, mergedId])
  }

  async #tell(merge: ListingMerge): Promise<void> {
    const { survivorId, mergedId } = merge
    await dismissPair(survivorId, mergedId)
    const change = { field: 'listings.merge.parted', from: null, to: merge.mergedTitle }
    await noteChange('listing', [survivorId, mergedId], [change])
    unit().audit({
      action: 'listings.unmerged',
      subjectType: 'listing',
      subjectId: survivorId,
      facts: { merged: mergedId, merge: merge.id, kept: merge.kept },
    })
    unit().tell(new ListingsUnmerged(merge))
  }
}

function withProperty(id: string): Promise<Listing> {
  return Listing.query().where('id', id).preload('property').firstOrFail()
}
