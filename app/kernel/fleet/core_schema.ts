import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { PgBoss } from 'pg-boss'
import pg from 'pg'
import { installQueues } from '#kernel/jobs/job_queue'
import { manifests } from '#kernel/modules/module_registry'
import { ownerUrl } from './owner.ts'

const OLDEST_SERVER = 180_000

/** Brings schema `core` and its neighbours to what this build expects, with the owner's rights. */
export async function prepareCore(): Promise<void> {
  await withOwnerClient(async (client) => {
    await assertServer(client)
    await client.query(
      'create schema if not exists core; create schema if not exists gate; create schema if not exists ext'
    )
    await client.query(
      'create extension if not exists pg_trgm schema ext; create extension if not exists unaccent schema ext'
    )
  })
  await migrateCore()
  await installJobQueue()
}

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`
  )
  if (rows[0].version < OLDEST_SERVER)
    throw new Error('The database server is too old: Freehold needs PostgreSQL 18 or newer')
}

async function migrateCore(): Promise<void> {
  const moduleFolders = manifests.map(({ name }) => `modules/${name}/migrations/core`)
  db.manager.add('owner', {
    client: 'pg',
    connection: { connectionString: ownerUrl() },
    searchPath: ['core'],
    pool: { min: 0, max: 2 },
    migrations: { paths: ['database/migrations', ...moduleFolders], naturalSort: true },
    schemaGeneration: { enabled: false },
  })
  const runner = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner' })
  await runner.run()
  await db.manager.close('owner', true)
  if (runner.error) throw runner.error
}

/** pg-boss' own tables and our queues: the app runs it with `migrate: false`. */
async function installJobQueue(): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl(),
    schema: 'pgboss',
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  await boss.start()
  await installQueues(boss)
  await boss.stop({ graceful: false, close: true })
}

async function withOwnerClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
