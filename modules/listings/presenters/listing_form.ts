import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, knownTags, typedValue } from '#app/records'
import { majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { knownPlaces } from '#kernel/places/known_places'
import type { KnownPlace } from '#kernel/places/place_provider'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { staffForMenus } from '#app/members'
import * as words from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'
import ListingCategory from '../models/listing_category.ts'
import { ownableFields } from '../ownable_fields.ts'
import { assignable } from '../queries/colleagues.ts'
import { listedBefore } from '../reaching.ts'
import { listingSubject } from '../subject.ts'
import { localityOf } from '../places.ts'
import { missingFrom } from './missing_view.ts'
import { foundOwners, ownerNamed } from './owner_choices.ts'
import { pointMap } from './point_map.ts'

const POINT = {
  latitude: 'property[latitude]',
  longitude: 'property[longitude]',
  within: ['address[locality]', 'address[postcode]', 'address[city]'],
}

const nowhere = { latitude: null, longitude: null }

/** The form for a new listing, also of a property that was listed before, or for changing this one. */
export async function listingForm(ctx: HttpContext, listing: Listing | null) {
  if (listing) await listing.load('property')
  const before = listing ? null : await listedBefore(ctx)
  const said = listing ?? before
  return {
    ...{ listing, before, said, words },
    property: said ? said.property : null,
    ...wayOf(listing),
    market: marketPack((ctx.tenant as TenantSnapshot).market),
    ...(await placesFor(ctx, said)),
    price: priceOf(listing),
    missing: await missingFrom(ctx, listing),
    keepable: listing?.isFed ? ownableFields : [],
    categories: await ListingCategory.query().orderBy('position').orderBy('name'),
    ...(await markedWith(said)),
    owner: await ownerFor(ctx, ownerIn(said)),
    ...(await agentsFor(ctx, listing)),
  }
}

/** Its tags, and what it says in the agency's own fields. */
async function markedWith(said: Listing | null) {
  const fields = await askedFields()
  return {
    tags: { chosen: said?.tagNames ?? [], known: await knownTags() },
    fields: fields.map((field) => ({ field, value: typedValue(field, said?.custom[field.key]) })),
  }
}

/** What is suggested as a place, and the map with its point. */
async function placesFor(ctx: HttpContext, said: Listing | null) {
  const places = await knownPlaces()
  return {
    localities: [...new Set(places.map(({ name }) => name))],
    pointMap: pointMap(ctx, POINT, places),
    point: said ? pointOf(said.property, places) : nowhere,
  }
}

/** Where somebody has pointed: the middle of the locality only stands in for it, and gives way to that of another. */
function pointOf({ latitude, longitude, address }: Property, places: KnownPlace[]) {
  const place = localityOf(address, places)
  const isMiddle = place?.lat === latitude && place?.lng === longitude
  return isMiddle ? nowhere : { latitude, longitude }
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
async function ownerFor(ctx: HttpContext, ownerId: string | null) {
  const typed = ctx.session.flashMessages
  const id = typed.get('ownerContactId') ?? ownerId
  const chosen = await ownerNamed(ctx, id)
  const search = String(typed.get('ownerSearch') ?? '')
  const found = await foundOwners(ctx, search)
  return {
    id: ownerId,
    chosen,
    search,
    choices: found.filter((choice) => choice.id !== chosen?.id),
  }
}

/** Who sold a property owns it no longer. */
function ownerIn(said: Listing | null): string | null {
  return said && said.closedAs !== 'sold' ? said.property.ownerContactId : null
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
