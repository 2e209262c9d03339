import type { SearchDocument, SearchProvider } from '#kernel/search/search_provider'
import { unitSql } from '#kernel/tenancy/sql'
import type { Address } from '#kernel/markets/market_pack'
import Listing from './models/listing.ts'

interface SearchedListing {
  id: string
  reference: string
  title: string
  tag_names: string[]
  owner_id: string | null
  team_id: string | null
  address: Address
}

/** How listings are found from anywhere: by reference, title, address and tag. */
export default {
  subjectType: Listing.subjectType,
  icon: 'house',

  urlFor(subjectId) {
    return `/app/listings/${subjectId}`
  },

  async documents(subjectIds) {
    const { rows } = await unitSql<SearchedListing>(
      `select listings.id, reference, title, tag_names, owner_id, team_id, address
         from listings join properties on properties.id = property_id
        where listings.id = any(?::uuid[]) and deleted_at is null`,
      [subjectIds]
    )
    return rows.map(documentOf)
  },

  changedBy({ name, payload }) {
    return name.startsWith('listings.') && Array.isArray(payload.listingIds)
      ? payload.listingIds
      : []
  },

  async idsAfter(subjectId, limit) {
    const { rows } = await unitSql<{ id: string }>(
      `select id from listings where deleted_at is null and (?::uuid is null or id > ?::uuid) order by id limit ?`,
      [subjectId, subjectId, limit]
    )
    return rows.map(({ id }) => id)
  },
} satisfies SearchProvider

function documentOf(listing: SearchedListing): SearchDocument {
  const { line, unit, locality, city, postcode } = listing.address
  const place = [line, unit, locality, city, postcode].filter(Boolean)
  return {
    subjectType: Listing.subjectType,
    subjectId: listing.id,
    title: listing.title,
    detail: [listing.reference, line, locality ?? city].filter(Boolean).join(' · '),
    words: [listing.reference, listing.title, ...place, ...listing.tag_names].join(' '),
    permission: 'listings.view',
    ownerId: listing.owner_id,
    teamId: listing.team_id,
  }
}
