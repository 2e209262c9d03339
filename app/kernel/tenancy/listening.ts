import logger from '@adonisjs/core/services/logger'
import pg from 'pg'

const PAUSE = 500

interface Ears {
  url(): string | undefined
  /** Asked anew for each connection, since more may have come. */
  channels(): Iterable<string>
  hear(channel: string, text: string): void
  /** The connection was away, and notices may have been missed. */
  returned(): void
}

/**
 * Listens (LISTEN) on a connection of its own and comes back when that breaks: one try at a time,
 * for as long as it takes.
 */
export class Listening {
  readonly #ears: Ears
  #client: pg.Client | null = null
  #closed = false

  constructor(ears: Ears) {
    this.#ears = ears
  }

  /** Resolves when the first connection hears. */
  async open(): Promise<void> {
    this.#closed = false
    await this.#connect()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end().catch(() => {})
    this.#client = null
  }

  /** One more channel for the connection that is open. */
  add(channel: string): void {
    if (this.#client) void listen(this.#client, channel).catch(() => {})
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#ears.url(), keepAlive: true })
    client.on('notification', ({ channel, payload }) => this.#ears.hear(channel, payload ?? ''))
    client.on('error', () => client.end().catch(() => {}))
    try {
      await client.connect()
      for (const channel of this.#ears.channels()) await listen(client, channel)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    // Not before: a client that never got through says "end", too, and would be tried twice.
    client.on('end', () => this.#comeBackLater())
    this.#client = client
    if (this.#closed) await this.close()
  }

  #comeBackLater(): void {
    this.#client = null
    if (!this.#closed) setTimeout(() => this.#comeBack(), PAUSE)
  }

  async #comeBack(): Promise<void> {
    if (this.#closed) return
    try {
      await this.#connect()
      this.#ears.returned()
    } catch (error) {
      logger.warn({ err: error }, 'notices: still no connection')
      this.#comeBackLater()
    }
  }
}

async function listen(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
}
