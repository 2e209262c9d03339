import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportColumn } from './export_columns.ts'
import type { ExportFacts } from './export_facts.ts'
import type { ExportPage } from './export_page.ts'
import { openSheet, type Sheet } from './sheet.ts'

/** Writes an export into a file of this machine, until it is removed. */
export class ExportWriter {
  readonly path: string
  readonly #folder: string
  readonly #columns: ExportColumn[]
  readonly #sheet: Sheet

  private constructor(folder: string, columns: ExportColumn[], sheet: Sheet) {
    this.#folder = folder
    this.path = join(folder, 'export')
    this.#columns = columns
    this.#sheet = sheet
  }

  static async open(
    { format }: Pick<ExportFacts, 'format'>,
    columns: ExportColumn[],
    title: string
  ): Promise<ExportWriter> {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-export-'))
    const sheet = openSheet(join(folder, 'export'), format, title)
    await sheet.write([columns.map(({ heading }) => heading)])
    return new ExportWriter(folder, columns, sheet)
  }

  write(page: ExportPage): Promise<void> {
    const rows = page.contacts.map((contact) =>
      this.#columns.map(({ cell }) => cell(contact, page))
    )
    return this.#sheet.write(rows)
  }

  close(): Promise<void> {
    return this.#sheet.close()
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }
}
