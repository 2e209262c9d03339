import pg from 'pg'
import { SUPERUSER } from './postgres_cluster.ts'
import type { PostgresSecrets } from './postgres_secrets.ts'

export const DATABASE = 'freehold'
const OWNER = 'freehold_owner'
const LOOPBACK = '127.0.0.1'

export function superuserUrl(port: number, secrets: PostgresSecrets, database: string): string {
  return `postgres://${SUPERUSER}:${secrets.superuserPassword}@${LOOPBACK}:${port}/${database}`
}

export function ownerUrl(port: number, secrets: PostgresSecrets): string {
  return `postgres://${OWNER}:${secrets.ownerPassword}@${LOOPBACK}:${port}/${DATABASE}`
}

/** The application's owner is no superuser: it may create roles, and owns one database. */
export async function ensureOwner(port: number, secrets: PostgresSecrets): Promise<void> {
  const client = new pg.Client(superuserUrl(port, secrets, SUPERUSER))
  await client.connect()
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER])
    if (!role.rowCount) {
      const password = client.escapeLiteral(secrets.ownerPassword)
      await client.query(`create role ${OWNER} login createrole password ${password}`)
    }
    const database = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  } finally {
    await client.end()
  }
}
