import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSheet, type Sheet, type SheetFormat } from './sheet.ts'

interface SheetHead {
  title: string
  headings: string[]
}

/** Writes a table into a file of this machine, until it is removed. */
export class SheetFile {
  readonly path: string
  readonly #folder: string
  readonly #sheet: Sheet

  private constructor(folder: string, sheet: Sheet) {
    this.#folder = folder
    this.path = join(folder, 'export')
    this.#sheet = sheet
  }

  static async open(format: SheetFormat, { title, headings }: SheetHead): Promise<SheetFile> {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-export-'))
    const sheet = openSheet(join(folder, 'export'), format, title)
    await sheet.write([headings])
    return new SheetFile(folder, sheet)
  }

  write(rows: string[][]): Promise<void> {
    return this.#sheet.write(rows)
  }

  close(): Promise<void> {
    return this.#sheet.close()
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }
}
