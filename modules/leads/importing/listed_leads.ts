import { DateTime } from 'luxon'
import { createHash } from 'node:crypto'
import { type ListRow, readInstant } from '#app/imports'
import { marketPack } from '#kernel/markets/packs'
import { readMoney } from '#kernel/markets/money'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { checkedDraft } from '../capture/checked_draft.ts'
import type { LeadDraft } from '../lead_draft.ts'
import { arrivalIn, capturedIn, sourceIn } from './captured_row.ts'
import { customIn } from './custom_in.ts'
import type { ColumnMapping, LeadField } from './lead_fields.ts'
import type { ListRules } from './list_rules.ts'
import type { ReadRow, RowProblem } from './read_row.ts'
import { RowCells } from './row_cells.ts'
import { standingIn } from './standing.ts'

/** Makes a reader for the rows of one list. */
export function rowReader(mapping: ColumnMapping): (row: ListRow) => RowCells {
  const used = Object.keys(mapping).filter((column) => mapping[column] !== 'ignore')
  const columns = Map.groupBy(used, (column) => mapping[column] as string)
  return (row) => new RowCells(row, columns)
}

/** Rows as leads, checked as those of every other door. A row that names nobody is refused. */
export function listedLeads(rows: RowCells[], rules: ListRules): ReadRow[] {
  return rows.map((cells) => listedLead(cells, rules))
}

function listedLead(cells: RowCells, rules: ListRules): ReadRow {
  const { tenant } = rules
  const { row, problems } = cells
  const captured = capturedIn(cells)
  const createdAt = createdAtIn(cells, tenant)
  const { name, firstName, lastName, phone, email } = captured
  const who = [name, firstName, lastName, phone, email]
  if (!who.some(Boolean)) return { row, lead: null, problems: [nobody(row.line), ...problems] }

  const standing = standingIn(cells, captured, rules)
  if (!standing) return { row, lead: null, problems }

  const custom = customIn(cells, captured, rules)
  const fingerprint = fingerprintOf(cells, [...who, createdAt])
  const origin = { source: sourceIn(cells) ?? rules.source, detail: arrivalIn(cells) }
  const checked = checkedDraft(captured, origin, tenant)
  warnOfFlags(cells, checked)
  const tags = [...cells.words('tags').slice(0, 50), ...(checked.tags ?? [])]
  const draft = { ...checked, ...amountsIn(cells, tenant.currency), tags, custom }
  const facts = { createdAt, agentCalled: agentIn(cells), fingerprint }
  return { row, lead: { draft, standing, ...facts }, problems }
}

function agentIn(cells: RowCells): string | null {
  return cells.text('agent_email', 254)?.toLowerCase() ?? null
}

const FLAGGED: Record<string, LeadField[]> = {
  phone: ['phone'],
  email: ['email'],
  address: ['state', 'postcode', 'address_line', 'city', 'unit'],
}

/** What the check found wrong is said beside its cell; nothing of it is lost. */
function warnOfFlags(cells: RowCells, { sourceDetail }: LeadDraft): void {
  for (const flag of sourceDetail?.review ?? []) {
    const cell = (FLAGGED[flag] ?? []).flatMap((field) => cells.cell(field) ?? [])[0]
    if (cell) cells.unreadable(cell, `${flag}_unreadable`)
  }
}

function amountsIn(cells: RowCells, currency: string): Partial<LeadDraft> {
  const amount = (field: LeadField) => {
    const cell = cells.cell(field)
    if (!cell) return undefined
    const reading = readMoney(cell.text, currency)
    if (reading.ok) return reading.minor
    cells.unreadable(cell, 'amount_unreadable')
    return undefined
  }
  const amounts = {
    budgetMin: amount('budget_min'),
    budgetMax: amount('budget_max'),
    askingPrice: amount('asking_price'),
  }
  return Object.fromEntries(Object.entries(amounts).filter(([, minor]) => minor !== undefined))
}

/** A day that is still to come is no day on which a lead came in. */
function createdAtIn(cells: RowCells, { market, timeZone }: TenantSnapshot): string | null {
  const cell = cells.cell('created_at')
  if (!cell) return null
  const instant = readInstant(cell.text, marketPack(market).dateOrder, timeZone)
  if (instant && DateTime.fromISO(instant) <= DateTime.utc()) return instant
  cells.unreadable(cell, instant ? 'date_ahead' : 'date_unreadable')
  return null
}

/** By the number that another program gave it, else by who asked what, and when. */
function fingerprintOf(cells: RowCells, who: (string | null | undefined)[]): string {
  const number = cells.cell('external_id')
  const identity = number
    ? ['id', number.column, number.text]
    : [...who, cells.cell('message')?.text, cells.cell('source')?.text]
  const plain = identity.map((part) => (part ?? '').normalize('NFKC').toLowerCase().trim())
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 40)
}

function nobody(line: number): RowProblem {
  const place = { line, column: null, field: null, value: '' }
  return { ...place, severity: 'refused', key: 'leads.import.problems.nobody', params: {} }
}
