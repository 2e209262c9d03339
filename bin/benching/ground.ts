import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenChanged } from '../starting/build.ts'
import { erasePostgres, startPostgres } from '../starting/embedded_postgres.ts'
import type { RunningPostgres } from '../starting/embedded_postgres.ts'
import { House } from '../starting/house.ts'
import { type AddedAgency, addAgencies } from './agencies.ts'
import { bootApp } from './app.ts'
import { type WebProcess, startWeb } from './web_process.ts'

const APP_PASSWORD = 'a-password-for-measuring'

/** What all scenarios stand on: a database of our own, prepared, and agencies when they are asked for. */
export class Ground {
  readonly root: string
  readonly databaseUrl: string
  readonly superuserUrl: string
  readonly serverLog: string
  #folder: string
  #postgres: RunningPostgres
  #agencies: AddedAgency[] = []
  #closed = false

  private constructor(
    root: string,
    folder: string,
    { postgres, databaseUrl }: { postgres: RunningPostgres; databaseUrl: string }
  ) {
    this.root = root
    this.#folder = folder
    this.#postgres = postgres
    this.databaseUrl = databaseUrl
    this.superuserUrl = postgres.superuserUrl
    this.serverLog = join(postgres.folder, 'server.log')
  }

  static async open(root: string): Promise<Ground> {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-bench-'))
    const postgres = await startPostgres({ folder: join(folder, 'postgres'), durable: true })
    Object.assign(process.env, {
      HOST: '127.0.0.1',
      PORT: '0',
      BASE_DOMAIN: 'freehold.localhost',
      APP_KEYS: 'bench:a-key-for-measuring-that-opens-nothing-else',
      DATABASE_OWNER_URL: postgres.ownerUrl,
      DATABASE_APP_PASSWORD: APP_PASSWORD,
      DATABASE_TENANT_POOL: '1',
      LOG_LEVEL: 'error',
    })
    delete process.env.DATABASE_URL
    const databaseUrl = await bootApp(root)
    return new Ground(root, folder, { postgres, databaseUrl })
  }

  /** The first `count` agencies; those that are missing are opened, and `onOpened` hears how long each took. */
  async agencies(count: number, onOpened: (ms: number) => void = () => {}): Promise<AddedAgency[]> {
    const missing = count - this.#agencies.length
    if (missing > 0) {
      this.#agencies.push(
        ...(await addAgencies(missing, { from: this.#agencies.length, onOpened }))
      )
      await this.#analyze()
    }
    return this.#agencies.slice(0, count)
  }

  /** Web processes of the production build, each on a port of its own. */
  async web(count: number): Promise<WebProcess[]> {
    await this.#build()
    const settings = { DATABASE_URL: this.databaseUrl, DATA_DIR: this.#folder }
    return Promise.all(Array.from({ length: count }, () => startWeb(this.root, settings)))
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    const { closeOwnerPool } = await import('#kernel/fleet/owner')
    await closeOwnerPool()
    await this.#postgres.stop()
    await erasePostgres(join(this.#folder, 'postgres'))
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #build(): Promise<void> {
    const { PATH, HOME } = process.env
    const order = { script: ['ace.js', 'build'], environment: { PATH, HOME } }
    await buildWhenChanged(new House(), this.root, order)
  }

  /** As a server that has been up for a while would have done by itself. */
  async #analyze(): Promise<void> {
    const { ownerPool } = await import('#kernel/fleet/owner')
    await ownerPool().query('analyze core.tenants, core.tenant_migrations, core.module_switches')
  }
}
