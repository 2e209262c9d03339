import { moveRecords, noteChange, tagRecords } from '#app/records'
import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ListingsMerged from '../events/listings_merged.ts'
import { type Choices, changesFor } from '../merging/chosen_values.ts'
import { putValues } from '../merging/merge_fields.ts'
import { moveParts } from '../merging/move_parts.ts'
import Listing from '../models/listing.ts'
import ListingMerge from '../models/listing_merge.ts'
import { ownableFields } from '../ownable_fields.ts'
import { renewTagCopies, renewTimelineCopies } from './renew_copies.ts'
import { settleMerged } from './settle_merged.ts'

interface Seen {
  listing: Listing
  version: number
}

interface Both {
  survivor: Listing
  other: Listing
}

type Refusal = 'merge_stale' | 'merge_over' | 'merge_deals'

/**
 * Takes one listing into another. The other stays behind, deleted, with all that it says of itself
 * and its property: its address leads to the survivor, and the two can be parted again.
 */
export class MergeListings {
  async handle(
    survivor: Seen,
    other: Seen,
    choices: Choices
  ): Promise<Result<ListingMerge, Refusal>> {
    const both = await claimBoth(survivor, other)
    if (!both) return refused('merge_stale')
    const hindrance = hindranceOf(both)
    if (hindrance) return refused(hindrance)

    const merge = await keepMerge(both, choices)
    putValues(both.survivor, merge.after)
    await both.survivor.save()
    await both.survivor.property.save()
    await this.#leaveBehind(merge)
    await this.#moveAll(both, merge)
    await keepFromFeeds(both)
    await settleMerged([both.survivor], merge.after)
    this.#tell(merge)
    return done(merge)
  }

  async #leaveBehind({ survivorId, mergedId }: ListingMerge): Promise<void> {
    await unitSql(
      'update listings set merged_into = ?, deleted_at = now(), deleted_by = ?, updated_at = now() where id = ?',
      [survivorId, currentActor().id, mergedId]
    )
    await unitSql(
      `delete from listing_pairs where state = 'open' and (first_id = ? or second_id = ?)`,
      [mergedId, mergedId]
    )
  }

  async #moveAll({ survivor, other }: Both, merge: ListingMerge): Promise<void> {
    await moveRecords({ type: 'listing', from: other.id, to: survivor.id, causeId: merge.id })
    await moveParts(merge)
    await tagRecords('listing', [survivor.id], merge.addedTags)
    await renewTagCopies([survivor.id])
    await renewTimelineCopies([survivor.id, other.id])
    const change = { field: 'listings.merge.taken_in', from: null, to: other.title }
    await noteChange('listing', [survivor.id], [change])
  }

  #tell(merge: ListingMerge): void {
    unit().audit({
      action: 'listings.merged',
      subjectType: 'listing',
      subjectId: merge.survivorId,
      facts: { merged: merge.mergedId, merge: merge.id },
    })
    unit().tell(new ListingsMerged(merge))
  }
}

/** Both rows as they are until the unit ends, locked in the order of their ids: two who merge cannot wait for each other. */
async function claimBoth(survivor: Seen, other: Seen): Promise<Both | null> {
  const inOrder = [survivor, other].toSorted((a, b) => (a.listing.id < b.listing.id ? -1 : 1))
  for (const { listing, version } of inOrder)
    if (!(await claimVersion(listing, version))) return null
  const ids = inOrder.map(({ listing }) => listing.id)
  const listings = await Listing.query().whereIn('id', ids).preload('property')
  const find = (id: string) => listings.find((listing) => listing.id === id)
  const [one, two] = [find(survivor.listing.id), find(other.listing.id)]
  return one && two ? { survivor: one, other: two } : null
}

/**
 * The list or feed that brought the other finds the survivor from now on. What people kept from
 * it stays kept; a survivor that people wrote by themselves is kept from it altogether.
 */
async function keepFromFeeds({ survivor, other }: Both): Promise<void> {
  if (!other.isFed) return
  const kept = survivor.isFed ? [...survivor.lockedFields, ...other.lockedFields] : ownableFields
  await unitSql('update listings set locked_fields = ? where id = ?', [
    [...new Set<string>(kept)],
    survivor.id,
  ])
}

/** What was sold or withdrawn is the property's history, and a sale is no letting. */
function hindranceOf({ survivor, other }: Both): Refusal | null {
  if ([survivor, other].some(({ status }) => status === 'closed' || status === 'withdrawn'))
    return 'merge_over'
  return survivor.dealType === other.dealType ? null : 'merge_deals'
}

async function keepMerge(both: Both, choices: Choices): Promise<ListingMerge> {
  const { survivor, other } = both
  const tags = new Set(survivor.tagNames.map((tag) => tag.toLowerCase()))
  const actor = currentActor()
  return ListingMerge.create({
    survivorId: survivor.id,
    mergedId: other.id,
    mergedTitle: other.title,
    ...changesFor(both, choices),
    addedTags: other.tagNames.filter((tag) => !tags.has(tag.toLowerCase())),
    authorId: actor.id,
    authorName: actor.name,
    kept: [],
  })
}
