import { unitSql } from '#kernel/tenancy/sql'
import type { Actor } from '#kernel/tenancy/actor'
import SavedView from '../models/saved_view.ts'

/** More than a bar can show. */
const MOST = 60

/** The views on this person's list: those of everybody first, each part in its own order. */
export async function viewsOf(actor: Actor, lists: string[]): Promise<SavedView[]> {
  return SavedView.seenBy(actor)
    .whereIn('list', lists)
    .orderBy('is_shared', 'desc')
    .orderBy('position')
    .orderBy('id')
    .limit(MOST)
}

/** The views with which this person's lists begin. */
export async function startsOf({ id }: Actor): Promise<Map<string, string>> {
  const { rows } = await unitSql<{ list: string; view: string }>(
    `select list, view_id as view from list_starts where member_id = ?`,
    [id]
  )
  return new Map(rows.map(({ list, view }) => [list, view]))
}
