import { createHmac } from 'node:crypto'
import type { Environment } from './env_file.ts'
import type { Mode } from './orders.ts'
import type { Prepared } from './prepare.ts'
import type { Settings } from './settings.ts'

const DATABASE_SETTINGS = ['DATABASE_OWNER_URL', 'DATABASE_URL', 'DATABASE_LISTEN_URL']

/** What every child gets: all settings but the ways into the database. */
export function commonEnvironment(settings: Settings, mode: Mode): Environment {
  const { environment, folder } = settings
  const harmless = Object.entries(environment).filter(([name]) => !DATABASE_SETTINGS.includes(name))
  return {
    ...Object.fromEntries(harmless),
    NODE_ENV: mode,
    FREEHOLD_SUPERVISED: '1',
    // Else a child that runs from the sources reads `.env` by itself, the owner's address included.
    ENV_PATH: folder,
  }
}

/** For the preparation, which makes the application's own login with a password that we can repeat. */
export function preparingEnvironment(
  settings: Settings,
  mode: Mode,
  ownerUrl: string
): Environment {
  return {
    ...commonEnvironment(settings, mode),
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_URL: settings.databaseUrl,
    DATABASE_LISTEN_URL: settings.listenUrl,
    DATABASE_APP_PASSWORD: appPassword(settings.appKeys),
  }
}

/** For what serves: the application's login, and the owner's only where it is handed in. */
export function servingEnvironment(
  common: Environment,
  prepared: Prepared,
  ownerUrl?: string
): Environment {
  return {
    ...common,
    DATABASE_URL: prepared.databaseUrl,
    DATABASE_LISTEN_URL: prepared.listenUrl,
    ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
  }
}

function appPassword(appKeys: string): string {
  const [first] = appKeys.split(',')
  const secret = first.trim().slice(first.trim().indexOf(':') + 1)
  return createHmac('sha256', secret).update('database-app-login').digest('hex')
}
