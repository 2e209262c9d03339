import { same } from '#app/imports'
import { noteChanges } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { deleteLeads } from '../actions/delete_leads.ts'
import { renewScores } from '../actions/renew_scores.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import Lead from '../models/lead.ts'
import { changeWords, changesInWords } from './changes_in_words.ts'
import type { Changes, FilledColumns } from './known_lead.ts'
import { FILLED } from './stock.ts'
import { fillLeads } from './write_leads.ts'

type Outcome = 'removed' | 'restored' | 'kept'
type KeptLead = FilledColumns & {
  id: string
  version: number
  status: string
  deleted_at: Date | null
}

interface Deeds {
  wasCreated: boolean
  /** As the import left it. */
  versionAfter: number
  statusAfter: string
  changes: Changes[]
}

interface Undone {
  lead: KeptLead
  outcome: Outcome
  back: Changes
}

/** Undoes one import for some of its leads; answers what became of each. */
export async function undoPage(importId: string, ids: string[]): Promise<Outcome[]> {
  const deeds = await deedsOf(importId, ids)
  const worked = await workedOn(importId, ids)
  const undone = (await lockLeads(ids)).map((lead) =>
    undo(lead, deeds.get(lead.id)!, worked.has(lead.id))
  )
  const gone = undone.filter(({ lead, outcome }) => outcome === 'removed' && !lead.deleted_at)
  if (gone.length > 0) await deleteLeads(gone.map(({ lead }) => lead.id))
  await putBack(undone)
  await keepOutcomes(importId, undone)
  return undone.map(({ outcome }) => outcome)
}

/**
 * A lead that the import created goes, unless somebody has worked on it since. Of one that it
 * filled, each field gets back what it had, unless it has been changed again.
 */
function undo(lead: KeptLead, deeds: Deeds, isWorkedOn: boolean): Undone {
  if (!deeds.wasCreated) return undoChanges(lead, deeds)
  const isTouched =
    isWorkedOn || lead.status !== deeds.statusAfter || lead.version !== deeds.versionAfter
  const isKept = isTouched && lead.deleted_at === null
  return { lead, outcome: isKept ? 'kept' : 'removed', back: {} }
}

function undoChanges(lead: KeptLead, { changes }: Deeds): Undone {
  const steps = changes.toReversed().flatMap((one) => Object.entries(one))
  const back: Changes = {}
  let outcome: Outcome = 'restored'
  for (const [column, [before, after]] of steps) {
    const current = lead[column as keyof KeptLead]
    if (!same(current, after)) {
      outcome = 'kept'
      continue
    }
    back[column] = [back[column]?.[0] ?? current, before]
    Object.assign(lead, { [column]: before })
  }
  return { lead, outcome, back }
}

async function putBack(undone: Undone[]): Promise<void> {
  const changed = undone.filter(({ back }) => Object.keys(back).length > 0)
  const ids = changed.map(({ lead }) => lead.id)
  await fillLeads(changed.map(({ lead }) => lead))
  const words = await changeWords()
  await noteChanges(
    Lead.subjectType,
    changed.map(({ lead, back }) => ({ subjectId: lead.id, changes: changesInWords(back, words) }))
  )
  await renewScores(ids)
  tellOf(LeadsUpdated, ids)
}

/** Locked in the order of their ids until the unit ends. */
async function lockLeads(ids: string[]): Promise<KeptLead[]> {
  const { rows } = await unitSql<KeptLead>(
    `select id, version, status, deleted_at, ${FILLED.join(', ')} from leads
      where id = any(?::uuid[]) order by id for update`,
    [ids]
  )
  return rows
}

interface DoneRow {
  lead_id: string
  deed: string
  changes: Changes | null
  version_after: number
  status: string
}

async function deedsOf(importId: string, ids: string[]): Promise<Map<string, Deeds>> {
  const { rows } = await unitSql<DoneRow>(
    `select lead_id, deed, changes, version_after, status from lead_import_rows
      where import_id = ? and lead_id = any(?::uuid[]) order by line`,
    [importId, ids]
  )
  const byLead = Map.groupBy(rows, ({ lead_id: id }) => id)
  return new Map([...byLead].map(([id, done]) => [id, inAll(done)]))
}

function inAll(done: DoneRow[]): Deeds {
  return {
    wasCreated: done.some(({ deed }) => deed === 'created'),
    statusAfter: done.at(-1)!.status,
    versionAfter: Math.max(...done.map(({ version_after: version }) => version)),
    changes: done.map(({ changes }) => changes).filter((one) => one !== null),
  }
}

/** Leads on whose timeline somebody has written since. */
async function workedOn(importId: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await unitSql<{ id: string }>(
    `select distinct r.lead_id as id from lead_import_rows r
       join timeline_entries e on e.subject_type = 'lead' and e.subject_id = r.lead_id
      where r.import_id = ? and r.lead_id = any(?::uuid[]) and e.kind <> 'change'
        and e.created_at > r.created_at and e.deleted_at is null`,
    [importId, ids]
  )
  return new Set(rows.map(({ id }) => id))
}

/** A row that was taken back may come in again. */
async function keepOutcomes(importId: string, undone: Undone[]): Promise<void> {
  await unitSql(
    `update lead_import_rows r set undone = known.outcome
       from unnest(?::uuid[], ?::text[]) as known(id, outcome)
      where r.import_id = ? and r.lead_id = known.id`,
    [undone.map(({ lead }) => lead.id), undone.map(({ outcome }) => outcome), importId]
  )
  const back = undone.filter(({ outcome }) => outcome !== 'kept').map(({ lead }) => lead.id)
  await unitSql('delete from lead_fingerprints where import_id = ? and lead_id = any(?::uuid[])', [
    importId,
    back,
  ])
}
