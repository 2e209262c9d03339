import { createHash } from 'node:crypto'
import { PgBoss, type ConstructorOptions } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import env from '#start/env'
import { JobConnections } from './job_connections.ts'
import { type QueueName, queues } from './queues.ts'

/** pg-boss under the app's login: its tables and queues are the owner's, so it migrates nothing. */
export class JobQueue {
  readonly boss: PgBoss
  readonly #connections: JobConnections

  constructor(options: ConstructorOptions = {}) {
    this.#connections = new JobConnections(env.get('DATABASE_URL'))
    this.boss = new PgBoss({
      db: this.#connections,
      schema: 'pgboss',
      useListenNotify: true,
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 10,
      cronWorkerIntervalSeconds: 2,
      ...options,
    })
    this.boss.on('error', (error) => logger.error({ err: error }, 'jobs: the queue reports'))
  }

  /** `rescue`: gives jobs whose worker died to others now, not only at the next round. */
  async open({ rescue = false } = {}): Promise<void> {
    await this.boss.start()
    if (rescue) await this.boss.supervise()
  }

  /** Lets this process look for jobs of the queue without waiting. */
  wake(queue: QueueName): void {
    this.#connections.wake(queue)
  }

  async close({ patience }: { patience: number }): Promise<void> {
    await this.boss.stop({ graceful: patience > 0, timeout: patience })
    await this.#connections.close()
  }
}

/** Makes or changes the queues, with the owner's rights. */
export async function installQueues(boss: PgBoss): Promise<void> {
  for (const { name, ...options } of Object.values(queues)) {
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
}

/** The same facts always give the same id, so that one thing is never enqueued twice. */
export function jobId(...facts: string[]): string {
  const hex = createHash('sha256').update(facts.join('\n')).digest('hex')
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
    .join('-')
}

const readers = new Set<() => void>()
noticeBoard.on('freehold_outbox', () => readers.forEach((read) => read()))

/** Calls `reader` whenever some process told an event; answers how to end that. */
export function onOutboxNotice(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}
