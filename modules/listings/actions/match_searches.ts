import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import ListingAlertsDue from '../events/listing_alerts_due.ts'
import { FITS } from '../queries/fitting_sql.ts'

/** Back on the market is what has been there before. */
const BACK = `case when (select count(*) from status_steps where subject_type = 'listing' and subject_id = listing.id
  and to_status = 'active') > 1 then 'back' else 'new' end`

/** Lower than the price before. */
const IS_DROP = `listing.price_minor < (select price_minor from listing_prices where listing_id = listing.id
  order by created_at desc, id desc offset 1 limit 1)`

/** Clients hear of what is public; how much of the rest a colleague sees is asked when it is sent. */
function matching(reason: string, where: string): string {
  return `insert into search_alerts (search_id, listing_id, reason, price_minor)
    select search.id, listing.id, ${reason}, listing.price_minor
      from listings as listing join properties as property on property.id = listing.property_id
      join saved_searches as search on ${FITS}
     where listing.deleted_at is null and listing.status = 'active'
       and (not search.for_contact or listing.visibility = 'public') and ${where}
    on conflict on constraint search_alerts_once do nothing`
}

/** Notes these listings, just on the market, for every search that asks for them: one statement. */
export async function matchActivated(listingIds: string[]): Promise<void> {
  await match(BACK, `search.frequency <> 'off' and listing.id = any(?::uuid[])`, listingIds)
}

export async function matchPriceDrops(listingIds: string[]): Promise<void> {
  const where = `search.frequency <> 'off' and listing.id = any(?::uuid[]) and ${IS_DROP}`
  await match(`'price_drop'`, where, listingIds)
}

/** What one search finds now and nobody was told yet: the newest of it. */
export async function matchNow(searchId: string): Promise<void> {
  const newest = `listing.id in (select listing.id from listings as listing
      join properties as property on property.id = listing.property_id
      join saved_searches as search on ${FITS}
     where search.id = ? and listing.deleted_at is null and listing.status = 'active'
       and not exists (select from search_alerts where search_id = search.id and listing_id = listing.id)
     order by listing.activated_at desc nulls last, listing.id desc limit 50)`
  await unitSql(matching(`'new'`, `search.id = ? and ${newest}`), [searchId, searchId])
}

async function match(reason: string, where: string, ids: string[]): Promise<void> {
  const { rowCount } = await unitSql(matching(reason, where), [ids])
  if (rowCount > 0) unit().tell(new ListingAlertsDue({ frequency: 'instant' }))
}
