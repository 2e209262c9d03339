import type { AddedAgency } from './agencies.ts'
import type { Ground } from './ground.ts'
import type { Visitor } from './load.ts'
import type { WebProcess } from './web_process.ts'

export async function inUnit<T>(agency: AddedAgency, work: () => Promise<T>): Promise<T> {
  const { tenancy } = await import('#kernel/tenancy/tenancy')
  const { tenantDirectory } = await import('#kernel/tenancy/tenant_directory')
  const tenant = await tenantDirectory.byId(agency.id)
  return tenancy.run(tenant!, work, { statementTimeout: 120_000 })
}

/** What autovacuum does within a minute of such a load. */
export async function settle(ground: Ground): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ground.superuserUrl })
  await client.connect()
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await client.end()
}

export async function visitorOf(agency: AddedAgency): Promise<Visitor> {
  const { CookieClient } = await import('@adonisjs/core/http')
  const { default: encryption } = await import('@adonisjs/core/services/encryption')
  const name = '__Host-freehold'
  const signed = new CookieClient(encryption.use()).sign(name, agency.session)
  return { host: agency.host, cookie: `${name}=${signed}` }
}

export async function withWeb<T>(
  ground: Ground,
  count: number,
  work: (processes: WebProcess[]) => Promise<T>
): Promise<T> {
  const processes = await ground.web(count)
  try {
    return await work(processes)
  } finally {
    await Promise.all(processes.map((one) => one.stop()))
  }
}

/** fetch does not let one choose the Host. */
export async function get(port: number, path: string, headers: Record<string, string>) {
  const { request } = await import('node:http')
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject).end()
  })
}
