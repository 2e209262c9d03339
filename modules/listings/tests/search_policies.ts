import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const aSearch = ({ savedSearch }: SweptRecords) => ({ id: savedSearch, search_id: savedSearch })
const view: RoutePolicy = { permission: 'listings.view' }
const own: RoutePolicy = { ...view, params: aSearch }

/** Searches are everybody's own. */
export const searchPolicies: Record<string, RoutePolicy> = {
  'listings.searches.index': view,
  'listings.searches.create': view,
  'listings.searches.store': view,
  'listings.searches.show': own,
  'listings.searches.edit': own,
  'listings.searches.update': own,
  'listings.searches.destroy': own,
  'listings.searches.sending.store': own,
  // Opened by what is signed: no other token names anything.
  'site.unsubscription.create': { permission: null },
  'site.unsubscription.store': { permission: null },
}

/** A search in words that must not be seen elsewhere, and what it found. */
export async function givenSearch(canary: string, listingId: string): Promise<string> {
  const { rows } = await unitSql<{ id: string }>(
    `insert into saved_searches (name, owner_id, query, city, localities, words, types, features)
     values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [canary, currentActor().id, `city=${canary}`, canary, ...Array(4).fill([canary])]
  )
  await unitSql(
    `insert into search_alerts (search_id, listing_id, reason, state) values (?, ?, 'new', 'sent')`,
    [rows[0].id, listingId]
  )
  return rows[0].id
}
