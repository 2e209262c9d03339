import { createHash } from 'node:crypto'
import { chown, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { postgresBinaries } from './postgres_binaries.ts'
import { databaseUser, mayAccess } from './system_user.ts'
import type { PostgresBinaries } from './postgres_binaries.ts'
import type { SystemUser } from './system_user.ts'

const SHARED_FOLDER = '/var/lib/freehold'

export interface PostgresPlace {
  /** Where the cluster, its secrets and its log lie: `wanted`, or a folder that its user can reach. */
  folder: string
  isElsewhere: boolean
  user: SystemUser
  binaries: PostgresBinaries
}

/** Decides where the database lies, who runs it, and with which programs. */
export async function settlePlace(wanted: string): Promise<PostgresPlace> {
  await mkdir(dirname(wanted), { recursive: true })
  const folder = await reachable(wanted)
  const user = await databaseUser(join(folder, 'cluster'))
  await mkdir(folder, { recursive: true })
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const binaries = await postgresBinaries(user, SHARED_FOLDER)
  return { folder, isElsewhere: folder !== wanted, user, binaries }
}

async function reachable(wanted: string): Promise<string> {
  const user = await databaseUser(join(wanted, 'cluster'))
  if (mayAccess(user, 'x', dirname(wanted))) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  return join(SHARED_FOLDER, name)
}
