import { unitSql } from '#kernel/tenancy/sql'

export interface ListingRules {
  /** How many days a confirmation counts. */
  freshDays: number
  version: number
}

const UNTOUCHED: ListingRules = { freshDays: 30, version: 0 }

/** What the agency decided for all of its listings. */
export async function listingRules(): Promise<ListingRules> {
  const { rows } = await unitSql<{ fresh_days: number; version: number }>(
    'select fresh_days, version from listing_rules'
  )
  return rows.length === 0
    ? UNTOUCHED
    : { freshDays: rows[0].fresh_days, version: rows[0].version }
}
