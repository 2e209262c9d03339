import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf, isAlive } from './processes.ts'
import { Refusal } from './refusal.ts'

const FAST_SHUTDOWN_MS = 30_000

/** Ends a server that a killed start left behind, and clears a lock file that would mislead. */
export async function clearOrphan(cluster: string): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid')
  const pid = await lockedBy(cluster)
  if (pid === undefined || !isAlive(pid)) return
  if (isPostmasterOf(pid, cluster)) return stopPostmaster(pid)
  // Another program has the number by now; PostgreSQL would take it for a running server.
  await rm(lockFile, { force: true })
}

/** Fast shutdown: open transactions are rolled back, the files are left clean. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, FAST_SHUTDOWN_MS)) return
  signal(pid, 'SIGQUIT')
  if (await isGone(pid, FAST_SHUTDOWN_MS)) return
  throw new Refusal(`The database server (process ${pid}) does not stop.`)
}

async function lockedBy(cluster: string): Promise<number | undefined> {
  const [pid] = await lockLines(cluster)
  return pid ? Number(pid) : undefined
}

/** The server keeps its state in the eighth line of its lock file. */
export async function isReady(cluster: string, pid: number): Promise<boolean> {
  const lines = await lockLines(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function lockLines(cluster: string): Promise<string[]> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  const command = commandOf(pid) ?? ''
  return command.includes('postgres') && command.includes(cluster)
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return true
    await pause(20)
  }
  return !isAlive(pid)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return
    throw new Refusal(
      `The database server (process ${pid}) belongs to another user: stop it first.`
    )
  }
}
