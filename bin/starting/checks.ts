import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './refusal.ts'

const PORT_REASONS: Record<string, string> = {
  EADDRINUSE: 'something else listens there already',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  ENOTFOUND: 'HOST is a name that nobody knows',
}

const FOLDER_REASONS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is no folder',
  EEXIST: 'it is no folder',
  ENOENT: 'nothing can be made there',
}

export async function checkFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await makeFolder(folder)
    await writeFile(probe, 'x')
    await rm(probe)
  } catch (error) {
    throw new Refusal(`DATA_DIR ${folder} cannot be used: ${reason(error, FOLDER_REASONS)}.`)
  }
}

/** With its parents. The system's own way of making these never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}

/** With patience, waits for the web process of a killed start to let go of the port. */
export async function checkPort(host: string, port: number, patienceMs = 0): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const problem = await portProblem(host, port)
    if (!problem) return
    if (Date.now() >= deadline) throw taken(host, port, problem)
    await pause(100)
  }
}

async function portProblem(host: string, port: number): Promise<string | undefined> {
  try {
    await listenOnce(host, port)
  } catch (error) {
    return reason(error, PORT_REASONS)
  }
  // macOS lets two programs share a port when only one of them listens on every address.
  return (await answers(host, port)) ? PORT_REASONS.EADDRINUSE : undefined
}

function taken(host: string, port: number, why: string): Refusal {
  return new Refusal(
    `Port ${port} on ${host} cannot be used: ${why}. PORT and HOST choose another.`
  )
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect({ host: reachableHost(host), port, timeout: 500 })
    const finish = (answer: boolean) => {
      visitor.destroy()
      resolve(answer)
    }
    visitor.once('connect', () => finish(true))
    visitor.once('error', () => finish(false))
    visitor.once('timeout', () => finish(false))
  })
}

/** "Every address" is nothing that one can connect to. */
export function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}

function reason(error: unknown, known: Record<string, string>): string {
  const { code, message } = error as NodeJS.ErrnoException
  return known[code ?? ''] ?? message
}
