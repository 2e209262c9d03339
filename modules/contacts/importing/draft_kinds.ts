import { CONTACT_KINDS, type ContactKind } from './contact_fields.ts'
import type { Cell, RowReader } from './row_reader.ts'

const OTHER_WORDS: Record<string, ContactKind> = {
  purchaser: 'buyer',
  owner: 'landlord',
  lessor: 'landlord',
  renter: 'tenant',
  lessee: 'tenant',
  supplier: 'vendor',
  contractor: 'vendor',
}

/** Groups that Google and Apple put every contact into. */
const OF_THE_PROGRAM = /^(my ?contacts|starred|friends|coworkers|imported.*|ungrouped)$/i

/** What a contact is to the agency, and its tags; a kind that we do not know becomes a tag. */
export function draftKinds(reader: RowReader): { contactKinds: ContactKind[]; tags: string[] } {
  const kinds = reader.cells('kind').flatMap(words)
  const tags = reader.cells('tags').flatMap(words)
  const known = kinds.map(({ text }) => kindOf(text)).filter((kind) => kind !== undefined)
  const unknown = kinds.filter(({ text }) => kindOf(text) === undefined)
  return { contactKinds: [...new Set(known)], tags: distinct([...tags, ...unknown], reader) }
}

function words(cell: Cell): Cell[] {
  const separator = cell.text.includes(':::') ? ':::' : /[;,|\n]/
  return cell.text
    .split(separator)
    .map((word) => word.replace(/^\s*\*\s*/, '').trim())
    .filter((word) => word !== '' && !OF_THE_PROGRAM.test(word))
    .map((text) => ({ ...cell, text }))
}

function kindOf(word: string): ContactKind | undefined {
  const singular = word.toLowerCase().replace(/s$/, '')
  return CONTACT_KINDS.find((kind) => kind === singular) ?? OTHER_WORDS[singular]
}

/** Tags that differ by capitals only are one, as first written. */
function distinct(cells: Cell[], reader: RowReader): string[] {
  const tags = new Map<string, string>()
  for (const cell of cells) {
    const tag = reader.fitted({ ...cell, field: 'tags' })
    if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}
