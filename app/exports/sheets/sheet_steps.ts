import type { LongRun } from '#kernel/events/listener'
import { type Deposit, depositFile, keepFile } from '#kernel/files/file_store'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import type { Cursor } from '#kernel/lists/keyset'
import { SheetFile } from './sheet_file.ts'
import {
  type PageOf,
  type SheetFacts,
  type SheetPage,
  type SheetPlan,
  auditSheet,
} from './sheet_plan.ts'

const MOST_BYTES = 1024 * 1024 * 1024

/** Writes a filtered list into a file, one page in each unit of work. */
export class SheetSteps implements BulkSteps {
  readonly #run: LongRun
  readonly #plan: SheetPlan
  #file: SheetFile | null = null
  #pageOf: PageOf | null = null
  #page: SheetPage | null = null
  #after: Cursor | null = null
  #deposit: Deposit | null = null

  constructor(run: LongRun, plan: SheetPlan) {
    this.#run = run
    this.#plan = plan
  }

  /** The file of an earlier attempt went with its worker. */
  async begin(work: BulkWork): Promise<void> {
    work.rowsDone = 0
  }

  async open(work: BulkWork): Promise<void> {
    const { page, ...head } = await this.#run.inUnit(() => this.#plan.open())
    this.#pageOf = page
    this.#file = await SheetFile.open(factsOf(work).format, head)
  }

  async take(work: BulkWork): Promise<number> {
    this.#assertMayExport()
    this.#page = await this.#pageOf!(factsOf(work).query, this.#after)
    this.#after = this.#page.next
    return this.#page.rows.length
  }

  async settle(): Promise<void> {
    await this.#file!.write(this.#page!.rows)
  }

  async complete(work: BulkWork): Promise<void> {
    await this.#file!.close()
    const { module } = this.#plan
    const tenantId = await this.#run.inUnit(async () => unit().tenant.id)
    const facts = { name: factsOf(work).fileName, module, most: MOST_BYTES }
    const deposit = await depositFile(tenantId, { path: this.#file!.path }, facts)
    if (!deposit.ok) throw new BulkFailure('exports.failed.too_large')
    this.#deposit = deposit.value
  }

  async finish(work: BulkWork): Promise<void> {
    const file = await keepFile(this.#deposit!, { subject: { type: 'bulk_work', id: work.id } })
    work.answerFileId = file.id
    auditSheet(this.#plan.module, work.id, { ...factsOf(work), rows: work.rowsDone })
  }

  async close(): Promise<void> {
    await this.#file?.remove()
  }

  #assertMayExport(): void {
    const actor = currentActor()
    if (actor.kind === 'system' || !actor.can(`${this.#plan.module}.export`))
      throw new BulkFailure('exports.failed.not_allowed')
  }
}

function factsOf(work: BulkWork): SheetFacts {
  return work.facts as unknown as SheetFacts
}
