import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { filterOf, orderOf } from './odata_filter.ts'

export type Sent = Record<string, unknown> & { ListingKey: string; ModificationTimestamp: string }

const PUBLIC_KEY = 'ListingKey'

/**
 * A RESO Web API server as far as replication needs one: $filter, $orderby, $top, $skip, $select,
 * $expand=Media, $count, pages of its own with nextLink, bearer tokens, OAuth2, and bad moods.
 */
export class ResoServer {
  records: Sent[] = []
  /** What was asked, as people read it. */
  heard: string[] = []
  /** Tokens that open it. */
  tokens = new Set(['right-token'])
  client = { id: 'freehold', secret: 'client-secret', inBody: false }
  /** The most records that it sends at once. */
  most = 1_000
  /** What it answers before it answers properly. */
  moods: { status: number; headers?: Record<string, string>; body?: string }[] = []
  /** What becomes of an answer before it leaves. */
  bend: (answer: Record<string, unknown>) => Record<string, unknown> = (answer) => answer
  /** Called before a page is answered. */
  before: (asked: URL) => void | Promise<void> = () => {}

  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: Error) => {
      response.writeHead(400, JSON_TYPE).end(JSON.stringify({ error: { message: error.message } }))
    })
  })

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  reset(): void {
    this.records = []
    this.heard = []
    this.tokens = new Set(['right-token'])
    this.client = { id: 'freehold', secret: 'client-secret', inBody: false }
    this.most = 1_000
    this.moods = []
    this.bend = (answer) => answer
    this.before = () => {}
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/reso/odata`
  }

  get tokenUrl(): string {
    return this.url.replace('/reso/odata', '/oauth2/token')
  }

  /** Changes a record as an agent at the other end does. */
  change(key: string, said: Record<string, unknown>, at: string): void {
    const record = this.records.find(({ ListingKey }) => ListingKey === key)!
    Object.assign(record, said, { ModificationTimestamp: at })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url!, this.url)
    if (asked.pathname === '/oauth2/token') return this.#giveToken(request, response)
    if (!this.tokens.has(String(request.headers.authorization).replace('Bearer ', '')))
      return void response.writeHead(401, JSON_TYPE).end('{"error":{"message":"no"}}')
    this.heard.push(decodeURIComponent(asked.search.slice(1)))
    const mood = this.moods.shift()
    if (mood) return void response.writeHead(mood.status, mood.headers).end(mood.body)
    if (asked.pathname !== '/reso/odata/Property') return void response.writeHead(404).end('{}')
    await this.before(asked)
    const answer = JSON.stringify(this.bend(this.#page(asked)))
    response.writeHead(200, JSON_TYPE).end(answer)
  }

  #page(asked: URL): Record<string, unknown> {
    const { $filter, $orderby, $top, $skip, $count } = Object.fromEntries(asked.searchParams)
    const test = $filter ? filterOf($filter) : () => true
    const order = $orderby?.split(/\s*,\s*/) ?? [PUBLIC_KEY]
    const all = this.records.filter(test).toSorted((one, other) => compared(one, other, order))
    const skip = Number($skip ?? 0)
    const wanted = all.slice(skip, $top ? skip + Number($top) : undefined)
    const sent = wanted.slice(0, this.most)
    return {
      '@odata.context': `${this.url}/$metadata#Property`,
      ...($count === 'true' && { '@odata.count': all.length }),
      'value': sent.map((one) => shown(one, asked.searchParams)),
      ...(sent.length < wanted.length && { '@odata.nextLink': this.#next(asked, sent.length) }),
    }
  }

  #next(asked: URL, sent: number): string {
    const next = new URL(asked)
    const { $top, $skip } = Object.fromEntries(asked.searchParams)
    next.searchParams.set('$skip', String(Number($skip ?? 0) + sent))
    if ($top) next.searchParams.set('$top', String(Number($top) - sent))
    return next.href
  }

  async #giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const isRight = request.method === 'POST' && this.#isClient(request, form)
    if (!isRight) return void response.writeHead(401, JSON_TYPE).end('{"error":"invalid_client"}')
    const token = `given-${this.tokens.size}`
    this.tokens.add(token)
    const answer = { access_token: token, token_type: 'Bearer', expires_in: 3600 }
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(answer))
  }

  #isClient({ headers }: IncomingMessage, form: URLSearchParams): boolean {
    const { id, secret, inBody } = this.client
    if (form.get('grant_type') !== 'client_credentials') return false
    if (inBody) return form.get('client_id') === id && form.get('client_secret') === secret
    return headers.authorization === `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  }
}

const JSON_TYPE = { 'content-type': 'application/json;odata.metadata=minimal' }

function compared(one: Sent, other: Sent, order: string[]): number {
  const orders = order.map((field) => orderOf(one[field], other[field]))
  return orders.find((each) => each !== 0) ?? 0
}

/** Media come only where they are asked for; of a selection, only what was selected. */
function shown({ Media, ...record }: Sent, asked: URLSearchParams): Record<string, unknown> {
  const selected = asked.get('$select')?.split(',')
  const said = selected
    ? Object.fromEntries(Object.entries(record).filter(([name]) => selected.includes(name)))
    : record
  return asked.get('$expand') === 'Media' ? { ...said, Media } : said
}
