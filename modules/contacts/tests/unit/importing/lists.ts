import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marketPack } from '#kernel/markets/packs'
import type { ContactDraft } from '../../../importing/contact_draft.ts'
import type { ListFile, ListRow, FileChoices } from '#app/imports'
import { contactDrafter } from '../../../importing/draft_contact.ts'
import { guessColumns } from '../../../importing/guess_columns.ts'
import { openContactFile } from '../../../importing/open_contact_file.ts'
import { UnreadableFile } from '#app/imports'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

/** A contact list among the fixtures. */
export function fixture(name: string): string {
  return join(FIXTURES, name)
}

/** A folder for lists that a test writes itself; `clear` takes it away. */
export class WrittenLists {
  #folder = ''

  async open(): Promise<() => Promise<void>> {
    this.#folder = await mkdtemp(join(tmpdir(), 'contact-lists-'))
    return () => rm(this.#folder, { recursive: true })
  }

  write(content: string | Uint8Array): string {
    const path = this.newPath()
    writeFileSync(path, content)
    return path
  }

  newPath(): string {
    return join(this.#folder, randomUUID())
  }
}

export async function readList(path: string, choices?: FileChoices) {
  const file = await openContactFile(path, 'contacts', choices)
  const rows = await Array.fromAsync(file.rows())
  return { file, rows, cells: rows.map((row) => Object.values(row.cells)) }
}

/** Reads a list as an import does, with the columns guessed. */
export async function draftList(path: string, market: 'ZW' | 'IN' | 'US') {
  const { file, rows } = await readList(path)
  const mapping = guessColumns(file.columns, rows.slice(0, 50))
  const drafted = rows.map(contactDrafter(mapping, marketPack(market)))
  return {
    mapping,
    drafted,
    drafts: drafted.map(({ draft }) => draft).filter((draft) => draft !== null),
    problems: drafted.flatMap(({ problems }) => problems),
  }
}

/** Drafts one row whose columns are called as their fields. */
export function draftOf(cells: Record<string, string>, market: 'ZW' | 'IN' | 'US' = 'ZW') {
  const row: ListRow = { line: 2, cells }
  const mapping = guessColumns(Object.keys(cells), [])
  return contactDrafter(mapping, marketPack(market))(row)
}

/** The draft of a row that is not refused. */
export function contactOf(...given: Parameters<typeof draftOf>): ContactDraft {
  const { draft } = draftOf(...given)
  if (!draft) throw new Error('The row was refused')
  return draft
}

/** Why a list cannot be read, or "readable". */
export async function reasonFor(path: string): Promise<string> {
  try {
    const file = await openContactFile(path, 'contacts')
    return await readThrough(file)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason
    throw error
  }
}

/** Holds no row, so that a test may look at the memory that reading takes. */
async function readThrough(file: ListFile): Promise<string> {
  for await (const { line } of file.rows()) if (line < 1) return 'misnumbered'
  return 'readable'
}
