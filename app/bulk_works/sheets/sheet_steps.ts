import type { LongRun } from '#kernel/events/listener'
import { type Deposit, depositFile, keepFile } from '#kernel/files/file_store'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { BulkFailure, type BulkSteps } from '../bulk_steps.ts'
import type BulkWork from '../models/bulk_work.ts'
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
export class SheetSteps<Place> implements BulkSteps {
  readonly #run: LongRun
  readonly #plan: SheetPlan<Place>
  #file: SheetFile | null = null
  #pageOf: PageOf<Place> | null = null
  #page: SheetPage<Place> | null = null
  #after: Place | null = null
  #deposit: Deposit | null = null

  constructor(run: LongRun, plan: SheetPlan<Place>) {
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
    if (!deposit.ok) throw new BulkFailure(`${module}.export.failed.too_large`)
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
    const { module } = this.#plan
    if (actor.kind === 'system' || !actor.can(`${module}.export`))
      throw new BulkFailure(`${module}.export.failed.not_allowed`)
  }
}

function factsOf(work: BulkWork): SheetFacts {
  return work.facts as unknown as SheetFacts
}
