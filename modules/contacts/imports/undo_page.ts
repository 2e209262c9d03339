import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { renewDocuments } from '#kernel/search/search_documents'
import contactSearch from '../search.ts'
import type { Changes } from './known_contact.ts'
import { type KeptContact, lockContacts } from './load_contacts.ts'
import { removeContacts, restoreContacts, type Restored } from './undo_writes.ts'
import { type Deeds, type Traces, undoContact, type Undoing } from './undo_contact.ts'
import { workedWithSince } from './worked_with_since.ts'

interface DeedRow {
  contact_id: string
  deed: 'created' | 'updated' | 'unchanged'
  changes: Changes | null
  version_after: number
}

type Outcome = Undoing['outcome']

/**
 * Undoes one import for some of its contacts; answers what became of each. What somebody has
 * merged since lives on in another contact, and stays.
 */
export async function undoPage(importId: string, ids: string[]): Promise<Map<string, Outcome>> {
  const contacts = await lockContacts(ids)
  const deeds = await deedsOf(importId, ids)
  const worked = await workedWithSince(importId, ids)
  const outcomes = new Map<string, Outcome>()
  const removed: string[] = []
  const restored: Restored[] = []

  for (const contact of contacts) {
    if (contact.merged_into) {
      outcomes.set(contact.id, 'kept')
      continue
    }
    const done = deeds.get(contact.id)!
    const undoing = undoContact(contact, done, tracesOf(contact, done, worked))
    outcomes.set(contact.id, undoing.outcome)
    if (undoing.outcome === 'removed' && contact.deleted_at === null) removed.push(contact.id)
    if (!done.wasCreated) restored.push({ contact, undoing, deeds: done })
  }
  await removeContacts(removed, currentActor().id)
  await restoreContacts(importId, restored)
  await keepOutcomes(importId, outcomes)
  await renewDocuments(contactSearch, ids)
  return outcomes
}

function tracesOf(contact: KeptContact, { versionAfter }: Deeds, worked: Set<string>): Traces {
  return {
    isTouched: contact.version !== versionAfter || worked.has(contact.id),
    isDeleted: contact.deleted_at !== null,
  }
}

async function deedsOf(importId: string, ids: string[]): Promise<Map<string, Deeds>> {
  const { rows } = await unitSql<DeedRow>(
    `select contact_id, deed, changes, version_after from contact_import_rows
      where import_id = ? and contact_id = any(?) and deed in ('created', 'updated', 'unchanged') order by line`,
    [importId, ids]
  )
  const byContact = Map.groupBy(rows, ({ contact_id }) => contact_id)
  return new Map([...byContact].map(([id, done]) => [id, summed(done)]))
}

function summed(rows: DeedRow[]): Deeds {
  const versions = rows.filter(({ deed }) => deed !== 'unchanged').map((row) => row.version_after)
  return {
    wasCreated: rows.some(({ deed }) => deed === 'created'),
    versionBefore: Math.min(...versions) - 1,
    versionAfter: Math.max(...versions),
    changes: rows.map(({ changes }) => changes).filter((changes) => changes !== null),
  }
}

async function keepOutcomes(importId: string, outcomes: Map<string, Outcome>): Promise<void> {
  await unitSql(
    `update contact_import_rows r set undone = known.outcome
       from unnest(?::uuid[], ?::text[]) as known(id, outcome)
      where r.import_id = ? and r.contact_id = known.id`,
    [[...outcomes.keys()], [...outcomes.values()], importId]
  )
}
