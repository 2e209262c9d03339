import type { Actor } from '#kernel/tenancy/actor'
import type { LikenessReason } from '../listing_words.ts'
import Listing from '../models/listing.ts'
import { type TypedHome, likeTyped } from './likenesses.ts'

const MOST = 5

export interface Likeness {
  id: string
  reference: string
  title: string
  line: string | null
  town: string | null
  reasons: LikenessReason[]
}

/** Listings that the actor may see and that are like what is being typed. */
export async function listingsLike(actor: Actor, home: TypedHome): Promise<Likeness[]> {
  const found = await likeTyped(home)
  if (found.size === 0) return []
  const query = Listing.reachableBy(actor, 'listings.view')
  const rows = await query
    .joinRaw('join properties as property on property.id = listings.property_id')
    .whereIn('listings.id', [...found.keys()])
    .select('listings.id', 'reference', 'title')
    .select(query.client.raw(`address ->> 'line' as line, coalesce(locality, city) as town`))
    .orderBy('listings.id', 'desc')
    .limit(MOST)
    .pojo<Omit<Likeness, 'reasons'>>()
  return rows.map((row) => ({ ...row, reasons: found.get(row.id)! as LikenessReason[] }))
}
