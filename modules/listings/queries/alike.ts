import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { familyOf } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { boxAround } from './nearness.ts'

const KILOMETRES = 10
/** How far the price may lie from the listing's own. */
const BAND = 0.3
const BEDS_APART = 1

type Query = ModelQueryBuilderContract<typeof Listing, unknown>

/** Narrows listings, their `property` joined, to what somebody who likes this one would look at, nearest first. */
export function narrowToAlike(query: Query, listing: Listing): void {
  query
    .whereNot('listings.id', listing.id)
    .where('listings.deal_type', listing.dealType)
    .where('listings.currency', listing.currency)
    .whereRaw(`coalesce(listings.rent_period, '') = ?`, [listing.rentPeriod ?? ''])
    .whereIn('property.type', [...familyOf(listing.property.type)])
  costingAbout(query, listing)
  withAboutAsManyBeds(query, listing)
  nearTo(query, listing)
}

function costingAbout(query: Query, { priceMinor }: Listing): void {
  if (priceMinor === null) return
  const ends = [Math.round(priceMinor * (1 - BAND)), Math.round(priceMinor * (1 + BAND))]
  query.whereBetween('listings.price_minor', [ends[0], ends[1]])
}

/** Where nobody counted them, they may fit. */
function withAboutAsManyBeds(query: Query, { property: { beds } }: Listing): void {
  if (beds === null) return
  query.whereRaw('(property.beds is null or property.beds between ? and ?)', [
    ...[beds - BEDS_APART, beds + BEDS_APART],
  ])
}

/** Around it on the map; in its locality where it has no place there. */
function nearTo(query: Query, { property: { latitude, longitude, locality } }: Listing): void {
  if (latitude === null || longitude === null) {
    query
      .whereRaw('lower(property.locality) = ?', [(locality ?? '').toLowerCase()])
      .orderBy('listings.created_at', 'desc')
    return
  }
  const box = boxAround({ latitude, longitude, kilometres: KILOMETRES })
  query
    .whereBetween('property.latitude', [box.south, box.north])
    .whereBetween('property.longitude', [box.west, box.east])
    .orderByRaw('(property.latitude - ?) ^ 2 + ((property.longitude - ?) * ?) ^ 2, listings.id', [
      ...[latitude, longitude, Math.max(0.01, Math.cos((latitude * Math.PI) / 180))],
    ])
}
