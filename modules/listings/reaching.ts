import type { HttpContext } from '@adonisjs/core/http'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { restorableSince } from '#kernel/models/soft_deletes'
import { narrowToReach } from '#kernel/models/reachable'
import { isUuid } from '#kernel/tenancy/names'
import Listing from './models/listing.ts'
import ListingMedium from './models/listing_medium.ts'
import SavedSearch from './models/saved_search.ts'
import ListingPolicy from './policies/listing_policy.ts'

/** The listing that the address names, if this person may see it; else nothing lives there. */
export async function listingInReach({ params, staff }: HttpContext): Promise<Listing> {
  const id = params.listing_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const listing = await Listing.reachableBy(staff.actor, 'listings.view').where('id', id).first()
  if (!listing) throw new NotHere()
  return listing
}

/** A listing that somebody names beside the address, and that this person may change. */
export async function changeableListing({ staff }: HttpContext, id: unknown): Promise<Listing> {
  if (!isUuid(id)) throw new NotHere()
  const listing = await Listing.reachableBy(staff.actor, 'listings.view').where('id', id).first()
  if (!listing) throw new NotHere()
  if (!staff.actor.reaches('listings.update', listing)) throw new Forbidden('listings.update')
  return listing
}

/** The listing whose property is to be listed again, with that property; null for one that is new to us. */
export async function listedBefore(ctx: HttpContext): Promise<Listing | null> {
  const id: unknown = ctx.request.input('again')
  if (!id) return null
  const listing = await changeableListing(ctx, id)
  await listing.load('property')
  return listing
}

/** A deleted listing, as long as it can be restored. */
export async function deletedListing({ params, staff }: HttpContext): Promise<Listing> {
  if (!isUuid(params.listing_id)) throw new NotHere()
  const listing = await narrowToReach(Listing.withDeleted(), staff.actor, 'listings.view')
    .where('listings.id', params.listing_id)
    .whereNull('listings.merged_into')
    .where('listings.deleted_at', '>', restorableSince().toJSDate())
    .first()
  if (!listing) throw new NotHere()
  return listing
}

/** The medium of this listing that the address names. */
export async function mediumOf(listing: Listing, { params }: HttpContext): Promise<ListingMedium> {
  return found(params.medium_id ?? params.id, ListingMedium.query(), listing)
}

/** A deleted medium, as long as it can be restored. */
export async function deletedMediumOf(listing: Listing, { params }: HttpContext) {
  const deleted = ListingMedium.withDeleted().where('deleted_at', '>', restorableSince().toJSDate())
  return found(params.medium_id, deleted as Query, listing)
}

type Query = ModelQueryBuilderContract<typeof ListingMedium, ListingMedium>

async function found(id: unknown, query: Query, listing: Listing): Promise<ListingMedium> {
  if (!isUuid(id)) throw new NotHere()
  const medium = await query.where('id', id).where('listingId', listing.id).first()
  if (!medium) throw new NotHere()
  return medium
}

/** A search of this person's own: nobody else's, whatever their role. */
export async function ownSearch({ params, staff, bouncer }: HttpContext): Promise<SavedSearch> {
  const id = params.search_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const search = await SavedSearch.query().where({ id, ownerId: staff.actor.id }).first()
  if (!search) throw new NotHere()
  await bouncer.with(ListingPolicy).authorize('viewAny')
  return search
}
