import pg from 'pg'
import type { Db } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import { noticeBoard } from '#kernel/tenancy/notice_board'

const readers = new Set<(queue: string) => void>()
noticeBoard.on('freehold_jobs', (queue) => readers.forEach((read) => read(queue)))

/**
 * pg-boss' own few connections. Nothing is set for the session, so a pooler in transaction mode
 * may sit between; what is enqueued is heard over the notice board instead of a LISTEN here.
 */
export class JobConnections implements Db {
  readonly #pool: pg.Pool
  #wake: (queue: string) => void = () => {}

  constructor(connectionString: string | undefined) {
    this.#pool = new pg.Pool({ connectionString, max: 4, application_name: 'freehold-jobs' })
    this.#pool.on('error', (error) => logger.warn({ err: error }, 'jobs: a connection broke'))
  }

  executeSql(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    return this.#pool.query(sql, values)
  }

  async listen(_channel: string, wake: (queue: string) => void) {
    this.#wake = wake
    readers.add(wake)
    return { close: async () => void readers.delete(wake) }
  }

  /** Lets this process' lanes of the queue look for jobs now. */
  wake(queue: string): void {
    this.#wake(queue)
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}
