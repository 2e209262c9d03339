import { unit, currentActor } from '#kernel/tenancy/tenancy'
import { unitSql } from '#kernel/tenancy/sql'
import { ContactIndex } from './contact_index.ts'
import type { ImportOptions } from './import_options.ts'
import { Judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { loadContacts } from './load_contacts.ts'
import type { ReadRow } from './read_rows.ts'
import { renewSearch } from './renew_search.ts'
import { Staff } from './staff.ts'
import { spellTags } from './tag_spelling.ts'
import { writeContacts } from './write_contacts.ts'
import { writeIdentities, writeNotes, writeRows } from './write_rows.ts'

export interface StepOrder {
  importId: string
  options: ImportOptions
}

/** Takes some rows into the agency, all of them or none. */
export async function importRows(rows: ReadRow[], order: StepOrder): Promise<Judgement[]> {
  await oneImportAtATime()
  const actor = currentActor()
  const index = new ContactIndex()
  await loadContacts(drafts(rows), index, { lock: true })
  const ids = await newIds(rows.length)
  const staff = await Staff.within(actor)
  const spelled = await spellTags(rows, order.options.tags)
  const options = { ...order.options, tags: spelled.tags }
  const { importId } = order
  const judge = new Judge({ importId, options, actor, staff, index, nextId: () => ids.pop()! })
  const judgements = spelled.rows.map((row) => judge.judge(row))

  const writer = { importId: order.importId, importer: { id: actor.id, name: actor.name } }
  const versions = await writeContacts(judgements, actor.id)
  await writeNotes(judgements, writer)
  await writeIdentities(judgements)
  await writeRows(judgements, versions, writer)
  await renewSearch(judgements)
  return judgements
}

/** Says what `importRows` would do; `index` keeps what earlier rows would have done. */
export async function rehearseRows(
  rows: ReadRow[],
  order: StepOrder & { index: ContactIndex }
): Promise<Judgement[]> {
  const actor = currentActor()
  const { index } = order
  await loadContacts(drafts(rows), index, { lock: false })
  const staff = await Staff.within(actor)
  let line = rows[0].row.line
  const nextId = () => `to-be-${String(line++).padStart(12, '0')}`
  const judge = new Judge({ ...order, actor, staff, index, nextId })
  return rows.map((row) => judge.judge(row))
}

function drafts(rows: ReadRow[]) {
  return rows.flatMap(({ draft }) => draft ?? [])
}

/**
 * Two imports of one agency take turns, step by step: otherwise both could find a contact missing
 * and create it.
 */
async function oneImportAtATime(): Promise<void> {
  await unitSql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `contacts.import ${unit().tenant.id}`,
  ])
}

/** Newest last, as `pop` takes them. */
async function newIds(count: number): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?) order by id desc',
    [count]
  )
  return rows.map(({ id }) => id)
}
