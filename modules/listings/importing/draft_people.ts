import { readPhone } from '#kernel/markets/phones'
import type { FedOwner } from './fed_listing.ts'
import type { ListingField } from './listing_fields.ts'
import type { RowCells } from './row_cells.ts'

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.\p{L}{2,}$/u
const MOST_PHOTOS = 60
const LONGEST_URL = 2_000

/** Who owns the property; nobody where neither phone nor e-mail can be read. */
export function draftOwner(cells: RowCells): FedOwner | null {
  const phone = phoneIn(cells)
  const email = emailIn(cells, 'owner_email')
  const name = cells.text('owner_name', 200)
  return phone || email ? { name, phone, email } : null
}

/** The colleague who looks after it, by e-mail or by name. */
export function agentIn(cells: RowCells): string | null {
  const isEmail = cells.cell('agent_email')?.text.includes('@')
  if (isEmail) return emailIn(cells, 'agent_email')
  return cells.text('agent_email', 200)?.toLowerCase() ?? null
}

function emailIn(cells: RowCells, field: ListingField): string | null {
  const cell = cells.cell(field)
  if (!cell) return null
  const address = cell.text.replace(/^mailto:/i, '').toLowerCase()
  if (address.length <= 254 && ADDRESS.test(address)) return address
  cells.unreadable(cell, 'email_unreadable')
  return null
}

function phoneIn(cells: RowCells): string | null {
  const cell = cells.cell('owner_phone')
  if (!cell) return null
  const reading = readPhone(cell.text, cells.market.region)
  if (reading.ok) return reading.e164
  cells.warn(cell, reading.problem)
  return null
}

/** Addresses of photos, one to a cell or many: their order is that of the gallery. */
export function draftPhotos(cells: RowCells): string[] {
  const urls = cells.cells('photo').flatMap((cell) => {
    const written = cell.text.split(/[\s,;|]+(?=https?:)/i).filter(Boolean)
    const good = written.filter(isWebAddress)
    if (good.length < written.length) cells.unreadable(cell, 'photo_unreadable')
    return good
  })
  return [...new Set(urls)].slice(0, MOST_PHOTOS)
}

function isWebAddress(text: string): boolean {
  return text.length <= LONGEST_URL && /^https?:\/\//i.test(text) && URL.canParse(text)
}
