import type { Actor } from '#kernel/tenancy/actor'
import type { RowProblem } from '../importing/contact_draft.ts'
import type { ListRow } from '#app/imports'
import type { ContactIndex } from './contact_index.ts'
import type { ImportOptions } from './import_options.ts'
import type { Deed, Judgement } from './judgement.ts'
import type { KnownContact, TypedDraft } from './known_contact.ts'
import { mergeDraft } from './merge_draft.ts'
import { newContact } from './new_contact.ts'
import type { ReadRow } from './read_rows.ts'
import type { Colleague, Staff } from './staff.ts'

export interface Court {
  importId: string
  options: ImportOptions
  actor: Actor
  staff: Staff
  index: ContactIndex
  /** An id for a contact to be. */
  nextId(): string
}

interface Case {
  row: ListRow
  draft: TypedDraft
  problems: RowProblem[]
  owner: Colleague | null
}

/** Decides row by row what an import does, and lays it over the contacts in the index. */
export class Judge {
  constructor(private readonly court: Court) {}

  judge({ row, draft, problems }: ReadRow): Judgement {
    if (!draft) return verdict({ row, problems }, 'refused')
    const one = this.#withOwner({ row, draft, problems, owner: null })
    const known = this.court.index.find(one.draft)
    return known ? this.#meet(one, known) : this.#create(one)
  }

  #create(one: Case): Judgement {
    const contact = newContact(one.draft, {
      id: this.court.nextId(),
      importId: this.court.importId,
      options: this.court.options,
      owner: one.owner ?? this.court.staff.byId(this.court.options.ownerId),
    })
    this.court.index.add(contact)
    return verdict(one, 'created', contact)
  }

  #meet(one: Case, known: KnownContact): Judgement {
    this.court.index.remember(one.draft.fingerprint, known)
    const isOwn = known.import_id === this.court.importId
    if (!isOwn && this.court.options.existing === 'skip') return verdict(one, 'skipped', known)
    if (!isOwn && !this.#reaches(known)) return verdict(outOfReach(one), 'refused')

    const overwrites = !isOwn && this.court.options.existing === 'overwrite'
    const manner = { overwrites, options: this.court.options, owner: one.owner }
    const changes = mergeDraft(known, one.draft, manner)
    this.court.index.add(known)
    if (Object.keys(changes).length === 0) return verdict(one, 'unchanged', known)
    return { ...verdict(one, 'updated', known), changes }
  }

  #reaches(known: KnownContact): boolean {
    const record = { ownerId: known.owner_id, teamId: known.team_id }
    return this.court.actor.reaches('contacts.update', record)
  }

  /** An owner whom nobody knows is kept in the note, so that it is not lost. */
  #withOwner(one: Case): Case {
    const { draft, row } = one
    const named = draft.ownerEmail ?? draft.ownerName
    if (named === null) return one
    const owner = this.court.staff.namedIn(draft)
    if (owner) return { ...one, owner }
    const problem = rowProblem(row, 'owner_unknown', { owner: named })
    const note = [draft.note, named].filter(Boolean).join('\n')
    return {
      ...one,
      draft: { ...draft, note },
      problems: [...one.problems, { ...problem, field: 'owner_email', value: named }],
    }
  }
}

function verdict(
  { row, problems, draft }: Pick<Case, 'row' | 'problems'> & { draft?: TypedDraft },
  deed: Deed,
  contact: KnownContact | null = null
): Judgement {
  const { note = null, fingerprint = null } = draft ?? {}
  const keepsNote = KEEP_NOTES.has(deed)
  return { row, deed, problems, contact, changes: null, note: keepsNote ? note : null, fingerprint }
}

const KEEP_NOTES: ReadonlySet<Deed> = new Set<Deed>(['created', 'updated', 'unchanged'])

function outOfReach(one: Case): Pick<Case, 'row' | 'problems'> {
  const problem = { ...rowProblem(one.row, 'out_of_reach', {}), severity: 'refused' as const }
  return { row: one.row, problems: [problem, ...one.problems] }
}

function rowProblem(
  { line }: ListRow,
  key: string,
  params: Record<string, string | number>
): RowProblem {
  const place = { line, column: null, field: null, value: '' }
  return { ...place, severity: 'warning', key: `contacts.import.problems.${key}`, params }
}
