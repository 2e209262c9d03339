import { unitSql } from '#kernel/tenancy/sql'
import { renewAverages } from '../actions/score_contact.ts'
import type ContactMerge from '../models/contact_merge.ts'

/** What a contact has in tables of this module, by the column that says whose it is. */
const parts = [
  { table: 'contact_requirements', column: 'contact_id' },
  { table: 'contact_scores', column: 'contact_id' },
  { table: 'contact_links', column: 'from_id', opposite: 'to_id' },
  { table: 'contact_links', column: 'to_id', opposite: 'from_id' },
] as const

/** What the merged contact had is the survivor's now; each row remembers by which merge. */
export async function moveParts({ id, mergedId, survivorId }: ContactMerge): Promise<void> {
  for (const { table, column, ...rest } of parts) {
    // Nobody is linked to themselves: a link between the two stays behind, and is seen again when they part.
    const opposite = 'opposite' in rest ? rest.opposite : 'id'
    await unitSql(
      `with moved as (
         update ?? set ?? = ?, updated_at = now() where ?? = ? and ?? <> ? returning id)
       insert into contact_moves (merge_id, kind, row_id) select ?, ?, id from moved`,
      [table, column, survivorId, column, mergedId, opposite, survivorId, id, `${table}.${column}`]
    )
  }
  await renewAverages([mergedId, survivorId])
}

/** And is its own again, as far as it is still the survivor's. */
export async function movePartsBack({ id, mergedId, survivorId }: ContactMerge): Promise<void> {
  for (const { table, column } of parts) {
    await unitSql(
      `update ?? as part set ?? = ?, updated_at = now() from contact_moves as move
        where move.merge_id = ? and move.kind = ? and move.row_id = part.id and part.?? = ?`,
      [table, column, mergedId, id, `${table}.${column}`, column, survivorId]
    )
  }
  await unitSql('delete from contact_moves where merge_id = ?', [id])
  await renewAverages([mergedId, survivorId])
}
