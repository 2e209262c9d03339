import type { Job } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import type { Envelope } from '#kernel/events/envelope'
import { hear } from '#kernel/events/hearing'
import { OutboxRelay } from '#kernel/events/outbox_relay'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import './host_schedules.ts'
import { type AgencyShare, fire, runShare } from './firing.ts'
import { JobQueue } from './job_queue.ts'
import { HandedBack, type Outcome, describe, logRun } from './job_log.ts'
import { type QueueName, queues } from './queues.ts'
import { type Moment, Scheduler } from './scheduler.ts'

/**
 * How many jobs of a queue this process does at once, and how many of them for one agency: the
 * other lanes are free for everybody else.
 */
interface Lanes {
  queue: QueueName
  lanes: number
  perAgency: number
}

const LISTENING: Lanes = { queue: queues.listeners.name, lanes: 6, perAgency: 2 }
const LONG: Lanes = { queue: queues.longJobs.name, lanes: 3, perAgency: 1 }
const SHARES: Lanes = { queue: queues.agencyJobs.name, lanes: 2, perAgency: 1 }
const MOMENTS: Lanes = { queue: queues.schedules.name, lanes: 2, perAgency: 1 }

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
  readonly #scheduler = new Scheduler(this.#queue.boss)
  #stopped: Promise<void> | null = null

  async start(): Promise<void> {
    await noticeBoard.open()
    await this.#queue.open({ rescue: true })
    await this.#scheduler.start()
    await this.#relay.start()
    await this.#serve<Envelope>(LISTENING, (job) => this.#hear(job))
    await this.#serve<Envelope>(LONG, (job) => this.#hear(job))
    await this.#serve<AgencyShare>(SHARES, (job) => runShare(job))
    await this.#serve<Moment>(MOMENTS, (job) => fire(this.#queue.boss, job))
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
    this.#scheduler.stop()
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
      await work(job).catch((error) => this.#fail(job, error))
      // There may be more where this one came from.
      this.#queue.wake(queue)
    })
  }

  #hear({ data, retryCount, signal }: Job<Envelope>): Promise<Outcome> {
    const attempt = {
      number: retryCount + 1,
      signal: AbortSignal.any([signal, this.#ending.signal]),
    }
    const facts = { job: data.listener, tenantId: data.event.tenantId, attempt: attempt.number }
    return logRun(facts, () => hear(data, attempt))
  }

  /** The log hears all; what is kept with the job holds no sentence that quotes a person. */
  #fail(job: Job<object>, error: unknown): never {
    if (!(error instanceof HandedBack))
      logger.error({ err: error, queue: job.name, job: job.id }, 'jobs: a run failed')
    throw new Error(describe(error))
  }
}
