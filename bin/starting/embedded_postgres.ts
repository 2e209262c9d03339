import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free_port.ts'
import { ensureCluster } from './postgres_cluster.ts'
import { DATABASE, ensureOwner, ownerUrl, superuserUrl } from './postgres_owner.ts'
import { settlePlace } from './postgres_place.ts'
import { readSecrets, saveSecrets } from './postgres_secrets.ts'
import { clusterOf, runServer } from './postgres_server.ts'
import { clearOrphan } from './postmaster.ts'
import type { PostgresPlace } from './postgres_place.ts'
import type { PostgresSecrets } from './postgres_secrets.ts'
import type { PostgresServer } from './postgres_server.ts'

const ATTEMPTS = 5

export interface PostgresOptions {
  /** Holds the cluster, its passwords and its log. An existing one is used again. */
  folder: string
  /** False gives up safety against power cuts for speed; for tests. */
  durable: boolean
}

export interface RunningPostgres {
  /** A role that may create roles and owns the database `freehold`; no superuser. */
  ownerUrl: string
  /** The superuser, connected to the database `freehold`. */
  superuserUrl: string
  port: number
  /** Where the files really lie: not in `folder` when the database's user cannot reach that. */
  folder: string
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

interface Order {
  place: PostgresPlace
  secrets: PostgresSecrets
  durable: boolean
}

interface Served {
  server: PostgresServer
  port: number
}

/**
 * Starts a PostgreSQL server of our own on a loopback port, creating it on first use and ending
 * an orphan of a killed start. It ends with this process, even when that is killed.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await settlePlace(resolve(options.folder))
  const secrets = await readSecrets(place.folder)
  await clearOrphan(clusterOf(place))
  await ensureCluster(place, secrets.superuserPassword)
  const { server, port } = await serve({ place, secrets, durable: options.durable })
  await ensureOwner(port, secrets)
  return {
    ownerUrl: ownerUrl(port, secrets),
    superuserUrl: superuserUrl(port, secrets, DATABASE),
    port,
    folder: place.folder,
    ended: server.ended,
    async stop() {
      await server.stop()
      // Whoever asked for a throw-away cluster deletes `folder`, and would not find this one.
      if (!options.durable && place.isElsewhere) await erase(place)
    },
  }
}

/** Deletes a cluster with its passwords and its log, wherever they lie; the next start makes new ones. */
export async function erasePostgres(folder: string): Promise<void> {
  const place = await settlePlace(resolve(folder))
  await clearOrphan(clusterOf(place))
  await erase(place)
}

async function erase(place: PostgresPlace): Promise<void> {
  await rm(place.folder, { recursive: true, force: true })
}

/** Between picking a free port and taking it another program may be faster; then try again. */
async function serve(order: Order, attempt = 1): Promise<Served> {
  const { place, secrets, durable } = order
  const port = await freePort(attempt === 1 ? secrets.port : undefined)
  try {
    const server = await runServer(place, port, durable)
    if (port !== secrets.port) await saveSecrets(place.folder, { ...secrets, port })
    return { server, port }
  } catch (error) {
    if (attempt === ATTEMPTS) throw error
  }
  await pause(100 * attempt)
  return serve(order, attempt + 1)
}
