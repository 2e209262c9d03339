import type { PlotUnit } from '../listing_words.ts'
import type { FedFacts } from './fed_listing.ts'
import type { ListingField } from './listing_fields.ts'
import { isSizeUnit, numberIn, unitIn } from './read_numbers.ts'
import type { Cell, RowCells } from './row_cells.ts'

interface Bounds {
  least: number
  most: number
  whole?: boolean
}

const BOUNDS = {
  beds: { least: 0, most: 999, whole: true },
  baths: { least: 0, most: 999 },
  year_built: { least: 1500, most: 2200, whole: true },
  area: { least: 0.01, most: 1e9 },
} satisfies Record<string, Bounds>

/** Rooms, areas and the year: whatever a row says of them and that can be true. */
export function draftMeasures(cells: RowCells): Partial<FedFacts> {
  const facts: Partial<FedFacts> = {}
  for (const field of ['beds', 'baths', 'year_built'] as const) {
    const number = boundedIn(cells, cells.cell(field), BOUNDS[field])
    if (number !== null && !(field === 'year_built' && number === 0)) facts[field] = number
  }
  return { ...facts, ...draftSize(cells), ...draftPlot(cells) }
}

function draftSize(cells: RowCells): Partial<FedFacts> {
  const area = areaIn(cells, 'size', 'size_unit')
  if (!area) return {}
  if (isSizeUnit(area.unit)) return { size_value: area.value, size_unit: area.unit }
  cells.unreadable(area.cell, 'size_unit')
  return {}
}

function draftPlot(cells: RowCells): Partial<FedFacts> {
  const area = areaIn(cells, 'plot', 'plot_unit')
  return area ? { plot_value: area.value, plot_unit: area.unit } : {}
}

/** The unit is the cell's own, else the one in its column, else the heading's, else the market's. */
function areaIn(cells: RowCells, field: ListingField, unitField: ListingField) {
  const cell = cells.cell(field)
  if (!cell || /^0+(\.0+)?$/.test(cell.text)) return null
  const value = numberIn(withoutUnit(cell.text))
  if (value === null || !isWithin(value, BOUNDS.area)) {
    cells.unreadable(cell, 'number_unreadable')
    return null
  }
  const named = [cell.text, cells.cell(unitField)?.text ?? '', cell.column].map(unitIn)
  const unit: PlotUnit = named.find((one) => one !== null) ?? cells.market.areaUnit
  return { cell, value, unit }
}

function withoutUnit(text: string): string {
  return text.replaceAll(/(m2|ft2|[a-z²].*)$/gi, '')
}

function boundedIn(cells: RowCells, cell: Cell | undefined, bounds: Bounds): number | null {
  if (!cell) return null
  const number = numberIn(cell.text)
  if (number !== null && isWithin(number, bounds)) return number
  if (cell.field !== 'year_built' || number !== 0) cells.unreadable(cell, 'number_unreadable')
  return null
}

function isWithin(number: number, { least, most, whole }: Bounds): boolean {
  return number >= least && number <= most && (!whole || Number.isInteger(number))
}
