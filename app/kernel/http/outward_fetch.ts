import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { isOutward } from './outward_addresses.ts'

type Reason =
  | 'not_web'
  | 'not_outward'
  | 'unresolved'
  | 'too_many_redirects'
  | 'too_large'
  | 'too_slow'
  | 'broken'

/** Why an address was not fetched, or not to its end. */
export class OutwardRefusal extends Error {
  constructor(
    readonly reason: Reason,
    options?: ErrorOptions
  ) {
    super(`Outward fetch refused: ${reason}`, options)
    this.name = 'OutwardRefusal'
  }
}

export interface OutwardAnswer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  /** Where the answer came from in the end. */
  url: string
}

export interface OutwardLimits {
  headers?: Record<string, string>
  /** Sent as a form with POST; such an address may lead nowhere else. */
  form?: Record<string, string>
  /** Bytes. */
  most?: number
  /** Milliseconds for all of it, redirects included. */
  patience?: number
  redirects?: number
  /** Hosts with their ports that may be reached although they are near: specs name their own server. */
  near?: readonly string[]
}

const PORTS = new Set(['', '80', '443'])
const MOST = 20 * 1024 * 1024
const PATIENCE = 15_000
const REDIRECTS = 4
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/**
 * Gets what lies at an address that somebody gave us, and never anything from within our own walls.
 * A name is resolved once and the connection goes to that very address, so that no second answer can
 * lead elsewhere; a redirect is looked at like a new address, and takes no headers to another host.
 */
export async function outwardFetch(
  address: string,
  limits: OutwardLimits = {}
): Promise<OutwardAnswer> {
  const signal = AbortSignal.timeout(limits.patience ?? PATIENCE)
  let url = webAddress(address)
  let { headers } = limits
  for (let left = redirectsWithin(limits); ; left--) {
    const answer = await fetchOnce(url, { ...limits, headers }, signal)
    const next = redirectOf(answer)
    if (!next) return { ...answer, url: url.href }
    if (left === 0) throw new OutwardRefusal('too_many_redirects')
    const to = webAddress(next, url)
    if (to.origin !== url.origin) headers = undefined
    url = to
  }
}

function redirectsWithin({ form, redirects = REDIRECTS }: OutwardLimits): number {
  return form ? 0 : redirects
}

/** URLs write decimal, octal and hexadecimal addresses as plain ones, so that one look is enough. */
function webAddress(address: string, from?: URL): URL {
  const url = URL.parse(address, from)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new OutwardRefusal('not_web')
  return url
}

async function fetchOnce(url: URL, limits: OutwardLimits, signal: AbortSignal) {
  try {
    const ip = await outwardIp(url, limits.near ?? [])
    signal.throwIfAborted()
    return await answerFrom(await connected(url, ip, { ...limits, signal }), limits)
  } catch (error) {
    if (error instanceof OutwardRefusal) throw error
    throw new OutwardRefusal(signal.aborted ? 'too_slow' : 'broken', { cause: error })
  }
}

/** The one address to which the connection goes; a name that has any inner address has none. */
async function outwardIp(url: URL, near: readonly string[]): Promise<string> {
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host }] : await resolved(host)
  if (near.includes(url.host)) return found[0].address
  const isGood = PORTS.has(url.port) && found.every(({ address }) => isOutward(address))
  if (!isGood) throw new OutwardRefusal('not_outward')
  return found[0].address
}

async function resolved(host: string) {
  const found = await lookup(host, { all: true }).catch(() => [])
  if (found.length === 0) throw new OutwardRefusal('unresolved')
  return found
}

interface Asked extends Pick<OutwardLimits, 'headers' | 'form'> {
  signal: AbortSignal
}

function connected(
  url: URL,
  ip: string,
  { headers, form, signal }: Asked
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest
  const family = isIP(ip)
  ask(url, {
    method: form ? 'POST' : 'GET',
    headers: { 'user-agent': 'Freehold', ...(form && FORM), ...headers },
    signal,
    agent: false,
    lookup: (_host, options, answer) =>
      options.all ? answer(null, [{ address: ip, family }]) : answer(null, ip, family),
  })
    .on('response', resolve)
    .on('error', reject)
    .end(form && new URLSearchParams(form).toString())
  return promise
}

async function answerFrom(response: IncomingMessage, { most = MOST }: OutwardLimits) {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new OutwardRefusal('too_large')
    chunks.push(chunk)
  }
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  }
}

function redirectOf({ status, headers }: Pick<OutwardAnswer, 'status' | 'headers'>): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null
}
