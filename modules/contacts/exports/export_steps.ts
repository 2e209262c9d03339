import i18nManager from '@adonisjs/i18n/services/main'
import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import { customFieldsOf } from '#app/records'
import type { LongRun } from '#kernel/events/listener'
import { type Deposit, depositFile, keepFile } from '#kernel/files/file_store'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { exportColumns } from './export_columns.ts'
import type { ExportFacts } from './export_facts.ts'
import { type ExportPage, type ExportPlace, exportPage } from './export_page.ts'
import { ExportWriter } from './export_writer.ts'

const MOST_BYTES = 1024 * 1024 * 1024

/** Writes a filtered list into a file, one page in each unit of work. */
export class ExportSteps implements BulkSteps {
  readonly #run: LongRun
  #writer: ExportWriter | null = null
  #page: ExportPage | null = null
  #after: ExportPlace = null
  #deposit: Deposit | null = null

  constructor(run: LongRun) {
    this.#run = run
  }

  /** The file of an earlier attempt went with its worker. */
  async begin(work: BulkWork): Promise<void> {
    work.rowsDone = 0
  }

  async open(work: BulkWork): Promise<void> {
    const i18n = i18nManager.locale('en')
    const columns = await this.#run.inUnit(async () =>
      exportColumns(await customFieldsOf('contact'), { i18n, tenant: unit().tenant })
    )
    this.#writer = await ExportWriter.open(factsOf(work), columns, i18n.t('contacts.title'))
  }

  async take(work: BulkWork): Promise<number> {
    assertMayExport()
    this.#page = await exportPage(factsOf(work).query, this.#after)
    this.#after = this.#page.next
    return this.#page.contacts.length
  }

  async settle(): Promise<void> {
    await this.#writer!.write(this.#page!)
  }

  async complete(work: BulkWork): Promise<void> {
    await this.#writer!.close()
    const tenantId = await this.#run.inUnit(async () => unit().tenant.id)
    const facts = { name: factsOf(work).fileName, module: 'contacts', most: MOST_BYTES }
    const deposit = await depositFile(tenantId, { path: this.#writer!.path }, facts)
    if (!deposit.ok) throw new BulkFailure('contacts.export.failed.too_large')
    this.#deposit = deposit.value
  }

  async finish(work: BulkWork): Promise<void> {
    const file = await keepFile(this.#deposit!, { subject: { type: 'bulk_work', id: work.id } })
    work.answerFileId = file.id
    auditExport(work.id, { ...factsOf(work), contacts: work.rowsDone })
  }

  async close(): Promise<void> {
    await this.#writer?.remove()
  }
}

/** Whoever takes contacts out of the house is written down. */
export function auditExport(
  workId: string | null,
  { format, query, contacts }: Pick<ExportFacts, 'format' | 'query'> & { contacts: number }
): void {
  unit().audit({
    action: 'contacts.exported',
    subjectType: 'bulk_work',
    subjectId: workId,
    facts: { format, query, contacts },
  })
}

function factsOf(work: BulkWork): ExportFacts {
  return work.facts as unknown as ExportFacts
}

function assertMayExport(): void {
  const actor = currentActor()
  if (actor.kind === 'system' || !actor.can('contacts.export'))
    throw new BulkFailure('contacts.export.failed.not_allowed')
}
