import { spelled } from '#app/imports'
import { type Captured, plain } from '../capture/captured.ts'
import { intentIn } from '../capture/named_fields.ts'
import { type SourceDetail } from '../lead_draft.ts'
import { type Intent, leadSources } from '../lead_words.ts'
import type { LeadField } from './lead_fields.ts'
import type { Cell, RowCells } from './row_cells.ts'

const TEXTS = {
  name: ['name', 200],
  firstName: ['first_name', 100],
  lastName: ['last_name', 100],
  phone: ['phone', 100],
  email: ['email', 300],
  message: ['message', 5_000],
  budget: ['budget', 100],
} as const

const ADDRESS = {
  line: 'address_line',
  unit: 'unit',
  city: 'city',
  state: 'state',
  postcode: 'postcode',
} as const

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const

/** What a row says of somebody, as it is written; the doors' own check judges it afterwards. */
export function capturedIn(cells: RowCells): Captured {
  const said = Object.entries(TEXTS).map(([key, [field, most]]) => [key, cells.text(field, most)])
  const parts = Object.entries(ADDRESS).map(([part, field]) => [part, cells.text(field, 200)])
  const wanted = cells.words('wanted')
  const captured: Captured = { ...given(said), address: given(parts), answers: answersIn(cells) }
  if (wanted.length > 0) captured.localities = wanted
  captured.intent = intentOf(cells, captured)
  return captured
}

/** Where the person came from, as far as the list kept it. */
export function arrivalIn(cells: RowCells): SourceDetail {
  const utm = given(
    UTM.map((part) => [part, cells.text(`utm_${part}` as LeadField, 300)])
  ) as Record<string, string>
  return {
    ...(Object.keys(utm).length > 0 ? { utm } : {}),
    ...given([
      ['firstPage', cells.text('first_page', 1_000)],
      ['referrer', cells.text('referrer', 1_000)],
      ['language', cells.text('language', 35)],
    ]),
  }
}

/** One of our sources where the list uses its words, else what is written. */
export function sourceIn(cells: RowCells): string | null {
  const text = cells.text('source', 100)
  if (text === undefined) return null
  return leadSources.find((source) => source.replaceAll('_', ' ') === spelled(text)) ?? text
}

function intentOf(cells: RowCells, captured: Captured): Intent | undefined {
  const cell = cells.cell('intent')
  if (!cell) return undefined
  const intent = intentIn(cell.text)
  if (intent) return intent
  keepAmongAnswers(captured, cell)
  cells.unreadable(cell, 'intent_unknown')
  return undefined
}

/** What no field can take is lost nowhere. */
export function keepAmongAnswers({ answers }: Captured, { column, text }: Cell): void {
  answers[plain(column, 100)] = text.slice(0, 500)
}

function answersIn(cells: RowCells): Record<string, string> {
  const answers = cells.cells('answer').map(({ column, text }) => [column, text.slice(0, 1_000)])
  return Object.fromEntries(answers.map(([column, text]) => [plain(column, 100), text]))
}

function given<Value>(entries: [string, Value | undefined][] | (string | undefined)[][]) {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
