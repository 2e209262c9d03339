import { unitSql } from '#kernel/tenancy/sql'
import type SavedView from '../models/saved_view.ts'

/** Lets a view change places with its neighbour, among those that are shared as it is. */
export async function placeView(view: SavedView, to: 'earlier' | 'later'): Promise<void> {
  const { id, list, isShared, ownerId } = view
  const step = to === 'earlier' ? -1.5 : 1.5
  await unitSql(
    `with neighbours as (
       select id, row_number() over (order by position, id) as place from saved_views
        where list = ? and deleted_at is null and is_shared = ? and (is_shared or owner_id = ?)),
     placed as (
       select id, row_number() over (order by place + case when id = ? then ?::numeric else 0 end) as place
         from neighbours)
     update saved_views set position = placed.place, updated_at = now()
       from placed where placed.id = saved_views.id and saved_views.position <> placed.place`,
    [list, isShared, ownerId, id, step]
  )
}
