import { BulkFailure, type BulkWork } from '#app/bulk_works'
import { customFieldsOf } from '#app/records'
import type { LongRun } from '#kernel/events/listener'
import { marketPack } from '#kernel/markets/packs'
import { unit } from '#kernel/tenancy/tenancy'
import type { ContactRow } from '../importing/contact_file.ts'
import { UnreadableFile } from '../importing/unreadable_file.ts'
import { drafterMapping } from './column_choices.ts'
import type { ImportFacts } from './import_options.ts'
import { type ReadRow, rowReader } from './read_rows.ts'
import { type StoredList, openStoredList } from './stored_list.ts'

const PAGE = 1_000
const MOST_ROWS = 100_000
/** A step ends earlier where its rows are long: they lie in memory together. */
const MOST_CHARACTERS = 4_000_000

/** The rows of an import's list, page by page, read outside any unit of work. */
export class ListPages {
  #list: StoredList | null = null
  #rows: AsyncIterator<ContactRow> | null = null
  #read: (row: ContactRow) => ReadRow = () => {
    throw new Error('The list is not open')
  }
  #taken = 0

  constructor(
    private readonly run: LongRun,
    private readonly size = PAGE
  ) {}

  /** Opens the list and passes over the rows that were taken before. */
  async open(importWork: BulkWork, taken: number): Promise<void> {
    const facts = importWork.facts as unknown as ImportFacts
    const rules = await this.run.inUnit(async () => ({
      fields: await customFieldsOf('contact'),
      market: marketPack(unit().tenant.market),
    }))
    this.#read = rowReader(drafterMapping(facts), rules)
    await readably(async () => {
      this.#list = await openStoredList(importWork, this.run)
      this.#rows = this.#list.file.rows()[Symbol.asyncIterator]()
      while (this.#taken < taken && !(await this.#rows.next()).done) this.#taken++
    })
  }

  /** The next page; empty at the end of the list. */
  async next(): Promise<ReadRow[]> {
    return readably(async () => {
      const rows: ReadRow[] = []
      let characters = 0
      while (rows.length < this.size && characters < MOST_CHARACTERS) {
        const next = await this.#rows!.next()
        if (next.done) break
        rows.push(this.#read(next.value))
        characters += lengthOf(next.value)
      }
      this.#taken += rows.length
      if (this.#taken > MOST_ROWS)
        throw new BulkFailure('contacts.import.failed.too_many_rows', { most: MOST_ROWS })
      return rows
    })
  }

  async close(): Promise<void> {
    await this.#rows?.return?.()
    await this.#list?.close()
  }
}

function lengthOf({ cells }: ContactRow): number {
  return Object.values(cells).reduce((sum, cell) => sum + cell.length, 0)
}

/** A list that turns out to be broken further down stays broken: no other attempt mends it. */
async function readably<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BulkFailure(error.key, error.params)
    throw error
  }
}
