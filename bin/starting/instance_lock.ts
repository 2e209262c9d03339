import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, isAlive, npmAbove } from './processes.ts'
import { Refusal } from './refusal.ts'

const ORPHAN_LEAVES_WITHIN_MS = 30_000

interface Instance {
  pid: number
  born?: string
  port: number
  npm?: number
}

export interface FolderLock {
  /** Whether the last one did not end in order, so that traces of it may still be running. */
  isInherited: boolean
  release(): Promise<void>
}

/** One running house per folder. The lock of a killed one is taken over. */
export async function lockFolder(folder: string, port: number): Promise<FolderLock> {
  const file = join(folder, 'instance.json')
  const last = await readInstance(file)
  if (last && isOrphan(last)) await departure(last)
  if (last && isRunning(last)) throw occupied(folder, last)

  await rm(file, { force: true })
  const mine: Instance = { pid: process.pid, born: birthOf(process.pid), port, npm: npmAbove() }
  await writeFile(file, JSON.stringify(mine), { flag: 'wx' }).catch(() => {
    throw new Refusal(`Freehold is being started on ${folder} by somebody else at this moment.`)
  })
  return { isInherited: last !== undefined, release: () => rm(file, { force: true }) }
}

async function readInstance(file: string): Promise<Instance | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function isRunning({ pid, born }: Instance): boolean {
  return born !== undefined && birthOf(pid) === born
}

/** Its npm was killed: it notices and leaves by itself. */
function isOrphan({ npm }: Instance): boolean {
  return npm !== undefined && !isAlive(npm)
}

async function departure(orphan: Instance): Promise<void> {
  const deadline = Date.now() + ORPHAN_LEAVES_WITHIN_MS
  while (isRunning(orphan) && Date.now() < deadline) await pause(50)
}

function occupied(folder: string, { pid, port }: Instance): Refusal {
  return new Refusal(
    `Freehold runs already on ${folder} (process ${pid}, port ${port}): stop it first, or set DATA_DIR and PORT to others.`
  )
}
