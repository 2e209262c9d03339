import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { type CustomColumn, type Moment, dayMoment, momentOf } from '#app/records'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { ListingRow } from '../queries/listing_list.ts'
import { rowArea } from './row_facts.ts'
import { statusTones } from './status_tones.ts'
import { writtenArea, writtenNumber, writtenPrice } from './written.ts'

/** One cell of the list: what it says, and how. */
export interface Cell {
  text?: string | null
  at?: Moment | null
  badge?: { text: string; tone?: string }
  tags?: string[]
  late?: boolean
  end?: boolean
}

interface Column {
  sort?: boolean
  isShown?: boolean
  end?: boolean
  cell: (row: ListingRow, ctx: HttpContext) => Cell
}

/** Every column that the list can show beside the title. */
const columns = {
  price: {
    isShown: true,
    sort: true,
    end: true,
    cell: (row, ctx) => ({ text: rowPrice(ctx, row), end: true }),
  },
  status: {
    isShown: true,
    cell: ({ status }, { i18n }) => ({
      badge: { text: i18n.t(`listings.statuses.${status}`), tone: statusTones[status] },
    }),
  },
  type: {
    isShown: true,
    cell: ({ type }, { i18n }) => ({ text: i18n.t(`listings.types.${type}`) }),
  },
  beds: {
    isShown: true,
    end: true,
    cell: (row, ctx) => ({ text: writtenNumber(ctx, row.beds), end: true }),
  },
  size: {
    isShown: true,
    sort: true,
    end: true,
    cell: (row, ctx) => ({ text: rowArea(ctx, row), end: true }),
  },
  locality: { isShown: true, cell: (row) => ({ text: row.locality ?? row.city }) },
  agent: { isShown: true, sort: true, cell: (row) => ({ text: row.agent_name }) },
  reference: { cell: (row) => ({ text: row.reference }) },
  deal: {
    cell: (row, { i18n }) => ({ text: i18n.t(`listings.deal_types.${row.deal_type}`) }),
  },
  baths: { end: true, cell: (row, ctx) => ({ text: writtenNumber(ctx, row.baths), end: true }) },
  plot: {
    end: true,
    cell: (row, ctx) => ({ text: writtenArea(ctx, row.plot_value, row.plot_unit), end: true }),
  },
  city: { cell: (row) => ({ text: row.city }) },
  quality: { sort: true, end: true, cell: (row) => ({ text: `${row.quality_score}`, end: true }) },
  authority: { sort: true, cell: (row, ctx) => dayCell(ctx, row.authority_until) },
  fresh: { cell: (row, ctx) => dayCell(ctx, row.fresh_until) },
  visibility: {
    cell: (row, { i18n }) => ({ text: i18n.t(`listings.visibilities.${row.visibility}`) }),
  },
  category: { cell: (row) => ({ text: row.category_name }) },
  tags: { cell: (row) => ({ tags: row.tag_names }) },
  created: {
    sort: true,
    cell: (row, { tenant }) => ({
      at: momentOf(DateTime.fromJSDate(row.created_at), tenant as TenantSnapshot),
    }),
  },
} satisfies Record<string, Column>

type ColumnName = keyof typeof columns

const names = Object.keys(columns) as ColumnName[]
const COLUMNS_COOKIE = 'listings_columns'

/** The columns that an address, or this person's last choice, asks for; `own`: the agency's fields. */
export function chosenColumns({ request }: HttpContext, own: CustomColumn[]): string[] {
  const asked = [request.qs().cols ?? request.plainCookie(COLUMNS_COOKIE)]
  const wanted = asked.flat().flatMap((word) => String(word ?? '').split('.'))
  const known = [...names, ...own.map(({ name }) => name)]
  const chosen = known.filter((name) => wanted.includes(name))
  return chosen.length > 0 ? chosen : names.filter((name) => (columns[name] as Column).isShown)
}

/** Remembers a choice of columns in this browser. */
export function rememberColumns({ request, response }: HttpContext, chosen: string[]): void {
  if (request.qs().cols === undefined) return
  response.plainCookie(COLUMNS_COOKIE, chosen.join('.'), { maxAge: '1y' })
}

/** All columns as the kit's list takes them, the title first. */
export function columnHeads(ctx: HttpContext, chosen: string[], own: CustomColumn[]) {
  const head = (key: string, column: Partial<Column>, label?: string) => ({
    key,
    label: label ?? ctx.i18n.t(`listings.columns.${key}`),
    sort: column.sort ?? false,
    end: column.end ?? false,
    shown: key === 'title' || chosen.includes(key),
    fixed: key === 'title',
  })
  return [
    head('title', { sort: true }),
    ...names.map((name) => head(name, columns[name])),
    ...own.map(({ name, label }) => head(name, {}, label)),
  ]
}

/** What a row says in the chosen columns. */
export function cellReader(
  ctx: HttpContext,
  chosen: string[],
  own: CustomColumn[]
): (row: ListingRow) => Cell[] {
  const shown = names.filter((name) => chosen.includes(name))
  const shownOwn = own.filter(({ name }) => chosen.includes(name))
  return (row) => [
    ...shown.map((name) => columns[name].cell(row, ctx)),
    ...shownOwn.map(({ said }) => ({ text: said(row.custom) })),
  ]
}

export function rowPrice(ctx: HttpContext, row: ListingRow): string | null {
  const { price_minor: priceMinor, currency, rent_period: rentPeriod } = row
  return writtenPrice(ctx, { priceMinor, currency, rentPeriod })
}

function dayCell({ tenant }: HttpContext, day: string | null): Cell {
  const agency = tenant as TenantSnapshot
  return day ? { at: dayMoment(day, agency), late: day < today(agency.timeZone) } : {}
}
