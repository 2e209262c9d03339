import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, knownTags, typedValue } from '#app/records'
import { majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { knownPlaces, placeNames } from '#kernel/places/known_places'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { staffForMenus } from '#app/members'
import * as words from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import ListingCategory from '../models/listing_category.ts'
import { ownableFields } from '../ownable_fields.ts'
import { assignable } from '../queries/colleagues.ts'
import { listingSubject } from '../subject.ts'
import { localityOf } from '../places.ts'
import { missingFrom } from './missing_view.ts'
import { foundOwners, ownerNamed } from './owner_choices.ts'
import { pointMap as mapOf } from './point_map.ts'

const POINT = {
  latitude: 'property[latitude]',
  longitude: 'property[longitude]',
  within: ['address[locality]', 'address[postcode]', 'address[city]'],
}

/** The form for a new listing, or for changing this one. */
export async function listingForm(ctx: HttpContext, listing: Listing | null) {
  if (listing) await listing.load('property')
  const fields = await askedFields()
  const { market } = ctx.tenant as TenantSnapshot
  return {
    listing,
    property: listing?.property ?? null,
    ...wayOf(listing),
    market: marketPack(market),
    localities: await placeNames(),
    ...(await pointOf(ctx, listing)),
    price: priceOf(listing),
    missing: await missingFrom(ctx, listing),
    words,
    keepable: listing?.isFed ? ownableFields : [],
    categories: await ListingCategory.query().orderBy('position').orderBy('name'),
    tags: { chosen: listing?.tagNames ?? [], known: await knownTags() },
    fields: fields.map((field) => ({
      field,
      value: typedValue(field, listing?.custom[field.key]),
    })),
    owner: await ownerFor(ctx, listing),
    ...(await agentsFor(ctx, listing)),
  }
}

/**
 * The map and the point on it, where somebody has pointed: the middle of the locality only stands in for
 * it, and gives way to that of another.
 */
async function pointOf(ctx: HttpContext, listing: Listing | null) {
  const pointMap = await mapOf(ctx, POINT)
  const nowhere = { latitude: null, longitude: null }
  if (!listing) return { point: nowhere, pointMap }
  const { latitude, longitude, address } = listing.property
  const place = localityOf(address, await knownPlaces())
  const isMiddle = place?.lat === latitude && place?.lng === longitude
  return { point: isMiddle ? nowhere : { latitude, longitude }, pointMap }
}

/** Where the form goes, and where one goes who leaves it. */
function wayOf(listing: Listing | null) {
  const url = listing ? `/app/listings/${listing.id}` : '/app/listings'
  return { action: url, back: url, method: listing ? 'put' : 'post' }
}

/** The fields that the agency asks for, for the validator. */
export function askedFields(): Promise<CustomField[]> {
  return customFieldsOf(listingSubject.type)
}

function priceOf(listing: Listing | null): string | undefined {
  if (!listing || listing.priceMinor === null) return undefined
  return majorUnits(listing.priceMinor, listing.currency)
}

/** Who owns the property, and whoever was found among the contacts. */
async function ownerFor(ctx: HttpContext, listing: Listing | null) {
  const typed = ctx.session.flashMessages
  const id = typed.get('ownerContactId') ?? listing?.property.ownerContactId
  const chosen = await ownerNamed(ctx, id)
  const search = String(typed.get('ownerSearch') ?? '')
  const found = await foundOwners(ctx, search)
  return {
    id: listing?.property.ownerContactId ?? null,
    chosen,
    search,
    choices: found.filter((choice) => choice.id !== chosen?.id),
  }
}

/** Whom the listing may be given to; nothing to choose for those who may not assign. */
async function agentsFor({ staff: { actor } }: HttpContext, listing: Listing | null) {
  if (!actor.can('listings.assign')) return { agents: [], teams: [] }
  const { colleagues, teams } = await staffForMenus()
  const reach = actor.reachOf('listings.assign')
  return {
    agents: assignable(actor, colleagues),
    ownerId: listing ? listing.ownerId : actor.id,
    teams: reach === 'all' ? teams : teams.filter(({ id }) => id === actor.teamId),
    teamId: listing ? listing.teamId : null,
    mayLeaveOpen: reach === 'all',
  }
}
