import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../starting/embedded_postgres.ts'
import { freePort } from '../starting/free_port.ts'

export interface TestServer {
  ownerUrl: string
  superuserUrl: string
}

export interface TestDatabase {
  ownerUrl: string
  folder: string
  webPort: number
  close(): Promise<void>
}

/** An empty database of this process, dropped when it closes, and a folder for its files. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-test-'))
  await chmod(folder, 0o755) // where we are root, the database runs as somebody else
  const { server, stop } = await testServer(folder)
  const name = `freehold_test_${process.pid}`
  await command(
    server.superuserUrl,
    `create database ${name} owner ${new URL(server.ownerUrl).username}`
  )
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    folder,
    webPort: await freePort(),
    async close() {
      await command(server.superuserUrl, `drop database if exists ${name} with (force)`)
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function testServer(
  folder: string
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = process.env.TEST_SERVER
  if (given) return { server: JSON.parse(given) as TestServer, stop: async () => {} }
  const server = await startPostgres({ folder: join(folder, 'postgres'), durable: false })
  return { server, stop: () => server.stop() }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
