import type { EntryKind } from '../kinds.ts'
import TimelineEntry from '../models/timeline_entry.ts'

const PAGE = 20

export interface TimelinePlace {
  subjectType: string
  subjectId: string
  /** One kind of entry, or `open`: those whose next action waits. */
  only?: EntryKind | 'open'
  /** The entry after which the page begins. */
  after?: string
  limit?: number
  /** How texts read to whoever asks. */
  veil?: ((text: string) => string) | null
}

export interface TimelinePage {
  entries: TimelineEntry[]
  /** What the corrected entries said before, by their ids. */
  originals: Map<string, TimelineEntry>
  next: string | null
}

/** One page of a record's story, newest first. */
export async function timelineOf(place: TimelinePlace): Promise<TimelinePage> {
  const { limit = PAGE } = place
  const found = await pageQuery(place).limit(limit + 1)
  const entries = veiled(found.slice(0, limit), place)
  const originals = await originalsOf(entries)
  veiled([...originals.values()], place)
  return {
    entries,
    originals,
    next: found.length > limit ? entries[limit - 1].id : null,
  }
}

function pageQuery({ subjectType, subjectId, only, after }: TimelinePlace) {
  const query = TimelineEntry.query()
    .where({ subjectType, subjectId })
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
  if (only === 'open') query.whereNotNull('next_action_on').whereNull('next_action_done_at')
  else if (only) query.where('kind', only)
  if (after) {
    query.whereRaw(
      '(happened_at, id) < (select happened_at, id from timeline_entries where id = ?)',
      [after]
    )
  }
  return query
}

/** What must not be overlooked, the last pinned first. */
export async function pinnedEntries(place: TimelinePlace): Promise<TimelineEntry[]> {
  const { subjectType, subjectId } = place
  const entries = await TimelineEntry.query()
    .where({ subjectType, subjectId })
    .whereNotNull('pinned_at')
    .orderBy('pinned_at', 'desc')
    .limit(PAGE)
  return veiled(entries, place)
}

/** Only for reading: what is veiled is never saved. */
function veiled(entries: TimelineEntry[], { veil }: TimelinePlace): TimelineEntry[] {
  if (!veil) return entries
  const said = (text: string | null) => text && veil(text)
  for (const entry of entries) {
    const changes = entry.facts.changes?.map((change) => ({
      ...change,
      from: said(change.from),
      to: said(change.to),
    }))
    const nextAction = said(entry.nextAction)
    entry.merge({ details: veil(entry.details), nextAction, facts: { ...entry.facts, changes } })
  }
  return entries
}

async function originalsOf(entries: TimelineEntry[]): Promise<Map<string, TimelineEntry>> {
  const ids = entries.flatMap((entry) => entry.correctsId ?? [])
  if (ids.length === 0) return new Map()
  const originals = await TimelineEntry.withDeleted().whereIn('id', ids)
  return new Map(originals.map((original) => [original.id, original]))
}
