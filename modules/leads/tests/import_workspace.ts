import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BulkSteps, BulkWork, CarryOutBulkWork } from '#app/bulk_works'
import {
  BeginListImport,
  type Mapping,
  RehearseImport,
  SaveImportDraft,
  StartListImport,
  UndoListImport,
  draftFacts,
} from '#app/imports'
import type { StaffRole } from '#app/members'
import type { LongRun } from '#kernel/events/listener'
import type { ImportOptions } from '../imports/import_options.ts'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { leadLists } from '../imports/lead_lists.ts'
import Lead from '../models/lead.ts'
import { UndoSteps } from '../imports/undo_steps.ts'
import { LeadsWorkspace } from './workspace.ts'

export interface GivenImport {
  list: string | Buffer
  name?: string
  role?: StaffRole
  mapping?: Mapping
  options?: Partial<ImportOptions>
}

/** An agency to which people bring lists of leads. */
export class LeadImportWorkspace extends LeadsWorkspace {
  #role: StaffRole = 'principal'

  /** A list that was sent, mapped and set up, but not begun. */
  async givenImport({ list, name = 'fair.csv', role = 'principal', ...draft }: GivenImport) {
    this.#role = role
    const folder = await mkdtemp(join(tmpdir(), 'freehold-given-'))
    const path = join(folder, 'upload')
    await writeFile(path, list)
    try {
      return await this.inUnit(async () => {
        const begun = await new BeginListImport(leadLists).handle({ path, name })
        if (!begun.ok) throw new Error(`${begun.reason} ${JSON.stringify(begun.facts)}`)
        return this.#setUp(begun.value, draft)
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #setUp(work: BulkWork, { mapping, options }: Pick<GivenImport, 'mapping' | 'options'>) {
    const facts = draftFacts(work)
    await new SaveImportDraft().handle(work, {
      mapping: { ...facts.mapping, ...mapping },
      options: { ...facts.options, ...options },
    })
    return work
  }

  async rehearse(work: BulkWork): Promise<BulkWork> {
    const rehearsal = await this.inUnit(async () => new RehearseImport().handle(await fresh(work)))
    if (!rehearsal.ok) throw new Error(rehearsal.reason)
    return this.carryOut(rehearsal.value, (run) => new RehearsalSteps(run))
  }

  /** Checks and starts it; the workers' part is `carryOut`. */
  async start(work: BulkWork): Promise<void> {
    await this.rehearse(work)
    const started = await this.inUnit(async () => new StartListImport().handle(await fresh(work)))
    if (!started.ok) throw new Error(started.reason)
  }

  /** From the list to the leads. */
  async import(given: GivenImport): Promise<BulkWork> {
    const work = await this.givenImport(given)
    await this.start(work)
    return this.carryOut(work, (run) => new ImportSteps(run))
  }

  async undo(work: BulkWork): Promise<BulkWork> {
    const undoing = await this.inUnit(async () =>
      new UndoListImport(leadLists).handle(await fresh(work))
    )
    if (!undoing.ok) throw new Error(undoing.reason)
    return this.carryOut(undoing.value, () => new UndoSteps())
  }

  /** Does a work's steps as a worker would, and answers how it stands then. */
  async carryOut(work: BulkWork, stepsFor: (run: LongRun) => BulkSteps): Promise<BulkWork> {
    const run = this.runAs(this.#role)
    await new CarryOutBulkWork(run, stepsFor(run)).handle(work.id)
    return this.inUnit(() => fresh(work))
  }

  runAs(role: StaffRole, signal = new AbortController().signal): LongRun {
    return { attempt: 1, signal, inUnit: (work) => this.agency.inUnit(work, role) }
  }

  /** All leads that are not deleted, by name. */
  leads(): Promise<Lead[]> {
    return this.inUnit(async () => Lead.query().orderBy('name').orderBy('id'))
  }

  inUnit<T>(work: () => Promise<T>): Promise<T> {
    return this.agency.inUnit(work, this.#role)
  }
}

function fresh(work: BulkWork): Promise<BulkWork> {
  return BulkWork.findOrFail(work.id)
}
