import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { Sheet } from './sheet.ts'

/**
 * Separated text as spreadsheets open it: UTF-8 with its mark, lines ended as Excel does. A cell that
 * begins like a formula gets an apostrophe in front, a number such as +263771234567 too: a program
 * that ran it as a formula would not know the difference. An import takes the apostrophe away again.
 */
export class CsvSheet implements Sheet {
  readonly #stringifier = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  readonly #written: Promise<void>

  constructor(path: string) {
    this.#written = pipeline(this.#stringifier, createWriteStream(path))
    this.#written.catch(() => {})
  }

  async write(rows: string[][]): Promise<void> {
    for (const row of rows)
      if (!this.#stringifier.write(row)) await once(this.#stringifier, 'drain')
  }

  async close(): Promise<void> {
    this.#stringifier.end()
    await this.#written
  }
}
