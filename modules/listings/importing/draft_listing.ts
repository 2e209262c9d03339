import type { ListRow } from '#app/imports'
import type { LocalMarket } from '../local_market.ts'
import { draftMeasures } from './draft_measures.ts'
import { draftOffer, draftStatus } from './draft_offer.ts'
import { agentIn, draftOwner, draftPhotos } from './draft_people.ts'
import { draftPlace } from './draft_place.ts'
import type { ReadRow, RowProblem } from './fed_listing.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ColumnMapping } from './listing_fields.ts'
import { RowCells } from './row_cells.ts'

/**
 * Makes a reader for the rows of one list. A row is a listing where it says what it is called, or
 * where it is; else it is refused. A value that no field can take is a warning beside its cell.
 * `program` names what gave the numbers, where the heading does not tell it from others.
 */
export function rowReader(
  mapping: ColumnMapping,
  market: LocalMarket,
  program?: string
): (row: ListRow) => ReadRow {
  const used = Object.keys(mapping).filter((column) => mapping[column] !== 'ignore')
  const columns = Map.groupBy(used, (column) => mapping[column] as string)
  const numbered = program ?? columns.get('external_id')?.[0] ?? ''
  return (row) => read(new RowCells(row, columns, market), numbered)
}

function read(cells: RowCells, numbered: string): ReadRow {
  const { row, problems } = cells
  const facts = { ...draftOffer(cells), ...draftMeasures(cells), ...draftPlace(cells) }
  const fed = {
    facts,
    externalId: cells.text('external_id', 200),
    reference: cells.text('reference', 60),
    status: draftStatus(cells),
    agentCalled: agentIn(cells),
    owner: draftOwner(cells),
    photos: draftPhotos(cells),
  }
  const isSomewhere = Boolean(facts.address?.line ?? facts.latitude ?? facts.title)
  if (!isSomewhere && !fed.reference)
    return { row, fed: null, problems: [nothing(row.line), ...problems] }
  return { row, fed: { ...fed, fingerprint: fingerprintOf(fed, numbered) }, problems }
}

function nothing(line: number): RowProblem {
  const place = { line, column: null, field: null, value: '' }
  return { ...place, severity: 'refused', key: 'listings.import.problems.nothing', params: {} }
}
