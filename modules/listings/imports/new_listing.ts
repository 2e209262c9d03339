import i18nManager from '@adonisjs/i18n/services/main'
import type { FedListing } from '../importing/fed_listing.ts'
import type { LocalMarket } from '../local_market.ts'
import { localityOf } from '../places.ts'
import type { ImportOrder } from './import_options.ts'
import type { KnownListing } from './known_listing.ts'
import type { Told } from './merge_fed.ts'

interface Birth {
  ids: { listing: string; property: string }
  reference: string
  market: LocalMarket
  order: ImportOrder
}

const EMPTY = {
  description: null,
  rent_period: null,
  price_minor: null,
  address: {},
  locality: null,
  city: null,
  postcode: null,
  latitude: null,
  longitude: null,
  size_value: null,
  size_unit: null,
  plot_value: null,
  plot_unit: null,
  beds: null,
  baths: null,
  year_built: null,
  features: [],
  owner_id: null,
  team_id: null,
  owner_contact_id: null,
  visibility: 'public' as const,
  hides_address: false,
  authority_from: null,
  authority_until: null,
}

/** The listing that a row becomes where the agency does not know it yet: a draft, like one made by hand. */
export function newListing(fed: FedListing, told: Told, birth: Birth): KnownListing {
  const { ids, order, market } = birth
  const { type, dealType } = order.options
  const facts = { ...EMPTY, type, ...dealOf(dealType), ...told }
  return {
    ...facts,
    ...standIn(facts, market),
    title: told.title ?? madeTitle(facts),
    id: ids.listing,
    property_id: ids.property,
    isNew: true,
    reference: birth.reference,
    ...originOf(fed, order),
    version: 1,
    status: 'draft',
    locked_fields: [],
    owner_verified_at: null,
    property_verified_at: null,
    photos: 0,
  }
}

function originOf({ fingerprint, externalId }: FedListing, { importId, feedId }: ImportOrder) {
  return { fingerprint, external_id: externalId, import_id: importId, feed_id: feedId }
}

function dealOf(deal: 'sale' | 'rent') {
  return { deal_type: deal, rent_period: deal === 'rent' ? ('month' as const) : null }
}

/** Where no list gave a place on the map, the middle of the locality stands in for it. */
function standIn(
  { latitude, address }: Pick<KnownListing, 'latitude' | 'address'>,
  market: LocalMarket
) {
  const known = latitude === null ? localityOf(address, market.places) : undefined
  return known ? { latitude: known.lat, longitude: known.lng } : {}
}

type Named = Pick<KnownListing, 'type' | 'beds' | 'locality' | 'city' | 'address' | 'hides_address'>

/** What a home is called that its list does not name: "3-bed house in Ballard". */
function madeTitle(facts: Named) {
  const i18n = i18nManager.locale('en')
  const street = facts.hides_address ? undefined : facts.address.line
  const place = facts.locality ?? facts.city ?? street ?? ''
  return i18n
    .t(`listings.import.made_title${place ? '' : '_nowhere'}`, {
      beds: facts.beds ?? 0,
      type: i18n.t(`listings.types.${facts.type}`),
      place,
    })
    .slice(0, 160)
}
