import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BulkSteps, BulkWork, CarryOutBulkWork } from '#app/bulk_works'
import type { StaffRole } from '#app/members'
import type { LongRun } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'
import { ContactsWorkspace } from './workspace.ts'
import { BeginListImport, RehearseImport, SaveImportDraft, UndoListImport } from '#app/imports'
import { StartImport } from '../actions/start_import.ts'
import type { ColumnChoices } from '../imports/column_choices.ts'
import type { ImportFacts, ImportOptions } from '../imports/import_options.ts'
import { contactLists } from '../imports/contact_lists.ts'
import { ImportSteps } from '../imports/import_steps.ts'
import { RehearsalSteps } from '../imports/rehearsal_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export interface GivenImport {
  list: string | Buffer
  name?: string
  role?: StaffRole
  mapping?: ColumnChoices
  options?: Partial<ImportOptions>
}

export interface ListedContact {
  id: string
  name: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  job_title: string | null
  city: string | null
  kinds: string[]
  tag_names: string[]
  consent: Record<string, { state: string; how: string | null }>
  custom: Record<string, unknown>
  owner_id: string | null
  primary_phone: string | null
  primary_email: string | null
  import_id: string | null
  version: number
  phones: string[]
  emails: string[]
  notes: string[]
}

/** An agency to which people bring lists. */
export class ImportWorkspace extends ContactsWorkspace {
  #role: StaffRole = 'principal'

  /** A list that was sent, mapped and set up, but not begun. */
  async givenImport({ list, name = 'list.csv', role = 'principal', ...draft }: GivenImport) {
    this.#role = role
    const folder = await mkdtemp(join(tmpdir(), 'freehold-given-'))
    const path = join(folder, 'upload')
    await writeFile(path, list)
    try {
      return await this.#inUnit(async () => {
        const begun = await new BeginListImport(contactLists).handle({ path, name })
        if (!begun.ok) throw new Error(`${begun.reason} ${JSON.stringify(begun.facts)}`)
        return this.#setUp(begun.value, draft)
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #setUp(work: BulkWork, { mapping, options }: Pick<GivenImport, 'mapping' | 'options'>) {
    const facts = work.facts as unknown as ImportFacts
    await new SaveImportDraft().handle(work, {
      mapping: { ...facts.mapping, ...mapping },
      options: { ...facts.options, ...options },
    })
    return work
  }

  async rehearse(work: BulkWork): Promise<BulkWork> {
    const rehearsal = await this.#inUnit(async () => new RehearseImport().handle(await fresh(work)))
    if (!rehearsal.ok) throw new Error(rehearsal.reason)
    return this.carryOut(rehearsal.value, (run) => new RehearsalSteps(run))
  }

  /** Checks and starts it; the workers' part is `carryOut`. */
  async start(work: BulkWork): Promise<void> {
    await this.rehearse(work)
    const refusal = await this.tryToStart(work)
    if (refusal) throw new Error(refusal)
  }

  /** Why it may not start; null where it did. */
  async tryToStart(work: BulkWork): Promise<string | null> {
    const started = await this.#inUnit(async () => new StartImport().handle(await fresh(work)))
    return started.ok ? null : started.reason
  }

  /** From the list to the contacts. */
  async import(given: GivenImport): Promise<BulkWork> {
    const work = await this.givenImport(given)
    await this.start(work)
    return this.carryOut(work, (run) => new ImportSteps(run))
  }

  async undo(work: BulkWork): Promise<BulkWork> {
    const undoing = await this.#inUnit(async () =>
      new UndoListImport(contactLists).handle(await fresh(work))
    )
    if (!undoing.ok) throw new Error(undoing.reason)
    return this.carryOut(undoing.value, () => new UndoSteps())
  }

  /** Does a work's steps as a worker would, and answers how it stands then. */
  async carryOut(work: BulkWork, stepsFor: (run: LongRun) => BulkSteps): Promise<BulkWork> {
    const run = this.runAs(this.#role)
    return this.carryOutWith(run, work, stepsFor(run))
  }

  async carryOutWith(run: LongRun, work: BulkWork, steps: BulkSteps): Promise<BulkWork> {
    await new CarryOutBulkWork(run, steps).handle(work.id)
    return this.read(work)
  }

  runAs(role: StaffRole, signal = new AbortController().signal): LongRun {
    return { attempt: 1, signal, inUnit: (work) => this.agency.inUnit(work, role) }
  }

  read(work: BulkWork): Promise<BulkWork> {
    return this.#inUnit(() => fresh(work))
  }

  /** All contacts that are not deleted, by name. */
  contacts(): Promise<ListedContact[]> {
    return this.#inUnit(async () => {
      const { rows } = await unitSql<ListedContact>(
        `select c.*,
           array(select value from contact_points where contact_id = c.id and kind = 'phone' order by position, id) as phones,
           array(select value from contact_points where contact_id = c.id and kind = 'email' order by position, id) as emails,
           array(select details from timeline_entries where subject_id = c.id and kind = 'note' and deleted_at is null order by id) as notes
         from contacts c where deleted_at is null order by lower(name), id`
      )
      return rows
    })
  }

  #inUnit<T>(work: () => Promise<T>): Promise<T> {
    return this.agency.inUnit(work, this.#role)
  }
}

function fresh(work: BulkWork): Promise<BulkWork> {
  return BulkWork.findOrFail(work.id)
}
