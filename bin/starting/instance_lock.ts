import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { birthOf } from './process_birth.ts'
import { Refusal } from './refusal.ts'

type Instance = { pid: number; born?: string; port: number }

/** One running house per folder. Returns the release; the lock of a killed start is taken over. */
export async function lockFolder(folder: string, port: number): Promise<() => Promise<void>> {
  const file = join(folder, 'instance.json')
  const running = await readInstance(file)
  if (running && (await isRunning(running))) throw occupied(folder, running)

  await rm(file, { force: true })
  const mine: Instance = { pid: process.pid, born: await birthOf(process.pid), port }
  await writeFile(file, JSON.stringify(mine), { flag: 'wx' }).catch(() => {
    throw new Refusal(`Freehold is being started on ${folder} by somebody else at this moment.`)
  })
  return () => rm(file, { force: true })
}

async function readInstance(file: string): Promise<Instance | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

async function isRunning({ pid, born }: Instance): Promise<boolean> {
  return born !== undefined && (await birthOf(pid)) === born
}

function occupied(folder: string, { pid, port }: Instance): Refusal {
  return new Refusal(
    `Freehold runs already on ${folder} (process ${pid}, port ${port}): stop it first, or set DATA_DIR and PORT to others.`
  )
}
