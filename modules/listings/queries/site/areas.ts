import { publicListings } from './public_listings.ts'

export interface Area {
  name: string
  count: number
}

/** Where there is something to see: the busiest localities of the public listings. */
export async function busiestAreas(limit: number): Promise<Area[]> {
  return publicListings()
    .joinRaw('join properties as property on property.id = listings.property_id')
    .whereNotNull('property.locality')
    .groupBy('property.locality')
    .select('property.locality as name')
    .count('* as count')
    .orderByRaw('count(*) desc, property.locality')
    .limit(limit)
    .pojo<Area>()
}

/** How many are for sale and to rent. */
export async function countsByDeal(): Promise<Record<'sale' | 'rent', number>> {
  const rows = await publicListings()
    .groupBy('listings.deal_type')
    .select('listings.deal_type as deal')
    .count('* as count')
    .pojo<{ deal: 'sale' | 'rent'; count: number }>()
  const counts = Object.fromEntries(rows.map(({ deal, count }) => [deal, Number(count)]))
  return { sale: 0, rent: 0, ...counts }
}
