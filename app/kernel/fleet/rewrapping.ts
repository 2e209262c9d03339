import { rewrapDataKey } from '#kernel/keyring/keyring'
import { asOwner, ownerPool } from './owner.ts'

export interface Rewrapping {
  agencies: number
  changed: number
  /** Agencies whose key none of the ring opens. */
  unopened: string[]
}

interface Wrapped {
  id: string
  slug: string
  data_key: string
}

/**
 * Wraps every agency's data key with the first key of the ring, so that the keys behind it can
 * be dropped. Each agency by itself: a run that is cut off is simply done again.
 */
export async function rewrapDataKeys(): Promise<Rewrapping> {
  const { rows } = await ownerPool().query<Wrapped>(
    'select id, slug, data_key from core.tenants order by slug'
  )
  const report: Rewrapping = { agencies: rows.length, changed: 0, unopened: [] }
  for (const agency of rows) {
    const key = reopened(agency)
    if (key === null) report.unopened.push(agency.slug)
    else if (key !== agency.data_key && (await replace(agency, key))) report.changed++
  }
  return report
}

function reopened({ id, data_key: wrapped }: Wrapped): string | null {
  try {
    return rewrapDataKey(id, wrapped)
  } catch {
    return null
  }
}

async function replace({ id, data_key: before }: Wrapped, after: string): Promise<boolean> {
  return asOwner(async (client) => {
    const { rowCount } = await client.query(
      'update core.tenants set data_key = $3, updated_at = now() where id = $1 and data_key = $2',
      [id, before, after]
    )
    await client.query('select pg_notify($1, $2)', ['freehold_tenants', id])
    return rowCount === 1
  })
}
