import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { type FilterName, type ListingFilters } from './listing_filters.ts'
import { type ListRequest, listingsAsked } from './listing_list.ts'

/** What the filters count by; of what several fit, each counts. */
const COUNTED = {
  deal_type: 'deal_type',
  types: 'type',
  status: 'status',
  visibility: 'visibility',
  localities: 'locality',
  city: 'city',
  features: 'unnest(features)',
  agent: 'owner_id::text',
  category: 'category_id::text',
} satisfies Partial<Record<FilterName, string>>

type Counted = keyof typeof COUNTED

const NAMES = Object.keys(COUNTED) as Counted[]

export type FilterCounts = Map<string, Map<string, number>>

/**
 * How many listings each value of a filter would show, with all other filters as they are. One
 * query: what every count needs is narrowed once, and each filter is asked of a row only once.
 */
export async function filterCounts(actor: Actor, request: ListRequest): Promise<FilterCounts> {
  const active = NAMES.filter((name) => request.filters[name] !== undefined)
  const base = listingsAsked(actor, { ...request, filters: without(request.filters, active) }, VIEW)
    .joinRaw('join properties as property on property.id = listings.property_id')
    .select('listings.deal_type', 'listings.status', 'listings.visibility', 'listings.owner_id')
    .select('listings.category_id', 'property.type', 'property.locality', 'property.city')
    .select('property.features')
  for (const name of active) {
    const fitting = listingsAsked(actor, { ...request, filters: only(request.filters, name) }, VIEW)
    const { sql, bindings } = fitting.select('listings.id').toSQL()
    base.select(base.client.raw(`listings.id in (${sql}) as fits_${name}`, bindings as string[]))
  }
  const { sql, bindings } = base.toSQL()
  const counts = NAMES.map((name) => countOf(name, active)).join(' union all ')
  const { rows } = await unitSql<{ name: string; value: string; total: number }>(
    `with fitting as materialized (${sql}) ${counts}`,
    bindings
  )
  return mapped(rows)
}

const VIEW = 'listings.view'

function countOf(name: Counted, active: Counted[]): string {
  const others = active.filter((other) => other !== name).map((other) => `fits_${other}`)
  const where = ['true', ...others].join(' and ')
  return `select '${name}' as name, ${COUNTED[name]} as value, count(*) as total from fitting where ${where} group by 2`
}

function without(filters: ListingFilters, names: Counted[]): ListingFilters {
  const others = Object.entries(filters).filter(([name]) => !names.includes(name as Counted))
  return Object.fromEntries(others) as ListingFilters
}

function only(filters: ListingFilters, name: Counted): ListingFilters {
  return { custom: {}, own: filters.own, [name]: filters[name] }
}

function mapped(rows: { name: string; value: string | null; total: number }[]): FilterCounts {
  const counts: FilterCounts = new Map(NAMES.map((name) => [name, new Map<string, number>()]))
  for (const { name, value, total } of rows)
    if (value !== null) counts.get(name)?.set(value, Number(total))
  return counts
}
