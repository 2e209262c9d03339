import env from '#start/env'
import { Listening } from './listening.ts'

type Reader = (text: string) => void

/**
 * Hears what other processes announce (LISTEN/NOTIFY), over a direct connection: a pooler in
 * transaction mode cannot LISTEN. After a broken connection every `onGap` reader is told that
 * notices may have been missed.
 */
class NoticeBoard {
  #readers = new Map<string, Reader[]>()
  #gapReaders: (() => void)[] = []
  #isOpen = false
  #listening = new Listening({
    url: () => env.get('DATABASE_LISTEN_URL') ?? env.get('DATABASE_URL'),
    channels: () => this.#readers.keys(),
    hear: (channel, text) => this.#readers.get(channel)?.forEach((reader) => reader(text)),
    returned: () => this.#gapReaders.forEach((reader) => reader()),
  })

  on(channel: string, reader: Reader): void {
    const known = this.#readers.get(channel)
    this.#readers.set(channel, [...(known ?? []), reader])
    if (!known) this.#listening.add(channel)
  }

  onGap(reader: () => void): void {
    this.#gapReaders.push(reader)
  }

  /** Starts listening; resolves when the first connection hears. */
  async open(): Promise<void> {
    if (this.#isOpen) return
    this.#isOpen = true
    await this.#listening.open()
  }

  async close(): Promise<void> {
    this.#isOpen = false
    await this.#listening.close()
  }
}

export const noticeBoard = new NoticeBoard()
