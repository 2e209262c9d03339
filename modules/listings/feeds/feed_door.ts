import { setTimeout as wait } from 'node:timers/promises'
import type { OutwardAnswer } from '#kernel/http/outward_fetch'
import { askOutward } from './ask_outward.ts'
import type { FeedAccess } from './feed_access.ts'
import { FeedFault } from './feed_fault.ts'
import { tokenFor } from './feed_token.ts'
import { secondsToWait } from './retry_after.ts'

const TRIES = 4
const LONGEST_WAIT = 60

interface Manner {
  signal?: AbortSignal
  /** How often a server that is busy is asked. */
  tries?: number
}

export interface FeedPage {
  records: Record<string, unknown>[]
  /** Where the server says that it goes on. */
  next: string | null
  /** How many there are in all, where that was asked. */
  count: number | null
}

/** Asks a feed's server, with a token, and again where it is busy. */
export class FeedDoor {
  #token: string | null = null

  constructor(
    private readonly access: FeedAccess,
    private readonly manner: Manner = {}
  ) {}

  async page(url: string): Promise<FeedPage> {
    const answer = await this.#answer(url)
    return pageIn(answer, new URL(this.access.collection).origin)
  }

  async #answer(url: string): Promise<OutwardAnswer> {
    const tries = this.manner.tries ?? TRIES
    for (let tried = 1; ; tried++) {
      const answer = await this.#ask(url)
      if (answer.status === 200) return answer
      const isBusy = answer.status === 429 || answer.status >= 500
      if (!isBusy) throw faultOf(answer.status)
      const seconds = secondsToWait(answer.headers['retry-after'], tried)
      if (tried >= tries || seconds > LONGEST_WAIT) throw faultOf(answer.status, seconds)
      await wait(seconds * 1000, undefined, { signal: this.manner.signal })
    }
  }

  /** A token may have run out meanwhile: then another one is asked for, once. */
  async #ask(url: string): Promise<OutwardAnswer> {
    const isFresh = this.#token === null
    const answer = await this.#get(url)
    if (answer.status !== 401 || isFresh || this.access.auth === 'bearer') return answer
    this.#token = null
    return this.#get(url)
  }

  async #get(url: string): Promise<OutwardAnswer> {
    this.#token ??= await tokenFor(this.access)
    const headers = { authorization: `Bearer ${this.#token}`, accept: 'application/json' }
    return askOutward(url, { headers, near: this.access.near })
  }
}

function faultOf(status: number, seconds = 0): FeedFault {
  if (status === 401 || status === 403) return new FeedFault('unauthorized')
  if (status === 404) return new FeedFault('not_found')
  if (status === 429) return new FeedFault('busy', { seconds })
  return status < 500
    ? new FeedFault('bad_question', { status })
    : new FeedFault('server_error', { status, seconds })
}

function pageIn({ body, url }: OutwardAnswer, origin: string): FeedPage {
  const { value: records, ...others } = jsonIn(body)
  if (!Array.isArray(records) || !records.every(isObject)) throw new FeedFault('not_odata')
  const count = others['@odata.count']
  return {
    records,
    next: nextIn(others['@odata.nextLink'], url, origin),
    count: Number.isInteger(count) ? Number(count) : null,
  }
}

/** Nobody is sent with our token to a server that we were not told of. */
function nextIn(link: unknown, from: string, origin: string): string | null {
  const next = typeof link === 'string' ? URL.parse(link, from) : null
  if (next && next.origin !== origin) throw new FeedFault('other_origin', { host: next.host })
  return next?.href ?? null
}

function jsonIn(body: Buffer): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'))
    if (isObject(answer)) return answer
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new FeedFault('not_odata')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
