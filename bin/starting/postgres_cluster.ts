import { spawnSync } from 'node:child_process'
import { chown, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'
import type { PostgresPlace } from './postgres_place.ts'

export const SUPERUSER = 'postgres'

const LETTERS_OF_ALL_SCRIPTS = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8']

/** Creates the cluster where there is none. Killed half-way, it leaves only a draft behind. */
export async function ensureCluster(place: PostgresPlace, password: string): Promise<void> {
  const cluster = join(place.folder, 'cluster')
  if (await stat(join(cluster, 'PG_VERSION')).catch(() => undefined)) return

  const draft = `${cluster}.new`
  const passwordFile = join(place.folder, 'password.new')
  await rm(draft, { recursive: true, force: true })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (place.user.uid !== undefined) await chown(passwordFile, place.user.uid, place.user.gid ?? 0)
  try {
    initialise(place, ['--pgdata', draft, '--pwfile', passwordFile])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, cluster)
}

function initialise(place: PostgresPlace, target: string[]): void {
  const run = spawnSync(place.binaries.initdb, [...target, ...initialFlags()], {
    ...place.user,
    cwd: place.folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  if (run.status === 0) return
  const reason = run.error?.message ?? run.stderr.trim().split('\n').at(-1)
  throw new Refusal(`PostgreSQL could not create its files in ${place.folder}: ${reason}`)
}

function initialFlags(): string[] {
  return [
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${characterLocale()}`,
    '--no-sync',
  ]
}

/** pg_trgm and text search ask the system what a letter is; the locale "C" knows ASCII only. */
function characterLocale(): string {
  const known = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? ''
  const names = new Set(known.split('\n').map((name) => name.trim()))
  return LETTERS_OF_ALL_SCRIPTS.find((name) => names.has(name)) ?? 'C'
}
