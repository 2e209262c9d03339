import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { type BulkSteps, BulkWork, CarryOutBulkWork } from '#app/bulk_works'
import {
  BeginListImport,
  type ImportDesk,
  type Mapping,
  RehearseImport,
  SaveImportDraft,
  UndoListImport,
  draftFacts,
} from '#app/imports'
import type { StaffRole } from '#app/members'
import type { LongRun } from '#kernel/events/listener'
import type { TestAgency } from './agency.ts'
import type { Workspace } from './workspace.ts'

export interface GivenImport {
  list: string | Buffer
  name?: string
  role?: StaffRole
  mapping?: Mapping
  options?: object
}

/** How the workers do what a module's lists need. */
interface ListWork {
  desk: ImportDesk
  /** What a list is called that has no name of its own. */
  fileName: string
  rehearse(run: LongRun): BulkSteps
  import(run: LongRun): BulkSteps
  undo(): BulkSteps
}

/** Makes a module's workspace one to which people bring lists. */
export function bringsLists<Base extends NormalizeConstructor<typeof Workspace>>(
  base: Base,
  work: ListWork
) {
  class ListWorkspace extends base {
    readonly #lists = new Lists(this.agency, work)
    givenImport = this.#lists.givenImport.bind(this.#lists)
    rehearse = this.#lists.rehearse.bind(this.#lists)
    start = this.#lists.start.bind(this.#lists)
    tryToStart = this.#lists.tryToStart.bind(this.#lists)
    import = this.#lists.import.bind(this.#lists)
    undo = this.#lists.undo.bind(this.#lists)
    carryOut = this.#lists.carryOut.bind(this.#lists)
    carryOutWith = this.#lists.carryOutWith.bind(this.#lists)
    runAs = this.#lists.runAs.bind(this.#lists)
    read = this.#lists.read.bind(this.#lists)

    inUnit<T>(inside: () => Promise<T>): Promise<T> {
      return this.#lists.inUnit(inside)
    }
  }
  return ListWorkspace
}

/** Lists on their way into an agency, step by step, as people and workers take them. */
class Lists {
  /** Whoever sent the last list. */
  #sender: StaffRole = 'principal'

  constructor(
    private readonly agency: TestAgency,
    private readonly work: ListWork
  ) {}

  /** A list that was sent, mapped and set up, but not begun. */
  async givenImport({
    list,
    name = this.work.fileName,
    role = 'principal',
    ...draft
  }: GivenImport) {
    this.#sender = role
    const folder = await mkdtemp(join(tmpdir(), 'freehold-given-'))
    const path = join(folder, 'upload')
    await writeFile(path, list)
    try {
      return await this.inUnit(async () => {
        const begun = await new BeginListImport(this.work.desk.lists).handle({ path, name })
        if (!begun.ok) throw new Error(`${begun.reason} ${JSON.stringify(begun.facts)}`)
        return setUp(begun.value, draft)
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async rehearse(work: BulkWork): Promise<BulkWork> {
    const rehearsal = await this.inUnit(async () => new RehearseImport().handle(await fresh(work)))
    if (!rehearsal.ok) throw new Error(rehearsal.reason)
    return this.carryOut(rehearsal.value, this.work.rehearse)
  }

  /** Checks and starts it; the workers' part is `carryOut`. */
  async start(work: BulkWork): Promise<void> {
    await this.rehearse(work)
    const refusal = await this.tryToStart(work)
    if (refusal) throw new Error(refusal)
  }

  /** Why it may not start; null where it did. */
  async tryToStart(work: BulkWork): Promise<string | null> {
    const started = await this.inUnit(async () => this.work.desk.start.handle(await fresh(work)))
    return started.ok ? null : started.reason
  }

  /** From the list to the records. */
  async import(given: GivenImport): Promise<BulkWork> {
    const work = await this.givenImport(given)
    await this.start(work)
    return this.carryOut(work, this.work.import)
  }

  async undo(work: BulkWork): Promise<BulkWork> {
    const undoing = await this.inUnit(async () =>
      new UndoListImport(this.work.desk.lists).handle(await fresh(work))
    )
    if (!undoing.ok) throw new Error(undoing.reason)
    return this.carryOut(undoing.value, this.work.undo)
  }

  /** Does a work's steps as a worker would, and answers how it stands then. */
  async carryOut(work: BulkWork, stepsFor: (run: LongRun) => BulkSteps): Promise<BulkWork> {
    const run = this.runAs(this.#sender)
    return this.carryOutWith(run, work, stepsFor(run))
  }

  async carryOutWith(run: LongRun, work: BulkWork, how: BulkSteps): Promise<BulkWork> {
    await new CarryOutBulkWork(run, how).handle(work.id)
    return this.read(work)
  }

  runAs(role: StaffRole, signal = new AbortController().signal): LongRun {
    return { attempt: 1, signal, inUnit: (work) => this.agency.inUnit(work, role) }
  }

  read(work: BulkWork): Promise<BulkWork> {
    return this.inUnit(() => fresh(work))
  }

  inUnit<T>(work: () => Promise<T>): Promise<T> {
    return this.agency.inUnit(work, this.#sender)
  }
}

async function setUp(
  work: BulkWork,
  { mapping, options }: Pick<GivenImport, 'mapping' | 'options'>
) {
  const facts = draftFacts(work)
  await new SaveImportDraft().handle(work, {
    mapping: { ...facts.mapping, ...mapping },
    options: { ...facts.options, ...options },
  })
  return work
}

function fresh(work: BulkWork): Promise<BulkWork> {
  return BulkWork.findOrFail(work.id)
}
