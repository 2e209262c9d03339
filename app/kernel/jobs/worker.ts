import { setMaxListeners } from 'node:events'
import type { Job } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import type { Envelope } from '#kernel/events/envelope'
import { hear } from '#kernel/events/hearing'
import { OutboxRelay } from '#kernel/events/outbox_relay'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { JobQueue } from './job_queue.ts'
import { type Outcome, logRun } from './job_log.ts'
import { type QueueName, queues } from './queues.ts'

/** How many jobs of a queue this process does at once, and how many of them for one agency. */
interface Lanes {
  queue: QueueName
  lanes: number
  perAgency: number
}

/** What remains of `lanes` when agencies are at their limit is free for everybody else. */
const LISTENING: Lanes = { queue: queues.listeners.name, lanes: 6, perAgency: 2 }
const LONG: Lanes = { queue: queues.longJobs.name, lanes: 3, perAgency: 1 }

/** Seconds after which a lane looks for jobs without having been woken. */
const POLL = 2
/** Milliseconds that running jobs get to finish before they are handed back. */
const PATIENCE = 20_000

/**
 * One process' share of the work: passes events on, lets listeners hear them, runs jobs by the
 * clock. Any number of workers may run; each job is done by one of them.
 */
export class Worker {
  readonly #ending = new AbortController()
  readonly #queue = new JobQueue()
  readonly #relay = new OutboxRelay(this.#queue.boss)
  #stopped: Promise<void> | null = null

  constructor() {
    setMaxListeners(100, this.#ending.signal)
  }

  async start(): Promise<void> {
    await noticeBoard.open()
    await this.#queue.open()
    await this.#relay.start()
    await this.#serve<Envelope>(LISTENING, (job) => this.#hear(job))
    await this.#serve<Envelope>(LONG, (job) => this.#hear(job))
  }

  /**
   * Takes no more jobs, lets the running ones finish and hands the rest back. `abandon` hands
   * everything back at once.
   */
  stop({ abandon = false }: { abandon?: boolean } = {}): Promise<void> {
    this.#stopped ??= this.#end(abandon ? 0 : PATIENCE)
    return this.#stopped
  }

  async #end(patience: number): Promise<void> {
    await this.#relay.stop()
    this.#ending.abort(new HandedBack())
    await this.#queue.close({ patience })
  }

  async #serve<Facts extends object>(
    { queue, lanes, perAgency }: Lanes,
    work: (job: Job<Facts>) => Promise<unknown>
  ): Promise<void> {
    const options = {
      pollingIntervalSeconds: POLL,
      localConcurrency: lanes,
      localGroupConcurrency: perAgency,
    }
    await this.#queue.boss.work<Facts>(queue, options, async ([job]) => {
      await work(job)
      // There may be more where this one came from.
      this.#queue.wake(queue)
    })
  }

  #hear(job: Job<Envelope>): Promise<Outcome> {
    const number = job.retryCount + 1
    const signal = AbortSignal.any([job.signal, this.#ending.signal])
    const { listener, event } = job.data
    return logRun({ job: listener, tenantId: event.tenantId, attempt: number }, () =>
      hear(job.data, { number, signal })
    ).catch((error) => {
      if (!(error instanceof HandedBack))
        logger.error({ err: error, job: listener, event: event.id }, 'jobs: a listener failed')
      throw error
    })
  }
}

/** This process ends: another one goes on with the job. */
class HandedBack extends Error {
  override name = 'HandedBack'
}
