import { unitSql } from '#kernel/tenancy/sql'
import { openStatuses } from '../lead_words.ts'
import type { ListedLead } from '../importing/read_row.ts'
import type { KnownLead } from './known_lead.ts'

export const FILLED = [
  'phone',
  'email',
  'intent',
  'message',
  'budget_min_minor',
  'budget_max_minor',
  'asking_price_minor',
  'localities',
  'address',
  'city',
  'custom',
] as const

/** What rows can mean: rows that came in before, and open leads of the same number or address. */
export interface Stock {
  /** Which lead a row became, by its fingerprint. */
  rows: Map<string, string>
  /** The earliest open lead by source and number or address. */
  repeats: Map<string, KnownLead>
  /** On which line of this list a row stood first. */
  lines: Map<string, number>
}

export function emptyStock(): Stock {
  return { rows: new Map(), repeats: new Map(), lines: new Map() }
}

type Reached = Pick<KnownLead, 'source' | 'phone' | 'email'>

/** The names under which a lead is found again by whoever asks anew. */
export function repeatKeys({ source, phone, email }: Reached): string[] {
  return [phone, email].flatMap((value) => (value ? [`${source} ${value}`] : []))
}

export function keepRepeat(stock: Stock, lead: KnownLead): void {
  for (const key of repeatKeys(lead)) if (!stock.repeats.has(key)) stock.repeats.set(key, lead)
}

/** Brings into the stock whatever these rows could mean and it does not hold yet. */
export async function loadStock(leads: ListedLead[], stock: Stock, lock: boolean): Promise<void> {
  await loadRows(leads, stock)
  const { rows } = await unitSql<Omit<KnownLead, 'isNew'>>(
    `select id, name, source, source_detail, status, currency, owner_id, team_id, tag_names, created_at, ${FILLED.join(', ')}
       from leads
      where deleted_at is null and status = any(?) and (phone = any(?) or email = any(?))
      order by created_at, id ${lock ? 'for update' : ''}`,
    [
      [...openStatuses],
      leads.flatMap(({ draft }) => draft.phone ?? []),
      leads.flatMap(({ draft }) => draft.email ?? []),
    ]
  )
  for (const row of rows) keepRepeat(stock, { ...row, isNew: false })
}

/** A lead that was taken into another lives on in it; one that is deleted does not. */
async function loadRows(leads: ListedLead[], { rows: known }: Stock): Promise<void> {
  const { rows } = await unitSql<{ fingerprint: string; lead_id: string }>(
    `select fingerprint, lead_id from lead_fingerprints join leads on leads.id = lead_id
      where fingerprint = any(?) and (deleted_at is null or merged_into is not null)`,
    [leads.map(({ fingerprint }) => fingerprint)]
  )
  for (const { fingerprint, lead_id: id } of rows) known.set(fingerprint, id)
}
