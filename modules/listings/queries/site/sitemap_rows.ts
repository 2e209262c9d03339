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
  return publicListings()
    .select('listings.reference', 'listings.title', 'listings.updated_at')
    .orderByRaw('listings.created_at desc, listings.id desc')
    .limit(MOST)
    .pojo<SitemapRow>()
}
