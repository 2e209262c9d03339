import pg from 'pg'
import { Refusal } from './refusal.ts'

const OLDEST = 18
const PATIENCE_MS = 8_000

interface Server {
  version: number
  may_create_roles: boolean
  may_create_schemas: boolean
}

/** Refuses a server that cannot carry us before anything is started on it. */
export async function checkForeignDatabase(ownerUrl: string): Promise<void> {
  const { hostname, port, pathname } = new URL(ownerUrl)
  const place = `${hostname}:${port || 5432}`
  const server = await ask(ownerUrl, place)
  const major = Math.floor(server.version / 10_000)
  if (major < OLDEST) {
    throw new Refusal(
      `The database at ${place} is PostgreSQL ${major}; ${OLDEST} or newer is needed.`
    )
  }
  if (!server.may_create_roles) {
    throw new Refusal(`The role of DATABASE_OWNER_URL may not create roles: give it CREATEROLE.`)
  }
  if (!server.may_create_schemas) {
    throw new Refusal(
      `The role of DATABASE_OWNER_URL may not create schemas in ${pathname.slice(1)}: make it the owner of that database.`
    )
  }
}

async function ask(ownerUrl: string, place: string): Promise<Server> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Server>(`
      select current_setting('server_version_num')::int as version,
             rolcreaterole or rolsuper as may_create_roles,
             has_database_privilege(current_database(), 'CREATE') as may_create_schemas
        from pg_roles where rolname = current_user`)
    return rows[0]
  } catch (error) {
    throw new Refusal(
      `The database at ${place} (DATABASE_OWNER_URL) cannot be used: ${why(error)}.`
    )
  } finally {
    client.end().catch(() => {})
  }
}

function why(error: unknown): string {
  const { code, message, errors } = error as AggregateError & NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'nothing listens there'
  if (code === 'ENOTFOUND') return 'nobody knows that host'
  return (errors?.[0]?.message ?? message).replace(/\.$/, '')
}
