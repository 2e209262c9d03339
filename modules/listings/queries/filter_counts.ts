import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { type FilterName, type ListingFilters } from './listing_filters.ts'
import { type ListRequest, listingsAsked } from './listing_list.ts'

/** What the filters count by, each by a column of its own; of what several fit, each counts. */
const COUNTED = {
  deal_type: 'deal_type',
  types: 'type',
  status: 'status',
  visibility: 'visibility',
  localities: 'locality',
  city: 'city',
  agent: 'owner_id',
  category: 'category_id',
} satisfies Partial<Record<FilterName, string>>

type Counted = keyof typeof COUNTED | 'features'

const COLUMNS = Object.values(COUNTED)
const NAMES = [...Object.keys(COUNTED), 'features'] as Counted[]

export type FilterCounts = Map<string, Map<string, number>>

/**
 * How many listings each value of a filter would show, with all other filters as they are. One
 * query: what every count needs is narrowed once, and counted by all columns in one pass.
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
  const { rows } = await unitSql<Row>(
    `with fitting as materialized (${sql}) ${byColumn(active)} union all ${byFeature(active)}`,
    bindings
  )
  return mapped(rows)
}

const VIEW = 'listings.view'

interface Row {
  name: string
  value: string | null
  total: string
}

/** `grouping` is 0 for the one column by which a row is counted. */
function byColumn(active: Counted[]): string {
  const counted = Object.entries(COUNTED) as [keyof typeof COUNTED, string][]
  const names = counted.map(([name, column]) => `when grouping(${column}) = 0 then '${name}'`)
  const totals = counted.map(
    ([name, column]) =>
      `when grouping(${column}) = 0 then count(*) filter (where ${othersFit(name, active)})`
  )
  const values = COLUMNS.map((column) => `${column}::text`).join(', ')
  return `select case ${names.join(' ')} end as name, coalesce(${values}) as value, case ${totals.join(' ')} end as total
    from fitting group by grouping sets (${COLUMNS.map((column) => `(${column})`).join(', ')})`
}

/** The same features stand in many rows: those are counted together before they are taken apart. */
function byFeature(active: Counted[]): string {
  return `select 'features', feature, sum(rows)::bigint
    from (select features, count(*) as rows from fitting where ${othersFit('features', active)} group by 1) as alike,
      unnest(features) as feature group by 2`
}

/** Whether a row fits all filters that are set but this one. */
function othersFit(name: Counted, active: Counted[]): string {
  const others = active.filter((other) => other !== name).map((other) => `fits_${other}`)
  return ['true', ...others].join(' and ')
}

function without(filters: ListingFilters, names: Counted[]): ListingFilters {
  const others = Object.entries(filters).filter(([name]) => !names.includes(name as Counted))
  return Object.fromEntries(others) as ListingFilters
}

function only(filters: ListingFilters, name: Counted): ListingFilters {
  return { custom: {}, own: filters.own, [name]: filters[name] }
}

function mapped(rows: Row[]): FilterCounts {
  const counts: FilterCounts = new Map(NAMES.map((name) => [name, new Map<string, number>()]))
  for (const { name, value, total } of rows)
    if (value !== null && Number(total) > 0) counts.get(name)?.set(value, Number(total))
  return counts
}
