import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'

/** Remembers that these two are not the same, whether or not they were found to be alike. */
export async function dismissPair(one: string, other: string): Promise<void> {
  await unitSql(
    `insert into listing_pairs (first_id, second_id, reasons, state, dismissed_by, dismissed_at)
     select least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), '{}', 'dismissed', ?, now()
     on conflict (first_id, second_id) do update
       set state = 'dismissed', dismissed_by = excluded.dismissed_by, dismissed_at = now(), updated_at = now()`,
    [one, other, one, other, currentActor().id]
  )
}

/** They may be the same after all. */
export async function reopenPair(id: string): Promise<void> {
  await unitSql(
    `update listing_pairs set state = 'open', dismissed_by = null, dismissed_at = null, updated_at = now() where id = ?`,
    [id]
  )
}
