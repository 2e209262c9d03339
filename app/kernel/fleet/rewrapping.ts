import { rewrapDataKey } from '#kernel/keyring/keyring'
import { asOwner, ownerPool } from './owner.ts'

/**
 * Wraps every agency's data key with the first key of the ring, so that the keys behind it can
 * be dropped. Each agency by itself: a run that is cut off is simply done again.
 */
export async function rewrapDataKeys(): Promise<{ changed: number; agencies: number }> {
  const { rows } = await ownerPool().query<{ id: string; data_key: string }>(
    'select id, data_key from core.tenants order by id'
  )
  let changed = 0
  for (const { id, data_key: before } of rows) {
    const after = rewrapDataKey(id, before)
    if (after !== before && (await replace(id, before, after))) changed++
  }
  return { changed, agencies: rows.length }
}

async function replace(tenantId: string, before: string, after: string): Promise<boolean> {
  return asOwner(async (client) => {
    const { rowCount } = await client.query(
      'update core.tenants set data_key = $3, updated_at = now() where id = $1 and data_key = $2',
      [tenantId, before, after]
    )
    await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
    return rowCount === 1
  })
}
