import { BulkFailure, type BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import type { ListKind } from '../list_kind.ts'
import type { ListRow } from '../reading/list_file.ts'
import { UnreadableFile } from '../reading/unreadable_file.ts'
import { type StoredList, openStoredList } from './stored_list.ts'

const PAGE = 1_000
const MOST_ROWS = 100_000
/** A step ends earlier where its rows are long: they lie in memory together. */
const MOST_CHARACTERS = 4_000_000

/** Reads a row of the list; made once for a list, inside a unit. */
export type RowReader<Row> = (row: ListRow) => Row

export interface ListReading<Row> {
  kind: ListKind
  run: LongRun
  readerFor(importWork: BulkWork): Promise<RowReader<Row>>
  /** Rows a page. */
  size?: number
}

/** The rows of an import's list, page by page, read outside any unit of work. */
export class ListPages<Row> {
  #list: StoredList | null = null
  #rows: AsyncIterator<ListRow> | null = null
  #read: RowReader<Row> = () => {
    throw new Error('The list is not open')
  }
  #taken = 0

  constructor(private readonly reading: ListReading<Row>) {}

  /** Opens the list and passes over the rows that were taken before. */
  async open(importWork: BulkWork, taken: number): Promise<void> {
    const { kind, run, readerFor } = this.reading
    this.#read = await run.inUnit(() => readerFor(importWork))
    await this.#readably(async () => {
      this.#list = await openStoredList(importWork, kind, run)
      const rows = this.#list.file.rows()[Symbol.asyncIterator]()
      this.#rows = rows
      while (this.#taken < taken && !(await rows.next()).done) this.#taken++
    })
  }

  /** The next page; empty at the end of the list. */
  async next(): Promise<Row[]> {
    const { kind, size = PAGE } = this.reading
    return this.#readably(async () => {
      const rows: Row[] = []
      let characters = 0
      while (rows.length < size && characters < MOST_CHARACTERS) {
        const next = await this.#rows!.next()
        if (next.done) break
        rows.push(this.#read(next.value))
        characters += lengthOf(next.value)
      }
      this.#taken += rows.length
      if (this.#taken > MOST_ROWS)
        throw new BulkFailure(`${kind.name}.failed.too_many_rows`, { most: MOST_ROWS })
      return rows
    })
  }

  async close(): Promise<void> {
    await this.#rows?.return?.()
    await this.#list?.close()
  }

  /** A list that turns out to be broken further down stays broken: no other attempt mends it. */
  async #readably<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      throw new BulkFailure(`${this.reading.kind.name}.unreadable.${error.reason}`, error.params)
    }
  }
}

function lengthOf({ cells }: ListRow): number {
  return Object.values(cells).reduce((sum, cell) => sum + cell.length, 0)
}
