import type { BulkSteps, BulkWork } from '#app/bulk_works'
import { ListPages, type ListReading } from '../lists/list_pages.ts'
import { assertMayImport, type Outcome } from './outcome.ts'

/** How the rows of a list come into the agency; each call in a unit of its own. */
export interface ImportManner<Row> {
  reading: ListReading<Row>
  take(rows: Row[], work: BulkWork): Promise<Outcome[]>
  finish(work: BulkWork): Promise<void>
}

/** Takes a list into the agency, a thousand rows a step. */
export class ListImportSteps<Row> implements BulkSteps {
  readonly #pages: ListPages<Row>
  #page: Row[] = []

  constructor(private readonly manner: ImportManner<Row>) {
    this.#pages = new ListPages(manner.reading)
  }

  open(work: BulkWork): Promise<void> {
    return this.#pages.open(work, work.rowsDone)
  }

  async prepare(): Promise<void> {
    this.#page = await this.#pages.next()
  }

  async take(work: BulkWork): Promise<number> {
    assertMayImport(work.kind)
    if (this.#page.length === 0) return 0
    for (const { deed, problems } of await this.manner.take(this.#page, work)) {
      work.count(deed)
      if (deed !== 'refused' && problems.length > 0) work.count('warned')
    }
    return this.#page.length
  }

  finish(work: BulkWork): Promise<void> {
    return this.manner.finish(work)
  }

  close(): Promise<void> {
    return this.#pages.close()
  }
}
