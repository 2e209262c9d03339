import { BulkWork, type BulkSteps } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import type { RowProblem } from '../importing/contact_draft.ts'
import { ContactIndex } from './contact_index.ts'
import type { ImportFacts } from './import_options.ts'
import { rehearseRows } from './import_step.ts'
import { assertMayImport } from './import_steps.ts'
import type { Judgement } from './judgement.ts'
import { ListPages } from './list_pages.ts'
import type { ReadRow } from './read_rows.ts'

const MOST_PROBLEMS = 100

export interface RehearsalFacts {
  /** The revision of the import that was checked. */
  revision: number
  /** How often each problem was met, by its key. */
  problems: Record<string, number>
  /** The first problems, as examples. */
  examples: RowProblem[]
}

/** Goes through a list and counts what its import would do; changes nothing. */
export class RehearsalSteps implements BulkSteps {
  readonly #pages: ListPages
  readonly #index = new ContactIndex()
  #import: BulkWork | null = null
  #page: ReadRow[] = []

  constructor(run: LongRun, rowsAStep?: number) {
    this.#pages = new ListPages(run, rowsAStep)
  }

  /** What earlier rows would have done is not kept anywhere: each attempt begins with the first. */
  async begin(work: BulkWork): Promise<void> {
    this.#import = await BulkWork.findOrFail(work.parentId)
    work.rowsDone = 0
    work.counts = {}
    work.facts = { ...work.facts, problems: {}, examples: [] }
  }

  open(): Promise<void> {
    return this.#pages.open(this.#import!, 0)
  }

  async prepare(): Promise<void> {
    this.#page = await this.#pages.next()
  }

  async take(work: BulkWork): Promise<number> {
    assertMayImport()
    if (this.#page.length === 0) return 0
    const { options } = this.#import!.facts as unknown as ImportFacts
    const order = { importId: this.#import!.id, options, index: this.#index }
    for (const judgement of await rehearseRows(this.#page, order)) note(work, judgement)
    return this.#page.length
  }

  close(): Promise<void> {
    return this.#pages.close()
  }
}

function note(work: BulkWork, { deed, problems }: Judgement): void {
  work.count(deed)
  if (deed !== 'refused' && problems.length > 0) work.count('warned')
  if (problems.length === 0) return
  const facts = work.facts as unknown as RehearsalFacts
  const counted = { ...facts.problems }
  for (const { key } of problems) counted[key] = (counted[key] ?? 0) + 1
  const examples = [...facts.examples, ...problems].slice(0, MOST_PROBLEMS)
  work.facts = { ...facts, problems: counted, examples }
}
