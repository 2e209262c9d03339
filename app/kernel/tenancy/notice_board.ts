import pg from 'pg'
import logger from '@adonisjs/core/services/logger'
import env from '#start/env'

type Reader = (text: string) => void

/**
 * Hears what other processes announce (LISTEN/NOTIFY), over a direct connection: a pooler in
 * transaction mode cannot LISTEN. After a broken connection every `onGap` reader is told that
 * notices may have been missed.
 */
class NoticeBoard {
  #readers = new Map<string, Reader[]>()
  #gapReaders: (() => void)[] = []
  #client: pg.Client | null = null
  #closed = true

  on(channel: string, reader: Reader): void {
    const known = this.#readers.get(channel)
    this.#readers.set(channel, [...(known ?? []), reader])
    if (!known) void this.#client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => {})
  }

  onGap(reader: () => void): void {
    this.#gapReaders.push(reader)
  }

  /** Starts listening; resolves when the first connection hears. */
  async open(): Promise<void> {
    if (!this.#closed) return
    this.#closed = false
    await this.#connect()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end().catch(() => {})
    this.#client = null
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: env.get('DATABASE_LISTEN_URL') ?? env.get('DATABASE_URL'),
      keepAlive: true,
    })
    client.on('notification', (notice) => this.#read(notice.channel, notice.payload ?? ''))
    client.on('error', () => client.end().catch(() => {}))
    client.on('end', () => this.#reconnect())
    await client.connect()
    for (const channel of this.#readers.keys())
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    this.#client = client
  }

  #read(channel: string, text: string): void {
    for (const reader of this.#readers.get(channel) ?? []) reader(text)
  }

  #reconnect(): void {
    if (this.#closed) return
    this.#client = null
    setTimeout(() => {
      if (this.#closed) return
      this.#connect()
        .then(() => this.#gapReaders.forEach((reader) => reader()))
        .catch((error) => {
          logger.warn({ err: error }, 'notices: still no connection')
          this.#reconnect()
        })
    }, 500)
  }
}

export const noticeBoard = new NoticeBoard()
