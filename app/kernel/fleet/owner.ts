import pg from 'pg'
import env from '#start/env'
import { FleetRefusal } from './fleet_refusal.ts'

/**
 * The owner's connection: schemas, roles, rights. Only the fleet worker, the commands and the
 * tests hold its address; a web process that asks for it fails.
 */
export function ownerUrl(): string {
  const url = env.get('DATABASE_OWNER_URL')
  if (!url)
    throw new FleetRefusal(
      "DATABASE_OWNER_URL is not set, and no npm start runs that would lend it: only the fleet worker and its commands do the owner's work."
    )
  return url
}

let pool: pg.Pool | null = null

export function ownerPool(): pg.Pool {
  pool ??= openPool()
  return pool
}

/** A broken connection fails the statement that needs it; it must not end the whole process. */
function openPool(): pg.Pool {
  const opened = new pg.Pool({ connectionString: ownerUrl(), max: 8, idleTimeoutMillis: 10_000 })
  opened.on('error', () => {})
  opened.on('connect', (client) => client.on('error', () => {}))
  return opened
}

export async function closeOwnerPool(): Promise<void> {
  const open = pool
  pool = null
  await open?.end()
}

/** One owner's transaction on a connection of its own. */
export async function asOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await ownerPool().connect()
  try {
    await client.query('begin')
    const answer = await work(client)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
