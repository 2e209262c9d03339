import { type Figure, above, figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { type Rate, type Visitor, httpRate, rawRate } from './load.ts'
import { logStatements, statementsDuring } from './statements.ts'
import { get, inUnit, settle, visitorOf, withWeb } from './visits.ts'

export interface MeasuredPage {
  path: string
  /** Fills the open unit's agency with what the page shows. */
  prepare(): Promise<void>
  /** A page that is fast because it is wrong counts nothing. */
  isRight(html: string): boolean
}

const AGENCIES = 20
/** As many as the pool of one web process holds. */
const RAW_CONNECTIONS = 8
const NOBODY = [{ host: 'freehold.localhost', cookie: '' }]

/** Requests per second of one page, signed in, agency after agency, and what limits them from above. */
export async function pageRate(ground: Ground, page: MeasuredPage): Promise<Figure[]> {
  const agencies = await ground.agencies(AGENCIES)
  for (const agency of agencies) await inUnit(agency, page.prepare)
  await settle(ground)
  const visitors = await Promise.all(agencies.map(visitorOf))
  const statements = await watched(ground, page, visitors[0])
  const lanes = { agencies, connections: RAW_CONNECTIONS }
  const raw = await rawRate(ground.databaseUrl, statements, lanes)
  const one = await throughWeb(ground, 1, { path: page.path, visitors })
  const two = await throughWeb(ground, 2, { path: page.path, visitors })
  return [
    figure('statements of one request', statements.length, ''),
    ...rateFigures('one process', one.page),
    ...rateFigures('two processes', two.page),
    ...rateFigures('the same statements in raw pg, one process', raw),
    figure('an empty route, one process', one.empty.perSecond, 'requests/s'),
    figure('an empty route, two processes', two.empty.perSecond, 'requests/s'),
    above(1_000, figure('aim: two processes', two.page.perSecond, 'requests/s')),
    above(0.5, figure('aim: one process', one.page.perSecond / raw.perSecond, 'of raw pg')),
  ]
}

function throughWeb(
  ground: Ground,
  count: number,
  { path, visitors }: { path: string; visitors: Visitor[] }
) {
  return withWeb(ground, count, async (processes) => ({
    page: await httpRate(processes, path, visitors),
    empty: await httpRate(processes, '/health/live', NOBODY),
  }))
}

function rateFigures(what: string, { perSecond, p50, p99, cpuMs }: Rate): Figure[] {
  return [
    figure(what, perSecond, 'requests/s'),
    figure(`${what}, p50`, p50, 'ms'),
    figure(`${what}, p99`, p99, 'ms'),
    ...(cpuMs ? [figure(`${what}, CPU of the web process for one`, cpuMs, 'ms')] : []),
  ]
}

/** What one request, with everything cached that can be, asks of the database. */
async function watched(ground: Ground, page: MeasuredPage, visitor: Visitor) {
  await logStatements(ground.superuserUrl, true)
  try {
    return await withWeb(ground, 1, async ([{ port }]) => {
      const look = () => assertRight(port, page, visitor)
      await look()
      return statementsDuring(ground, look)
    })
  } finally {
    await logStatements(ground.superuserUrl, false)
  }
}

async function assertRight(port: number, page: MeasuredPage, headers: Visitor): Promise<void> {
  const { text, status } = await get(port, page.path, headers)
  if (status !== 200 || !page.isRight(text))
    throw new Error(`${page.path} answered ${status}, and not the page:\n${text.slice(0, 600)}`)
}
