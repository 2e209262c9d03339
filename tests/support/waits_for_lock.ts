import { ownerPool } from '#kernel/fleet/owner'

/** Tells whether somebody in this database waits for what another has locked. */
export async function waitsForLock(): Promise<boolean> {
  const { rowCount } = await ownerPool().query(
    `select from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`
  )
  return rowCount! > 0
}
