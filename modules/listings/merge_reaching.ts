import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import Listing from './models/listing.ts'
import ListingMerge from './models/listing_merge.ts'
import ListingPair from './models/listing_pair.ts'
import { changeableListing } from './reaching.ts'

/** The listing that the address names, or the one into which it was merged: then the address leads there. */
export async function listingOrSurvivor({ params, staff }: HttpContext): Promise<Listing> {
  if (!isUuid(params.id)) throw new NotHere()
  const listing = await Listing.reachableBy(staff.actor, 'listings.view')
    .whereRaw(
      `listings.id in (with recursive trail as (
         select id, merged_into from listings where id = ?
         union select listings.id, listings.merged_into from listings join trail on listings.id = trail.merged_into)
       select id from trail)`,
      [params.id]
    )
    .first()
  if (!listing) throw new NotHere()
  return listing
}

/** A pair, open or dismissed, for one who may change both. */
export async function pairInReach(ctx: HttpContext): Promise<ListingPair> {
  const id = ctx.params.pair_id
  const pair = isUuid(id) ? await ListingPair.find(id) : null
  if (!pair) throw new NotHere()
  await changeableListing(ctx, pair.firstId)
  await changeableListing(ctx, pair.secondId)
  return pair
}

/** A merge, for one who may change both: the survivor, and the one that it took in. */
export async function mergeInReach(
  ctx: HttpContext
): Promise<{ merge: ListingMerge; survivor: Listing }> {
  const survivor = await changeableListing(ctx, ctx.params.listing_id)
  const id = ctx.params.merge_id ?? ctx.params.id
  const merge = isUuid(id)
    ? await ListingMerge.query().where({ id, survivorId: survivor.id }).first()
    : null
  const taken = merge && (await Listing.withDeleted().where('id', merge.mergedId).first())
  const { actor } = ctx.staff
  if (!taken || !actor.reaches('listings.view', taken)) throw new NotHere()
  if (!actor.reaches('listings.update', taken)) throw new Forbidden('listings.update')
  return { merge, survivor }
}
