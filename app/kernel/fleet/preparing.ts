import db from '@adonisjs/lucid/services/db'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import databaseConfig from '#config/database'
import env from '#start/env'
import { prepareCore } from './core_schema.ts'
import { refuseDemoWorld } from './demo_world.ts'
import { migrateFleet } from './fleet_migrations.ts'
import { FleetRefusal } from './fleet_refusal.ts'
import { type AppLogin, type Installation, prepareRoles, readInstallation } from './installation.ts'
import { asOwner, ownerPool, ownerUrl } from './owner.ts'

export interface PreparedDatabase {
  /** How web and workers reach it, with the password of their login. */
  addresses: { databaseUrl: string; listenUrl: string }
  login: string
  /** Agencies that could not be migrated. They were reported, and the others serve. */
  failed: number
}

/**
 * Everything a database needs before this build may serve: core schema, roles and rights, and
 * every agency's migrations. Idempotent; safe while another version still serves.
 */
export async function prepareDatabase(say: (line: string) => void): Promise<PreparedDatabase> {
  await prepareCore()
  await refuseDemoWorld((sql) => ownerPool().query(sql))
  const login = wantedLogin()
  await refuseAnotherLogin(login)
  const installation = await prepareRoles(login)
  const addresses = addressesOf(installation, login)
  useDatabase(addresses.databaseUrl)
  return { addresses, login: installation.appRole, failed: await migrateAll(say) }
}

async function migrateAll(say: (line: string) => void): Promise<number> {
  const report = await migrateFleet()
  if (report.agencies > 0)
    say(`Migrated ${report.done} of ${report.agencies} agencies in ${report.ms} ms`)
  for (const { slug, error } of report.failed) say(`${slug} could not be migrated: ${error}`)
  return report.failed.length
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
    throw new FleetRefusal(
      'Set DATABASE_URL, or DATABASE_APP_PASSWORD for a login of its own making.'
    )
  return { password }
}

/** The agencies' roles were granted to one login; another one could not enter any of them. */
async function refuseAnotherLogin({ name }: AppLogin): Promise<void> {
  const installation = await asOwner(readInstallation)
  if (!name || !installation || installation.appRole === name) return
  throw new FleetRefusal(
    `DATABASE_URL names the login "${name}", but this database was prepared for "${installation.appRole}": use that one.`
  )
}

function addressesOf(installation: Installation, login: AppLogin): PreparedDatabase['addresses'] {
  const own = new URL(ownerUrl())
  own.username = encodeURIComponent(installation.appRole)
  own.password = encodeURIComponent(login.password)
  const databaseUrl = env.get('DATABASE_URL') ?? own.href
  return { databaseUrl, listenUrl: env.get('DATABASE_LISTEN_URL') ?? databaseUrl }
}

/**
 * Points the two pools of this process at the login that was just made. Pools that lead there
 * already stay: whoever holds on to one, as the limiter does, could not go on with a new one.
 */
function useDatabase(databaseUrl: string): void {
  if (env.get('DATABASE_URL') === databaseUrl) return
  env.set('DATABASE_URL', databaseUrl)
  for (const name of ['core', 'tenant']) {
    const config = databaseConfig.connections[name] as PostgreConfig
    db.manager.patch(name, { ...config, connection: { connectionString: databaseUrl } })
  }
}
