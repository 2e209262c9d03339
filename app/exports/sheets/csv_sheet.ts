import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { CSV_OPTIONS } from './csv_options.ts'
import type { Sheet } from './sheet.ts'

/** Separated text, streamed. */
export class CsvSheet implements Sheet {
  readonly #stringifier = stringify(CSV_OPTIONS)
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
