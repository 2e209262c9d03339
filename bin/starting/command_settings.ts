import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readEnvironment } from './env_file.ts'
import { DEFAULTS } from './settings.ts'
import type { Environment } from './env_file.ts'
import type { House } from './house.ts'
import type { Opened } from './opening.ts'
import type { Mode } from './orders.ts'

/** Lets `node ace` work beside the running house: its owner alone may read what is left here. */
export async function leaveSettings(house: House, opened: Opened, mode: Mode): Promise<void> {
  const { settings, ownerUrl, prepared } = opened
  const file = fileIn(settings.folder)
  const left = {
    NODE_ENV: mode,
    PORT: String(settings.port),
    HOST: settings.host,
    BASE_DOMAIN: settings.domain,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_URL: prepared.databaseUrl,
    DATABASE_LISTEN_URL: prepared.listenUrl,
  }
  await writeFile(file, JSON.stringify(left), { mode: 0o600 })
  house.atTheEnd(() => rm(file, { force: true }))
}

/**
 * What a command run from the sources lacks: the settings of the house that runs on DATA_DIR, else
 * those that it would start with. Nothing for one that is handed a database.
 */
export async function settingsOfCommand(root: string, given: Environment): Promise<Environment> {
  const isBuilt = !import.meta.filename.endsWith('.ts')
  if (isBuilt || HANDED.some((name) => given[name])) return {}

  const written = await readEnvironment(join(root, '.env'), given)
  const known = { NODE_ENV: 'demo', ...DEFAULTS, ...written }
  const folder = resolve(root, String(known.DATA_DIR))
  const left = await readFile(fileIn(folder), 'utf8').catch(() => '{}')
  return { ...known, DATA_DIR: folder, ...JSON.parse(left) }
}

/** By `npm start` to its children, or by whoever uses another server. */
const HANDED = ['FREEHOLD_SUPERVISED', 'DATABASE_OWNER_URL', 'DATABASE_URL']

function fileIn(folder: string): string {
  return join(folder, 'commands.json')
}
