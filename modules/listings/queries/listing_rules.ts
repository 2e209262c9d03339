import { unitSql } from '#kernel/tenancy/sql'

export interface ListingRules {
  /** How many days a confirmation counts. */
  freshDays: number
}

const UNTOUCHED: ListingRules = { freshDays: 30 }

/** What the agency decided for all of its listings. */
export async function listingRules(): Promise<ListingRules> {
  const { rows } = await unitSql<{ fresh_days: number }>('select fresh_days from listing_rules')
  return rows.length === 0 ? UNTOUCHED : { freshDays: rows[0].fresh_days }
}
