import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'

/** Writes into the history of prices what a listing is asked for from now on. */
export async function notePrice(listing: Listing, reason: string | null = null): Promise<void> {
  if (listing.priceMinor === null) return
  const actor = currentActor()
  await unitSql(
    `insert into listing_prices (listing_id, price_minor, currency, rent_period, reason, actor_id, actor_name)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      listing.id,
      listing.priceMinor,
      listing.currency,
      listing.rentPeriod,
      reason,
      actor.id,
      actor.name,
    ]
  )
}
