import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type SavedView from '../models/saved_view.ts'

/** From now on this person's list begins with the view. */
export async function startWith({ id, list }: SavedView): Promise<void> {
  await unitSql(
    `insert into list_starts (member_id, list, view_id) values (?, ?, ?)
     on conflict on constraint list_starts_pkey do update set view_id = excluded.view_id`,
    [currentActor().id, list, id]
  )
}

/** From now on it begins with everything. */
export async function startWithAll({ id, list }: SavedView): Promise<void> {
  await unitSql('delete from list_starts where member_id = ? and list = ? and view_id = ?', [
    currentActor().id,
    list,
    id,
  ])
}
