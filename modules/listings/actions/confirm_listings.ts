import { noteChange } from '#app/records'
import { daysAfter, today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { listingRules } from '../queries/listing_rules.ts'

/** The last day on which what is confirmed today still counts. */
export async function freshUntil(): Promise<string> {
  const { freshDays } = await listingRules()
  return daysAfter(today(unit().tenant.timeZone), freshDays)
}

/** These listings are still available; the others among them are not on the market. Answers how many. */
export async function confirmListings(ids: string[]): Promise<number> {
  const until = await freshUntil()
  const { rows } = await unitSql<{ id: string }>(
    `update listings set fresh_until = ?, updated_at = now()
      where id = any(?::uuid[]) and status = 'active' returning id`,
    [until, ids]
  )
  const confirmed = rows.map(({ id }) => id)
  await noteChange('listing', confirmed, [
    { field: 'listings.fields.fresh_until', from: null, to: until },
  ])
  tellOf(ListingsUpdated, confirmed)
  return confirmed.length
}
