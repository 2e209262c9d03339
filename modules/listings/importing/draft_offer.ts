import { readMoney } from '#kernel/markets/money'
import type { Feature, RentPeriod } from '../listing_words.ts'
import { featureOfHeading } from './headings.ts'
import type { FedFacts } from './fed_listing.ts'
import type { ListingField } from './listing_fields.ts'
import type { Cell, RowCells } from './row_cells.ts'
import { dealIn, featureIn, periodIn, statusIn, typeIn } from './word_meanings.ts'

/** "450,000 p.m." is an amount for a time. */
const PERIOD =
  /\s*(\/|per\b|p\.?(?=[wma])|a\b)\s*(?:c\.?)?(month|mo|m|week|w|day|night|year|annum|a|yr)\b\.?\s*$/i

/** What is offered: title, words, deal, price, type and features. */
export function draftOffer(cells: RowCells): Partial<FedFacts> {
  const price = priceIn(cells)
  const type = known(cells, 'type', typeIn)
  const features = featuresIn(cells)
  return {
    ...textsIn(cells),
    ...dealOf(cells, price?.period ?? null),
    ...(price && { price_minor: price.minor }),
    ...(type && { type }),
    ...(features && { features }),
  }
}

/** What has a price for a time is for rent. */
function dealOf(cells: RowCells, pricedFor: RentPeriod | null): Partial<FedFacts> {
  const deal = known(cells, 'deal_type', dealIn)
  const period = known(cells, 'rent_period', periodIn) ?? pricedFor
  if (deal === 'sale') return { deal_type: deal, rent_period: null }
  if (deal === null && period === null) return {}
  return { deal_type: 'rent', rent_period: period ?? 'month' }
}

export function draftStatus(cells: RowCells) {
  return known(cells, 'status', statusIn)
}

function textsIn(cells: RowCells): Partial<FedFacts> {
  const title = cells.text('title', 160)?.replaceAll(/\s+/g, ' ')
  const description = cells.text('description', 10_000)
  return { ...(title && { title }), ...(description && { description }) }
}

function known<Meaning>(
  cells: RowCells,
  field: ListingField,
  read: (text: string) => Meaning | null
): Meaning | null {
  const cell = cells.cell(field)
  if (!cell) return null
  const meaning = read(cell.text)
  if (meaning === null) cells.unreadable(cell, `${field}_unknown`)
  return meaning
}

function priceIn(cells: RowCells) {
  const cell = cells.cell('price')
  if (!cell || /^0+(\.0+)?$/.test(cell.text)) return null
  const period = PERIOD.exec(cell.text)
  const amount = period ? cell.text.slice(0, period.index) : cell.text
  const reading = readMoney(plainNumber(amount), cells.market.currency)
  if (reading.ok)
    return { minor: reading.minor, period: period ? periodIn(unabridged(period[2])) : null }
  cells.warn(cell, reading.problem)
  return null
}

/** Programs write noughts behind the cents. */
function plainNumber(text: string): string {
  return text.replace(/^(\d+\.\d\d)0+$/, '$1')
}

function unabridged(word: string): string {
  const short: Record<string, string> = {
    m: 'month',
    mo: 'month',
    w: 'week',
    a: 'year',
    yr: 'year',
    annum: 'year',
    night: 'day',
  }
  return short[word.toLowerCase()] ?? word
}

/** Undefined where no cell says anything of features: then those that are known stay. */
function featuresIn(cells: RowCells): Feature[] | undefined {
  const filled = cells.cells('features')
  if (filled.length === 0) return undefined
  return [...new Set(filled.flatMap((cell) => featuresOf(cell, cells)))].sort()
}

function featuresOf(cell: Cell, cells: RowCells): Feature[] {
  const own = featureOfHeading(cell.column)
  if (own && /^(y|yes|true|x|✓|[1-9]\d?)$/i.test(cell.text)) return [own]
  if (own && /^(n|no|none|false|0|-|)$/i.test(cell.text)) return []
  const words = cell.text.split(/\s*[,;|\n]\s*/).filter(Boolean)
  const read = words.map((word) => [word, featureIn(word)] as const)
  const strangers = read.filter(([, feature]) => feature === null).map(([word]) => word)
  if (strangers.length > 0)
    cells.unreadable({ ...cell, text: strangers.join(', ') }, 'features_unknown')
  return read.flatMap(([, feature]) => feature ?? [])
}
