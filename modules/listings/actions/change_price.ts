import { noteChange } from '#app/records'
import { done, refused } from '#kernel/result/result'
import { tellOf } from '../events/listings_event.ts'
import ListingsPriceChanged from '../events/listings_price_changed.ts'
import type Listing from '../models/listing.ts'
import { priceInWords } from '../queries/listing_in_words.ts'
import { keepFields } from './keep_fields.ts'
import { notePrice } from './note_price.ts'
import { renewQuality } from './renew_quality.ts'

interface PriceChange {
  price: number
  reason?: string | null
  version: number
}

/** Asks another price for a listing, and keeps the one before. */
export async function changePrice(listing: Listing, { price, reason, version }: PriceChange) {
  if (listing.status === 'closed' || listing.status === 'withdrawn') return refused('over')
  if (listing.priceMinor === price) return refused('same_price')
  const from = priceInWords(listing)
  listing.priceMinor = price
  if (!(await listing.saveSeen(version))) return refused('stale')
  await notePrice(listing, reason ?? null)
  const changes = [{ field: 'listings.fields.price', from, to: priceInWords(listing) }]
  const why = reason ? [{ field: 'listings.fields.reason', from: null, to: reason }] : []
  await noteChange('listing', [listing.id], [...changes, ...why])
  await keepFields(listing, ['price'])
  await renewQuality(listing)
  tellOf(ListingsPriceChanged, [listing.id])
  return done(listing)
}
