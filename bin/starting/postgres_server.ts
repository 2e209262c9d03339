import { spawn } from 'node:child_process'
import { closeSync, openSync, statSync } from 'node:fs'
import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { guard } from './guardian.ts'
import { isReady, stopPostmaster } from './postmaster.ts'
import { serverArguments } from './postgres_settings.ts'
import { Refusal } from './refusal.ts'
import type { ChildProcess } from 'node:child_process'
import type { PostgresPlace } from './postgres_place.ts'

const READY_WITHIN_MS = 120_000
const LOG_LIMIT = 10 * 1024 * 1024

export interface PostgresServer {
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Runs the server and resolves once it takes connections. */
export async function runServer(
  place: PostgresPlace,
  port: number,
  durable: boolean
): Promise<PostgresServer> {
  const server = await spawnServer(place, serverArguments(clusterOf(place), port, durable))
  const pid = server.pid as number
  const release = guard('database', pid)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve())).then(release)
  await readiness(server, place)
  server.unref()
  return {
    ended,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) await stopPostmaster(pid)
      await ended
    },
  }
}

export function clusterOf(place: PostgresPlace): string {
  return join(place.folder, 'cluster')
}

async function spawnServer(place: PostgresPlace, args: string[]): Promise<ChildProcess> {
  const log = await openLog(place)
  try {
    const server = spawn(place.binaries.postgres, args, {
      ...place.user,
      cwd: place.folder,
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C', PGTZ: 'UTC' },
      stdio: ['ignore', 'ignore', log],
    })
    await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject))
    return server
  } finally {
    closeSync(log)
  }
}

async function openLog(place: PostgresPlace): Promise<number> {
  const file = logOf(place)
  const log = openSync(file, 'a', 0o600)
  if (statSync(file).size > LOG_LIMIT) await truncate(file)
  return log
}

async function readiness(server: ChildProcess, place: PostgresPlace): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) throw await lastWords(place)
    if (await isReady(clusterOf(place), server.pid as number)) return
    await pause(15)
  }
  await stopPostmaster(server.pid as number)
  throw new Refusal(`The database server did not get ready; its log is ${logOf(place)}.`)
}

async function lastWords(place: PostgresPlace): Promise<Refusal> {
  const log = await readFile(logOf(place), 'utf8').catch(() => '')
  const fatal = log.split('\n').findLast((line) => line.includes('FATAL:'))
  const reason = fatal?.split('FATAL:')[1]?.trim() ?? `see ${logOf(place)}`
  return new Refusal(`The database server could not start: ${reason}.`)
}

function logOf(place: PostgresPlace): string {
  return join(place.folder, 'server.log')
}
