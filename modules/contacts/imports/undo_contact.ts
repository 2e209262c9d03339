import type { Changes, KnownContact, Point } from './known_contact.ts'
import { same } from '#app/imports'

/** What one import did to one contact, all its rows together, the first first. */
export interface Deeds {
  wasCreated: boolean
  /** The contact's version before the first and after the last of them. */
  versionBefore: number
  versionAfter: number
  changes: Changes[]
}

export interface Undoing {
  outcome: 'removed' | 'restored' | 'kept'
  /** Points and tags that the import put there and that go. */
  points: Point[]
  tags: string[]
}

export interface Traces {
  /** Somebody changed it, or wrote on its timeline, since. */
  isTouched: boolean
  isDeleted: boolean
}

/**
 * Undoes what an import did to a contact. One that it created goes, unless somebody has worked with
 * it since. Of one that it changed, each field gets back what it had, unless it has been changed again.
 */
export function undoContact(known: KnownContact, deeds: Deeds, traces: Traces): Undoing {
  if (deeds.wasCreated) {
    const isKept = traces.isTouched && !traces.isDeleted
    return { outcome: isKept ? 'kept' : 'removed', points: [], tags: [] }
  }
  const back = deeds.changes.toReversed().map((changes) => putBack(known, changes))
  return {
    outcome: back.every(({ isWhole }) => isWhole) ? 'restored' : 'kept',
    points: back.flatMap(({ points }) => points),
    tags: back.flatMap(({ tags }) => tags),
  }
}

function putBack(known: KnownContact, { points, tags, ...columns }: Changes) {
  let isWhole = true
  for (const [column, [before, after]] of Object.entries(columns)) {
    const current = known[column as keyof KnownContact]
    if (same(current, after)) Object.assign(known, { [column]: before })
    else isWhole = false
  }
  const added = { points: (points?.[1] ?? []) as Point[], tags: (tags?.[1] ?? []) as string[] }
  known.tag_names = known.tag_names.filter((name) => !added.tags.includes(name))
  return { isWhole, ...added }
}
