import { type JobInsert, type PgBoss, fromKnex } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { jobId, onOutboxNotice } from '#kernel/jobs/job_queue'
import { Pulse } from '#kernel/jobs/pulse'
import { type QueueName, queues } from '#kernel/jobs/queues'
import { announce, coreSql, coreTransaction } from '#kernel/tenancy/sql'
import type { Envelope } from './envelope.ts'
import { type RegisteredListener, listenersOf, readListeners } from './listener_registry.ts'
import type { HeardEvent } from './listener.ts'

const BATCH = 200
const POLL = 1_000

/**
 * Hands what agencies told over to pg-boss. Rows are claimed with SKIP LOCKED, deleted and
 * enqueued in one transaction: any number of relays may run, and one that dies half-way has done
 * nothing. Rows are deleted rather than passed by a cursor, which would lose the event of a unit
 * that commits late.
 */
export class OutboxRelay {
  readonly #boss: PgBoss
  #stopped = false
  #loop: Promise<void> = Promise.resolve()
  readonly #pulse = new Pulse()
  #unsubscribe: () => void = () => {}

  constructor(boss: PgBoss) {
    this.#boss = boss
  }

  async start(): Promise<void> {
    await readListeners()
    this.#unsubscribe = onOutboxNotice(() => this.#pulse.beat())
    this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#unsubscribe()
    this.#pulse.beat()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const moved = await relayBatch(this.#boss).catch((error) => {
        logger.error({ err: error }, 'relay: could not pass events on')
        return 0
      })
      if (moved < BATCH && !this.#stopped) await this.#pulse.sleep(POLL)
    }
  }
}

/** Passes the oldest events on; answers how many. `readListeners` must have been called. */
export function relayBatch(boss: PgBoss): Promise<number> {
  return coreTransaction(async (client) => {
    const events = await claim(client)
    const jobs = events.flatMap((event) => listenersOf(event.name).map((one) => jobFor(event, one)))
    for (const queue of [queues.listeners.name, queues.longJobs.name]) {
      const waiting = jobs.filter((job) => job.queue === queue).map(({ insert }) => insert)
      if (waiting.length === 0) continue
      await boss.insert(queue, waiting, { db: fromKnex(client.getWriteClient()) })
      await announce('freehold_jobs', queue, client)
    }
    return events.length
  })
}

function jobFor(event: HeardEvent, { listener }: RegisteredListener) {
  const queue: QueueName = listener.kind === 'job' ? queues.longJobs.name : queues.listeners.name
  const insert: JobInsert<Envelope> = {
    id: jobId(event.id, listener.name),
    data: { listener: listener.name, event },
    group: { id: event.tenantId },
  }
  return { queue, insert }
}

async function claim(client: QueryClientContract): Promise<HeardEvent[]> {
  const { rows } = await coreSql<HeardEvent>(
    `with taken as (
       delete from outbox where id in (select id from outbox order by id limit ? for update skip locked)
       returning *)
     select id, name, version, payload, tenant_id as "tenantId", actor_id as "actorId", actor_kind as "actorKind",
            on_behalf_of as "onBehalfOf", causation_id as "causationId", created_at as "toldAt"
       from taken order by id`,
    [BATCH],
    client
  )
  return rows
}
