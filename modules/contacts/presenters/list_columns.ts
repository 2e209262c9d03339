import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { type CustomColumn, type Moment, dayMoment, momentOf } from '#app/records'
import type { MarketPack } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { ListRow } from '../queries/contact_list.ts'
import { writtenPhone } from '#kernel/markets/written_phones'

/** One cell of the list: what it says, and what it leads to. */
export interface Cell {
  text?: string | null
  at?: Moment | null
  href?: string
  /** Where a tap on the link is logged. */
  log?: string
  tags?: string[]
  late?: boolean
}

interface Reader {
  tenant: TenantSnapshot
  market: MarketPack
  today: string
  t: (key: string) => string
}

interface Column {
  sort?: boolean
  isShown?: boolean
  cell: (row: ListRow, reader: Reader) => Cell
}

/** Every column that the list can show beside the name. */
const columns = {
  kinds: {
    isShown: true,
    cell: (row, { t }) => ({
      text: row.kinds.map((kind) => t(`contacts.kinds.${kind}`)).join(', '),
    }),
  },
  phone: { isShown: true, cell: phoneCell },
  next: { isShown: true, sort: true, cell: nextCell },
  touched: {
    isShown: true,
    sort: true,
    cell: (row, { tenant }) => ({ at: moment(row.last_touched_at, tenant) }),
  },
  owner: { isShown: true, sort: true, cell: (row) => ({ text: row.owner_name }) },
  email: { cell: emailCell },
  tags: { cell: (row) => ({ tags: row.tag_names }) },
  company: { cell: (row) => ({ text: row.type === 'person' ? row.company_name : null }) },
  city: { cell: (row) => ({ text: row.city }) },
  source: { cell: (row) => ({ text: row.source }) },
  created: { sort: true, cell: (row, { tenant }) => ({ at: moment(row.created_at, tenant) }) },
} satisfies Record<string, Column>

export type ColumnName = keyof typeof columns

const names = Object.keys(columns) as ColumnName[]

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

const COLUMNS_COOKIE = 'contacts_columns'

/** All columns as the kit's list takes them, the name first. */
export function columnHeads(ctx: HttpContext, chosen: string[], own: CustomColumn[]) {
  const head = (key: string, { sort = false }: Partial<Column>, label?: string) => ({
    key,
    label: label ?? ctx.i18n.t(`contacts.columns.${key}`),
    sort,
    shown: key === 'name' || chosen.includes(key),
    fixed: key === 'name',
  })
  return [
    head('name', { sort: true }),
    ...names.map((name) => head(name, columns[name])),
    ...own.map(({ name, label }) => head(name, {}, label)),
  ]
}

/** What a row says in the chosen columns. */
export function cellReader(
  ctx: HttpContext,
  chosen: string[],
  own: CustomColumn[]
): (row: ListRow) => Cell[] {
  const tenant = ctx.tenant as TenantSnapshot
  const reader = {
    tenant,
    market: marketPack(tenant.market),
    today: today(tenant.timeZone),
    t: (key: string) => ctx.i18n.t(key),
  }
  return (row) => [
    ...names.filter((name) => chosen.includes(name)).map((name) => columns[name].cell(row, reader)),
    ...own
      .filter(({ name }) => chosen.includes(name))
      .map(({ said }) => ({ text: said(row.custom) })),
  ]
}

function phoneCell(row: ListRow, { market }: Reader): Cell {
  const { primary_phone: phone } = row
  if (!phone) return {}
  return { text: writtenPhone(phone, market.region), ...wayTo(row, 'call', phone) }
}

function emailCell(row: ListRow): Cell {
  const { primary_email: email } = row
  return email ? { text: email, ...wayTo(row, 'email', email) } : {}
}

/** One tap, unless they said no to it. */
function wayTo({ id, consent }: ListRow, kind: 'call' | 'email', to: string) {
  if (consent[kind]?.state === 'refused') return null
  return { href: `${kind === 'call' ? 'tel' : 'mailto'}:${to}`, log: logOf(id, kind, to) }
}

function nextCell({ next_action_on: day }: ListRow, { tenant, today: now }: Reader): Cell {
  return day ? { at: dayMoment(day, tenant), late: day < now } : {}
}

export function logOf(id: string, kind: 'call' | 'whatsapp' | 'email', to: string): string {
  return `/app/contacts/${id}/taps?${new URLSearchParams({ kind, to })}`
}

function moment(at: Date | null, tenant: TenantSnapshot): Moment | null {
  return at ? momentOf(DateTime.fromJSDate(at), tenant) : null
}
