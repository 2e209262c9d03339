import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Environment } from './env_file.ts'
import type { House } from './house.ts'

const FILE = 'running.env'

const SETTINGS = [
  ...['NODE_ENV', 'PORT', 'HOST', 'BASE_DOMAIN', 'DATA_DIR', 'APP_KEYS'],
  ...['DATABASE_URL', 'DATABASE_LISTEN_URL'],
]

/** While the house runs, says below DATA_DIR how `node ace` reaches it: as the app, never as the owner. */
export async function publishSettings(house: House, environment: Environment): Promise<void> {
  const file = fileIn(String(environment.DATA_DIR))
  const lines = SETTINGS.map((name) => `${name}='${environment[name] ?? ''}'\n`)
  await writeFile(file, lines.join(''), { mode: 0o600 })
  house.atTheEnd(async () => rmSync(file, { force: true }))
}

/** Takes the settings of the house that runs here, unless somebody said which to use. */
export function joinRunningHouse(root: string): void {
  if (process.env.DATABASE_URL || process.env.ENV_PATH) return
  load(join(root, '.env'))
  load(fileIn(resolve(root, process.env.DATA_DIR ?? '.data')))
}

/** What the environment says already wins. */
function load(file: string): void {
  try {
    process.loadEnvFile(file)
  } catch {
    // There is none: then nothing runs here, or everything is in the environment.
  }
}

function fileIn(folder: string): string {
  return join(folder, FILE)
}
