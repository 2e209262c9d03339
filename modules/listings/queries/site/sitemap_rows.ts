import { PUBLIC_TITLE } from './discreet.ts'
import { publicListings } from './public_listings.ts'

/** As many as one sitemap may name, less those that are no listings. */
const MOST = 49_000

interface SitemapRow {
  reference: string
  title: string
  updated_at: Date
}

/** All public listings, newest first. */
export async function sitemapRows(): Promise<SitemapRow[]> {
  const query = publicListings()
  return query
    .select('listings.reference', 'listings.updated_at')
    .select(query.client.raw(`${PUBLIC_TITLE} as title`))
    .orderByRaw('listings.created_at desc, listings.id desc')
    .limit(MOST)
    .pojo<SitemapRow>()
}
