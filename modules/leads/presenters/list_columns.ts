import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { type CustomColumn, type Moment, dayMoment, momentOf } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { today } from '#kernel/markets/time'
import { writtenPhone } from '#kernel/markets/written_phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { LeadRow } from '../queries/lead_list.ts'
import { writtenPrice } from './prices.ts'
import { priorityBadge } from './priority_view.ts'
import { statusCell } from './steps.ts'
import { logOf } from './ways.ts'

/** One cell of the list: what it says, and what it leads to. */
interface Cell {
  text?: string | null
  at?: Moment | null
  href?: string
  /** Where a tap on the link is logged. */
  log?: string
  tags?: string[]
  late?: boolean
  end?: boolean
  badge?: { text: string; tone?: string }
  status?: ReturnType<typeof statusCell>
}

interface Column {
  sort?: boolean
  isShown?: boolean
  end?: boolean
  cell: (row: LeadRow, ctx: HttpContext) => Cell
}

/** Every column that the list can show beside the name. */
const columns = {
  status: { isShown: true, cell: (row, ctx) => ({ status: steppingOf(row, ctx) }) },
  priority: {
    isShown: true,
    sort: true,
    cell: ({ priority }, ctx) => ({ badge: priorityBadge(ctx, priority) }),
  },
  intent: {
    isShown: true,
    cell: ({ intent }, { i18n }) => ({ text: intent && i18n.t(`leads.intents.${intent}`) }),
  },
  value: { isShown: true, sort: true, end: true, cell: valueCell },
  source: { isShown: true, cell: ({ source }, ctx) => ({ text: sourceText(ctx, source) }) },
  owner: { isShown: true, sort: true, cell: (row) => ({ text: row.owner_name }) },
  created: { isShown: true, sort: true, cell: (row, ctx) => ({ at: moment(row.created_at, ctx) }) },
  next: { sort: true, cell: nextCell },
  touched: { sort: true, cell: (row, ctx) => ({ at: moment(row.last_touched_at, ctx) }) },
  stage: { cell: (row) => ({ text: row.stage_label }) },
  phone: { cell: phoneCell },
  email: {
    cell: ({ id, email, isHidden }) =>
      email && isHidden
        ? { text: email }
        : email
          ? { text: email, href: `mailto:${email}`, log: logOf(id, 'email', email) }
          : {},
  },
  city: { cell: (row) => ({ text: row.city }) },
  quality: { cell: (row) => ({ text: '★'.repeat(row.quality_stars) }) },
  tags: { cell: (row) => ({ tags: row.tag_names }) },
} satisfies Record<string, Column>

type ColumnName = keyof typeof columns

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

const COLUMNS_COOKIE = 'leads_columns'

/** All columns as the kit's list takes them, the name first. */
export function columnHeads({ i18n }: HttpContext, chosen: string[], own: CustomColumn[]) {
  const head = (key: string, column: Partial<Column>, label?: string) => ({
    key,
    label: label ?? i18n.t(`leads.columns.${key}`),
    sort: column.sort ?? false,
    end: column.end ?? false,
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
): (row: LeadRow) => Cell[] {
  const shown = names.filter((name) => chosen.includes(name))
  const shownOwn = own.filter(({ name }) => chosen.includes(name))
  return (row) => [
    ...shown.map((name) => columns[name].cell(row, ctx)),
    ...shownOwn.map(({ said }) => ({ text: said(row.custom) })),
  ]
}

/** A source in the product's words, else in those of whoever wrote it. */
export function sourceText({ i18n }: HttpContext, source: string): string {
  return i18n.t(`leads.sources.${source}`, {}, source)
}

function steppingOf(row: LeadRow, ctx: HttpContext) {
  return statusCell(ctx, { ...row, ownerId: row.owner_id, teamId: row.team_id })
}

function valueCell(row: LeadRow, { tenant }: HttpContext): Cell {
  return { text: writtenPrice(row.value_minor, row.currency, tenant as TenantSnapshot), end: true }
}

function phoneCell({ id, phone, isHidden }: LeadRow, { tenant }: HttpContext): Cell {
  if (!phone) return {}
  if (isHidden) return { text: phone }
  const { region } = marketPack(tenant!.market)
  return { text: writtenPhone(phone, region), href: `tel:${phone}`, log: logOf(id, 'call', phone) }
}

function nextCell({ next_action_on: day }: LeadRow, { tenant }: HttpContext): Cell {
  if (!day) return {}
  return { at: dayMoment(day, tenant as TenantSnapshot), late: day < today(tenant!.timeZone) }
}

function moment(at: Date | null, { tenant }: HttpContext): Moment | null {
  return at ? momentOf(DateTime.fromJSDate(at), tenant as TenantSnapshot) : null
}
