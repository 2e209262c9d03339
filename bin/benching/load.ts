import autocannon from 'autocannon'
import pg from 'pg'
import type { AddedAgency } from './agencies.ts'
import type { Statement } from './statements.ts'
import type { WebProcess } from './web_process.ts'

export interface Rate {
  perSecond: number
  p50: number
  p99: number
  /** CPU that the web processes used for a request; unknown without /proc. */
  cpuMs?: number
}

const CONNECTIONS = 16
const WARM_UP_S = 8
const SECONDS = 10

export type Visitor = { host: string; cookie: string }

/** Asks every agency in turn for a page, through one or several processes. */
export async function httpRate(
  processes: WebProcess[],
  path: string,
  visitors: Visitor[]
): Promise<Rate> {
  const ports = processes.map(({ port }) => port)
  const requests = visitors.map((headers) => ({ method: 'GET' as const, path, headers }))
  await shoot(ports, requests, WARM_UP_S)
  const before = await cpuOf(processes)
  const result = together(await shoot(ports, requests, SECONDS))
  const spent = (await cpuOf(processes)) - before
  if (result.non2xx + result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} answers were not 200, ${result.errors} failed`)
  const { p50, p99 } = result.latency
  const { total } = result.requests
  return { perSecond: total / SECONDS, p50, p99, cpuMs: spent / total }
}

async function cpuOf(processes: WebProcess[]): Promise<number> {
  const each = await Promise.all(processes.map((one) => one.cpu()))
  return each.reduce((sum, one) => sum + one, 0)
}

function shoot(
  ports: number[],
  requests: autocannon.Request[],
  duration: number
): Promise<autocannon.Result[]> {
  const options = { connections: CONNECTIONS / ports.length, duration, requests }
  return Promise.all(
    ports.map((port) =>
      autocannon({
        url: `http://127.0.0.1:${port}`,
        ...options,
        skipAggregateResult: true,
      } as autocannon.Options)
    )
  )
}

/** Its types do not know that it can add several generators up. */
function together(results: autocannon.Result[]): autocannon.Result {
  const { aggregateResult } = autocannon as unknown as {
    aggregateResult(results: autocannon.Result[], options: object): autocannon.Result
  }
  const url = 'http://127.0.0.1'
  return aggregateResult(results, { url, connections: CONNECTIONS, duration: SECONDS })
}

/** The same statements without anything around them, as fast as a plain client can ask. */
export async function rawRate(
  databaseUrl: string,
  statements: Statement[],
  { agencies, connections }: { agencies: AddedAgency[]; connections: number }
): Promise<Rate> {
  const scripts = agencies.map((agency) => rewritten(statements, agencies[0], agency))
  const lanes = (seconds: number) =>
    Promise.all(
      Array.from({ length: connections }, (_, start) =>
        rawLane(databaseUrl, scripts, { start, seconds })
      )
    )
  await lanes(WARM_UP_S)
  const took = (await lanes(SECONDS)).flat().sort((a, b) => a - b)
  const [p50, p99] = [0.5, 0.99].map((part) => took[Math.floor(took.length * part)])
  return { perSecond: took.length / SECONDS, p50, p99 }
}

/** How long each turn took, in milliseconds. */
async function rawLane(
  databaseUrl: string,
  scripts: Statement[][],
  { start, seconds }: { start: number; seconds: number }
): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const took: number[] = []
  const until = performance.now() + seconds * 1000
  for (let turn = start; performance.now() < until; turn++) {
    const began = performance.now()
    for (const { text, values } of scripts[turn % scripts.length]) await client.query(text, values)
    took.push(performance.now() - began)
  }
  await client.end()
  return took
}

function rewritten(statements: Statement[], from: AddedAgency, to: AddedAgency): Statement[] {
  const [before, after] = [from, to].map(({ id }) => id.replaceAll('-', ''))
  return statements.map(({ text, values }) => ({
    text: text.replaceAll(before, after),
    values: values.map((value) => value?.replaceAll(before, after) ?? null),
  }))
}
