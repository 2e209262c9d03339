import { columnNames } from './column_names.ts'
import { type ListManner, type ListRow, MOST_COLUMNS } from './list_file.ts'
import { UnreadableFile } from './unreadable_file.ts'

/** A row of a sheet or of separated text; rows without any text are never among them. */
export type GridRow = { line: number; values: string[] }

/** Reads a grid from its first row; may be called again. */
export type Grid = () => AsyncIterable<GridRow>

export type Table = { hasHeader: boolean; columns: string[]; rows(): AsyncIterable<ListRow> }

const SAMPLE_ROWS = 50
const LAST_ROW_FOR_HEADER = 10

/** Finds the headings of a grid and reads what stands below them; titles above are passed over. */
export async function tableOf(grid: Grid, { isValue }: ListManner): Promise<Table> {
  const sample = await firstRows(grid, SAMPLE_ROWS)
  const start = startOf(sample)
  if (!start) throw new UnreadableFile('empty')

  const hasHeader = !start.values.some(isValue)
  const below = sample.filter(({ line }) => line >= start.line + (hasHeader ? 1 : 0))
  if (below.length === 0) throw new UnreadableFile('no_rows')

  const columns = columnsOf(hasHeader ? start.values : [], below)
  const firstLine = hasHeader ? start.line + 1 : start.line
  return { hasHeader, columns, rows: () => rowsFrom(grid, firstLine, columns) }
}

async function firstRows(grid: Grid, count: number): Promise<GridRow[]> {
  const rows: GridRow[] = []
  for await (const row of grid()) {
    rows.push(row)
    if (rows.length === count) break
  }
  return rows
}

/** The first row that is about as wide as the table. */
function startOf(sample: GridRow[]): GridRow | undefined {
  const widest = Math.max(0, ...sample.map(filledCells))
  const isWide = (row: GridRow) => filledCells(row) >= Math.max(2, Math.ceil(widest / 2))
  return sample.slice(0, LAST_ROW_FOR_HEADER).find(isWide) ?? sample[0]
}

function filledCells({ values }: GridRow): number {
  return values.filter(isFilled).length
}

function columnsOf(headings: string[], sample: GridRow[]): string[] {
  const rows = [headings, ...sample.map(({ values }) => values)]
  const width = Math.max(...rows.map((values) => values.findLastIndex(isFilled) + 1))
  if (width > MOST_COLUMNS) throw new UnreadableFile('too_many_columns', { most: MOST_COLUMNS })
  return columnNames(Array.from({ length: width }, (_, index) => headings[index] ?? ''))
}

async function* rowsFrom(grid: Grid, firstLine: number, columns: string[]) {
  for await (const { line, values } of grid()) {
    if (line >= firstLine) yield shaped(line, values, columns)
  }
}

function shaped(line: number, values: string[], columns: string[]): ListRow {
  const cells: Record<string, string> = {}
  columns.forEach((column, index) => (cells[column] = values[index] ?? ''))
  const overflow =
    values.length > columns.length ? values.slice(columns.length).filter(isFilled) : []
  return overflow.length > 0 ? { line, cells, overflow } : { line, cells }
}

function isFilled(value: string): boolean {
  return value.trim() !== ''
}
