import { readAddressPart } from '#kernel/markets/addresses'
import type { Address, AddressPart } from '#kernel/markets/market_pack'
import { localityOf } from '../places.ts'
import type { FedFacts } from './fed_listing.ts'
import { numberIn } from './read_numbers.ts'
import type { RowCells } from './row_cells.ts'

const LONGEST: Record<AddressPart, number> = {
  line: 200,
  unit: 60,
  locality: 100,
  city: 100,
  state: 100,
  postcode: 20,
}

/** Address and place on the map, as far as a row tells them. */
export function draftPlace(cells: RowCells): Partial<FedFacts> {
  const address = addressIn(cells)
  return { ...(Object.keys(address).length > 0 && placed(address, cells)), ...onTheMap(cells) }
}

function placed(address: Address, { market }: RowCells): Partial<FedFacts> {
  const known = localityOf(address, market.places)
  return {
    address,
    locality: known?.name ?? address.locality ?? null,
    city: address.city ?? known?.city ?? null,
    postcode: address.postcode ?? null,
  }
}

function addressIn(cells: RowCells): Address {
  const parts = (Object.keys(LONGEST) as AddressPart[]).map((part) => [part, partIn(part, cells)])
  return Object.fromEntries(parts.filter(([, text]) => text !== null))
}

function partIn(part: AddressPart, cells: RowCells): string | null {
  const field = part === 'line' ? 'address_line' : part
  const cell = cells.cell(field)
  const text = cells.text(field, LONGEST[part])
  if (!cell || text === null) return null
  const reading = readAddressPart(part, text.replaceAll(/\s*\n\s*/g, ', '), cells.market)
  if (reading.ok) return reading.value
  cells.warn(cell, reading.problem)
  return text
}

function onTheMap(cells: RowCells): Partial<FedFacts> {
  const [lat, lng] = [cells.cell('latitude'), cells.cell('longitude')]
  if (!lat || !lng) return {}
  const latitude = numberIn(lat.text) ?? Number.NaN
  const longitude = numberIn(lng.text) ?? Number.NaN
  if (isOnEarth(latitude, longitude)) return { latitude, longitude }
  cells.unreadable(lat, 'place_unreadable')
  return {}
}

/** Programs write 0, 0 for what they do not know. */
function isOnEarth(latitude: number, longitude: number): boolean {
  if (latitude === 0 && longitude === 0) return false
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}
