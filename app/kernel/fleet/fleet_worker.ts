import logger from '@adonisjs/core/services/logger'
import type pg from 'pg'
import { Listening } from '#kernel/tenancy/listening'
import { ownerPool, ownerUrl } from './owner.ts'

export interface FleetTask {
  id: string
  tenantId: string | null
  kind: string
  facts: Record<string, unknown>
  attempts: number
}

/**
 * Does one kind of the owner's work inside the task's transaction. Throwing undoes it and the
 * task is tried again; `gaveUp` then says what to do after the last attempt.
 */
export interface FleetWork {
  handle(client: pg.ClientBase, task: FleetTask): Promise<Record<string, unknown> | void>
  gaveUp?(client: pg.ClientBase, task: FleetTask): Promise<void>
}

const works = new Map<string, FleetWork>()
const MOST_ATTEMPTS = 5

export function registerFleetWork(kind: string, work: FleetWork): void {
  works.set(kind, work)
}

/**
 * Claims tasks one after the other in `loops` parallel loops. A claim is a row lock held for as
 * long as the work takes: a worker that dies releases it, and another one does the task anew.
 */
export class FleetWorker {
  #listening = new Listening({
    url: ownerUrl,
    channels: () => ['freehold_fleet'],
    hear: () => this.#wakeAll(),
    returned: () => this.#wakeAll(),
  })
  #stopped = false
  #wake: (() => void)[] = []
  #loops: Promise<void>[] = []

  async start(loops = 4): Promise<void> {
    await this.#listening.open()
    this.#loops = Array.from({ length: loops }, () => this.#loop())
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#wakeAll()
    await Promise.all(this.#loops)
    await this.#listening.close()
  }

  #wakeAll(): void {
    const sleepers = this.#wake
    this.#wake = []
    sleepers.forEach((wake) => wake())
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      const worked = await workOnce().catch((error) => {
        logger.error({ err: error }, 'fleet: could not claim a task')
        return false
      })
      if (!worked && !this.#stopped) await this.#sleep()
    }
  }

  /** Until a notice comes, or a second has passed: delayed retries announce themselves to nobody. */
  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 1_000)
      this.#wake.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

/** Claims and does one task; false when none was waiting. */
export async function workOnce(): Promise<boolean> {
  const client = await ownerPool().connect()
  try {
    await client.query('begin')
    const worked = await claimAndWork(client)
    await client.query('commit')
    return worked
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** The same inside the caller's transaction: until it commits, nothing has happened. */
export async function claimAndWork(client: pg.ClientBase): Promise<boolean> {
  const task = await claim(client)
  if (task) await settle(client, task)
  return task !== null
}

async function claim(client: pg.ClientBase): Promise<FleetTask | null> {
  const { rows } = await client.query<FleetTask>(
    `select id, tenant_id as "tenantId", kind, facts, attempts from core.fleet_tasks
      where status = 'waiting' and run_after <= now() order by created_at limit 1 for update skip locked`
  )
  return rows[0] ?? null
}

async function settle(client: pg.ClientBase, task: FleetTask): Promise<void> {
  await client.query('savepoint work')
  try {
    if (task.tenantId)
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [task.tenantId])
    const answer = await doWork(client, task)
    await finish(client, task, { status: 'done', error: null, answer })
  } catch (error) {
    logger.error({ err: error, task: task.id, kind: task.kind }, 'fleet: task failed')
    await client.query('rollback to savepoint work')
    await postpone(client, task, error instanceof Error ? error.message : String(error))
  }
}

async function doWork(client: pg.ClientBase, task: FleetTask): Promise<Record<string, unknown>> {
  const work = works.get(task.kind)
  if (!work) throw new Error(`No fleet work is called "${task.kind}"`)
  return (await work.handle(client, task)) ?? {}
}

async function postpone(client: pg.ClientBase, task: FleetTask, error: string): Promise<void> {
  if (task.attempts + 1 >= MOST_ATTEMPTS) {
    await works.get(task.kind)?.gaveUp?.(client, task)
    return finish(client, task, { status: 'failed', error, answer: {} })
  }
  await client.query(
    `update core.fleet_tasks set attempts = attempts + 1, error = $2, updated_at = now(),
            run_after = now() + make_interval(secs => 0.2 * power(3, attempts)) where id = $1`,
    [task.id, error]
  )
}

async function finish(
  client: pg.ClientBase,
  task: FleetTask,
  {
    status,
    error,
    answer,
  }: { status: string; error: string | null; answer: Record<string, unknown> }
): Promise<void> {
  await client.query(
    `update core.fleet_tasks set status = $2, error = $3, answer = $4, attempts = attempts + 1, updated_at = now() where id = $1`,
    [task.id, status, error, JSON.stringify(answer)]
  )
  await client.query('select pg_notify($1, $2)', ['freehold_fleet_done', task.id])
}
