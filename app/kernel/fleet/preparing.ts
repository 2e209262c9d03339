import db from '@adonisjs/lucid/services/db'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import databaseConfig from '#config/database'
import env from '#start/env'
import { type AppLogin, prepareRoles } from './installation.ts'
import { prepareCore } from './core_schema.ts'
import { migrateFleet } from './fleet_migrations.ts'
import { ownerUrl } from './owner.ts'

export interface PreparedDatabase {
  databaseUrl: string
  listenUrl: string
}

/**
 * Everything a database needs before this build may serve: core schema, roles and rights, and
 * every agency's migrations. Idempotent; safe while another version still serves.
 */
export async function prepareDatabase(say: (line: string) => void): Promise<PreparedDatabase> {
  await prepareCore()
  const login = wantedLogin()
  const installation = await prepareRoles(login)
  const urls = addresses({ name: installation.appRole, password: login.password })
  useDatabase(urls.databaseUrl)
  const report = await migrateFleet()
  if (report.agencies > 0)
    say(`Migrated ${report.done} of ${report.agencies} agencies in ${report.ms} ms`)
  for (const { slug, error } of report.failed) say(`${slug} could not be migrated: ${error}`)
  return urls
}

/** The login of DATABASE_URL where it is given, else one of our own. */
function wantedLogin(): AppLogin {
  const given = env.get('DATABASE_URL')
  if (given) {
    const url = new URL(given)
    return { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  }
  const password = env.get('DATABASE_APP_PASSWORD')
  if (!password)
    throw new Error('Set DATABASE_URL, or DATABASE_APP_PASSWORD for a login of its own making')
  return { password }
}

function addresses(login: { name: string; password: string }): PreparedDatabase {
  const own = new URL(ownerUrl())
  own.username = encodeURIComponent(login.name)
  own.password = encodeURIComponent(login.password)
  const databaseUrl = env.get('DATABASE_URL') ?? own.href
  return { databaseUrl, listenUrl: env.get('DATABASE_LISTEN_URL') ?? databaseUrl }
}

/** Points the two pools of this process at the login that was just made. */
function useDatabase(databaseUrl: string): void {
  env.set('DATABASE_URL', databaseUrl)
  for (const name of ['core', 'tenant']) {
    const config = databaseConfig.connections[name] as PostgreConfig
    db.manager.patch(name, { ...config, connection: { connectionString: databaseUrl } })
  }
}
