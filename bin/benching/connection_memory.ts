import { readFile } from 'node:fs/promises'
import type { Ground } from './ground.ts'
import { type Figure, type Scenario, below, figure } from './figures.ts'

const AGENCIES = 1_000

export default {
  name: 'connection_memory',
  title: `Memory of a database connection that served ${AGENCIES.toLocaleString('en')} agencies`,

  async run(ground: Ground): Promise<Figure[]> {
    const agencies = await ground.agencies(AGENCIES)
    const ids = agencies.map(({ id }) => id)
    if (!(await residentMegabytes(process.pid))) return []
    const kept = await serveAll(ids, 'kept')
    const retired = await serveAll(ids, 'retired')
    return [
      below(200, figure('connections that retire, the fattest', retired.fattest, 'MB')),
      figure('connections that retire: used one after the other', retired.connections, ''),
      figure('one connection that never retires', kept.fattest, 'MB'),
    ]
  },
} satisfies Scenario

/** Looks at every table of each agency through the app's own pool of one connection. */
async function serveAll(ids: string[], mode: 'kept' | 'retired') {
  const { default: config } = await import('#config/tenancy')
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { tenancy } = await import('#kernel/tenancy/tenancy')
  const { tenantDirectory } = await import('#kernel/tenancy/tenant_directory')
  const { agenciesPerConnection } = config
  if (mode === 'kept') config.agenciesPerConnection = Number.POSITIVE_INFINITY
  await db.manager.close('tenant')
  const weights = new Map<number, number>()
  for (const id of ids) {
    const tenant = await tenantDirectory.byId(id)
    const pid = await tenancy.run(tenant!, touchEveryTable, { readOnly: true })
    weights.set(pid, await residentMegabytes(pid))
  }
  config.agenciesPerConnection = agenciesPerConnection
  await db.manager.close('tenant')
  return { fattest: Math.max(...weights.values()), connections: weights.size }
}

async function touchEveryTable(): Promise<number> {
  const { unitSql } = await import('#kernel/tenancy/sql')
  const { rows: tables } = await unitSql<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = current_schema()'
  )
  for (const { name } of tables) await unitSql(`select * from "${name}" limit 1`)
  const { rows } = await unitSql<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0].pid
}

/** Memory of its own, without what is shared with the other backends; 0 where /proc is not there. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
