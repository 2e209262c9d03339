import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { type FilterName, type ListingFilters } from './listing_filters.ts'
import { type ListRequest, listingsAsked } from './listing_list.ts'

/** What the filters count by, each by a column of its own; of what several fit, each counts. */
const COUNTED = {
  deal_type: 'listings.deal_type',
  status: 'listings.status',
  visibility: 'listings.visibility',
  agent: 'listings.owner_id',
  category: 'listings.category_id',
  types: 'property.type',
  localities: 'property.locality',
  city: 'property.city',
  features: 'property.features',
} satisfies Partial<Record<FilterName, string>>

type Counted = keyof typeof COUNTED

const NAMES = Object.keys(COUNTED) as Counted[]

export function isCounted(name: string): boolean {
  return Object.hasOwn(COUNTED, name)
}

export type FilterCounts = Map<string, Map<string, number>>

/**
 * How many listings each value of these filters would show, with all other filters as they are.
 * One query: those that are not set are counted together, each that is set by itself, without it.
 */
export async function filterCounts(
  actor: Actor,
  request: ListRequest,
  wanted: readonly string[]
): Promise<FilterCounts> {
  const names = NAMES.filter((name) => wanted.includes(name))
  const [set, unset] = [true, false].map((isSet) =>
    names.filter((name) => (request.filters[name] !== undefined) === isSet)
  )
  const groups = [unset, ...set.map((name) => [name])].filter((group) => group.length > 0)
  if (groups.length === 0) return new Map()
  const parts = groups.map((group) => counting(actor, request, group))
  const { rows } = await unitSql<Row>(
    parts.map(({ sql }) => `(${sql})`).join(' union all '),
    parts.flatMap(({ bindings }) => bindings)
  )
  return mapped(rows, names)
}

const VIEW = 'listings.view'

interface Row {
  name: string
  value: string | null
  total: string
}

/** Counts by some filters what all the others let through. */
function counting(actor: Actor, { filters, ...request }: ListRequest, names: Counted[]) {
  const base = listingsAsked(actor, { ...request, filters: without(filters, names) }, VIEW)
  const columns = names.map((name) => COUNTED[name])
  if (columns.some((column) => column.startsWith('property.')))
    base.joinRaw('join properties as property on property.id = listings.property_id')
  const { sql, bindings } = base.select(...columns).toSQL()
  const single = names.filter((name) => name !== 'features')
  const counts = [
    ...(single.length > 0 ? [byColumn(single)] : []),
    ...(single.length < names.length ? [BY_FEATURE] : []),
  ]
  return {
    sql: `with fitting as materialized (${sql}) ${counts.join(' union all ')}`,
    bindings: bindings as string[],
  }
}

/** `grouping` is 0 for the one column by which a row is counted. */
function byColumn(names: Counted[]): string {
  const columns = names.map((name) => COUNTED[name].split('.')[1])
  const named = names.map((name, index) => `when grouping(${columns[index]}) = 0 then '${name}'`)
  const values = columns.map((column) => `${column}::text`).join(', ')
  return `select case ${named.join(' ')} end as name, coalesce(${values}) as value, count(*) as total
    from fitting group by grouping sets (${columns.map((column) => `(${column})`).join(', ')})`
}

/** The same features stand in many rows: those are counted together before they are taken apart. */
const BY_FEATURE = `select 'features' as name, feature as value, sum(rows)::bigint as total
    from (select features, count(*) as rows from fitting group by 1) as alike, unnest(features) as feature group by 2`

function without(filters: ListingFilters, names: Counted[]): ListingFilters {
  const others = Object.entries(filters).filter(([name]) => !names.includes(name as Counted))
  return Object.fromEntries(others) as ListingFilters
}

function mapped(rows: Row[], names: Counted[]): FilterCounts {
  const counts: FilterCounts = new Map(names.map((name) => [name, new Map<string, number>()]))
  for (const { name, value, total } of rows)
    if (value !== null && Number(total) > 0) counts.get(name)?.set(value, Number(total))
  return counts
}
