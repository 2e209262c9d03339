import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'

/** Who runs the database; empty for "whoever runs us". */
export interface SystemUser {
  uid?: number
  gid?: number
}

const KNOWN_USERS = ['freehold', 'postgres', '_postgres']
const LAST_RESORT = 'nobody'

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the one who owns the
 * cluster already, one made for databases, a new one, or nobody.
 */
export async function databaseUser(cluster: string): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return firstOf(KNOWN_USERS) ?? created('freehold') ?? firstOf([LAST_RESORT]) ?? {}
}

/** Whether that user may read, write or enter (r, w, x) the path, asked of the system itself. */
export function mayAccess(user: SystemUser, right: 'r' | 'w' | 'x', path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', `test -${right} "$1"`, 'sh', path], {
    ...user,
    cwd: '/',
  })
  return asked.status === 0
}

function firstOf(names: string[]): SystemUser | undefined {
  return names.map(lookUp).find((user) => user !== undefined)
}

function lookUp(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return asked.status === 0 ? Number(asked.stdout) : undefined
  })
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined
}

function created(name: string): SystemUser | undefined {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    name,
  ])
  return lookUp(name)
}
