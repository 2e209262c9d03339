import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../bin/starting/free_port.ts'

const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(
  (path) => existsSync(path)
)

/** PgBouncer is Debian's package; where it is not installed its tests say so. */
export const hasPooler = PROGRAM !== undefined

export interface Pooler {
  url: string
  stop(): Promise<void>
}

/** PgBouncer in transaction mode with one server connection in front of `databaseUrl`. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'freehold-pooler-'))
  await chmod(folder, 0o755)
  const file = join(folder, 'pgbouncer.ini')
  await writeFile(file, settingsFor(new URL(databaseUrl), port))
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(PROGRAM!, [...asRoot, file], { stdio: 'ignore' })
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  await answering(url.href, child)
  return {
    url: url.href,
    async stop() {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function settingsFor(target: URL, port: number): string {
  const login = `user=${target.username} password=${decodeURIComponent(target.password)}`
  return `[databases]
* = host=${target.hostname} port=${target.port} ${login}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 1
max_client_conn = 50
`
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    const client = new pg.Client({ connectionString: url })
    const isUp = await client.connect().then(
      () => true,
      () => false
    )
    await client.end().catch(() => {})
    if (isUp) return
    await delay(50)
  }
  throw new Error('PgBouncer does not answer')
}
