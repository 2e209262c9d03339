import { BulkWork, type BulkSteps } from '#app/bulk_works'
import { ListPages, type ListReading } from '../lists/list_pages.ts'
import type { RowProblem } from '../row_problem.ts'
import { assertMayImport, type Difference, type Outcome } from './outcome.ts'

const MOST_EXAMPLES = 100

export interface RehearsalFacts {
  /** The revision of the import that was checked. */
  revision: number
  /** How often each problem was met, by its key. */
  problems: Record<string, number>
  /** The first problems, as examples. */
  examples: RowProblem[]
  /** The first records that it would change. */
  differences?: Difference[]
}

/** How a list is gone through without changing anything. */
export interface RehearsalManner<Row> {
  reading: ListReading<Row>
  rehearse(rows: Row[], importWork: BulkWork): Promise<Outcome[]>
}

/** Goes through a list and counts what its import would do; changes nothing. */
export class ListRehearsalSteps<Row> implements BulkSteps {
  readonly #pages: ListPages<Row>
  #import: BulkWork | null = null
  #page: Row[] = []

  constructor(private readonly manner: RehearsalManner<Row>) {
    this.#pages = new ListPages(manner.reading)
  }

  /** What earlier rows would have done is not kept anywhere: each attempt begins with the first. */
  async begin(work: BulkWork): Promise<void> {
    this.#import = await BulkWork.findOrFail(work.parentId)
    work.rowsDone = 0
    work.counts = {}
    work.facts = { ...work.facts, problems: {}, examples: [], differences: [] }
  }

  open(): Promise<void> {
    return this.#pages.open(this.#import!, 0)
  }

  async prepare(): Promise<void> {
    this.#page = await this.#pages.next()
  }

  async take(work: BulkWork): Promise<number> {
    assertMayImport(this.#import!.kind)
    if (this.#page.length === 0) return 0
    for (const outcome of await this.manner.rehearse(this.#page, this.#import!)) note(work, outcome)
    return this.#page.length
  }

  close(): Promise<void> {
    return this.#pages.close()
  }
}

/** Counts what would become of a row, and keeps the first problems and changes to be looked at. */
export function note(work: BulkWork, { deed, problems, difference }: Outcome): void {
  work.count(deed)
  if (deed !== 'refused' && problems.length > 0) work.count('warned')
  const facts = work.facts as unknown as RehearsalFacts
  const counted = { ...facts.problems }
  for (const { key } of problems) counted[key] = (counted[key] ?? 0) + 1
  work.facts = {
    ...facts,
    problems: counted,
    examples: [...facts.examples, ...problems].slice(0, MOST_EXAMPLES),
    differences: [...(facts.differences ?? []), ...[difference ?? []].flat()].slice(
      0,
      MOST_EXAMPLES
    ),
  }
}
