import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { settingsOfCommand } from '../../../bin/starting/command_settings.ts'
import { freePort } from '../../../bin/starting/free_port.ts'
import { isAlive } from '../../../bin/starting/processes.ts'
import type { ChildProcess } from 'node:child_process'

/** Stand-ins for the application, so that these tests are about the start alone. */
const PROGRAMS = {
  'build.mjs': `
    import { mkdirSync } from 'node:fs'
    mkdirSync('build', { recursive: true })`,
  'prepare.mjs': `
    if (process.env.REFUSE) { console.error('It cannot be prepared.'); process.exit(3) }
    console.log('Preparing with ' + process.argv.slice(2))
    const databaseUrl = process.env.DATABASE_OWNER_URL
    console.log(JSON.stringify({ databaseUrl, listenUrl: databaseUrl }))`,
  'web.mjs': `
    import { createServer } from 'node:http'
    process.on('disconnect', () => process.exit())
    console.log('pid ' + process.pid)
    console.log('owner ' + process.env.DATABASE_OWNER_URL)
    createServer((_, answer) => answer.end()).listen(process.env.PORT, process.env.HOST)`,
  'fleet.mjs': `
    console.log('pid ' + process.pid)
    console.log('owner ' + process.env.DATABASE_OWNER_URL)
    setInterval(() => {}, 1000)`,
}

const DRIVER = `
import { start } from '${new URL('../../../bin/starting/main.ts', import.meta.url).href}'
process.exit(await start({
  root: import.meta.dirname,
  flags: process.argv.slice(2),
  given: process.env,
  programs: {
    build: ['build.mjs'],
    prepare: ['prepare.mjs'],
    serving: [
      { name: 'web', title: 'web process', script: ['web.mjs'] },
      { name: 'fleet', title: 'fleet worker', script: ['fleet.mjs'], asOwner: true },
    ],
  },
}))`

class Trial {
  readonly lines: string[] = []
  #process: ChildProcess

  constructor(root: string, environment: NodeJS.ProcessEnv, flags: string[]) {
    this.#process = spawn(process.execPath, ['driver.mjs', ...flags], {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const input of [this.#process.stdout!, this.#process.stderr!]) {
      createInterface({ input }).on('line', (line) => this.lines.push(line))
    }
  }

  async says(words: string): Promise<void> {
    await until(() => this.lines.some((line) => line.includes(words)) || this.#hasEnded)
    if (!this.lines.some((line) => line.includes(words))) throw new Error(this.lines.join('\n'))
  }

  /** What is left of a failed test must not stay. */
  async abandon(): Promise<void> {
    if (!this.#hasEnded) await this.end('SIGTERM')
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.#process.kill(signal)
    if (!this.#hasEnded) await once(this.#process, 'close')
    return this.#process.exitCode
  }

  pids(): number[] {
    return this.lines.flatMap((line) => line.match(/pid (\d+)$/)?.[1] ?? []).map(Number)
  }

  get #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(20)
}

async function databasePid(root: string): Promise<number> {
  const lock = await readFile(join(root, '.data/postgres/cluster/postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}

test.group('npm start', (group) => {
  let root: string
  let environment: NodeJS.ProcessEnv
  let trials: Trial[] = []

  const start = (extra: NodeJS.ProcessEnv = {}, flags: string[] = []) => {
    const trial = new Trial(root, { ...environment, ...extra }, flags)
    trials.push(trial)
    return trial
  }

  group.each.timeout(60_000)
  group.each.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'freehold-start-'))
    // Root lends the database to another user, who has to reach it.
    await chmod(root, 0o755)
    for (const [name, text] of Object.entries(PROGRAMS)) await writeFile(join(root, name), text)
    await writeFile(join(root, 'driver.mjs'), DRIVER)
    environment = { PORT: String(await freePort()) }
    return async () => {
      for (const trial of trials) await trial.abandon()
      trials = []
      await rm(root, { recursive: true, force: true })
    }
  })

  test('opens the house, and Ctrl-C leaves nothing running', async ({ assert }) => {
    const trial = start()
    await trial.says('Freehold is ready')
    await trial.says('fleet  | owner')
    const pids = [...trial.pids(), await databasePid(root)]
    const beside = await settingsOfCommand(root, {})
    const { mode } = await stat(join(root, '.data/commands.json'))

    assert.deepEqual(await trial.end('SIGINT'), 0)

    assert.deepEqual(pids.filter(isAlive), [])
    assert.lengthOf(pids, 3)
    assert.include(trial.lines, 'Preparing with --demo')
    assert.include(trial.lines, 'web    | owner undefined')

    assert.include(trial.lines, `fleet  | owner ${beside.DATABASE_OWNER_URL}`)
    assert.equal(beside.PORT, environment.PORT)
    assert.equal(mode & 0o777, 0o600)
    assert.notProperty(await settingsOfCommand(root, {}), 'DATABASE_OWNER_URL')
  })

  test('recovers from kill -9, which leaves nothing running either', async ({ assert }) => {
    const killed = start()
    await killed.says('Freehold is ready')
    await killed.says('fleet  | pid')
    await killed.end('SIGKILL')

    const next = start()
    await next.says('Freehold is ready')

    await until(() => !killed.pids().some(isAlive))
    assert.notInclude(next.lines.join('\n'), 'Building')
    assert.equal(await next.end('SIGTERM'), 0)
  })

  test('ends with the sentence of a preparation that failed', async ({ assert }) => {
    const trial = start({ REFUSE: '1' })

    assert.equal(await trial.end(), 1)

    assert.equal(trial.lines.at(-1), 'It cannot be prepared.')
    await assert.rejects(() => databasePid(root), /ENOENT/)
  })

  test('in production prepares no demo and refuses to reset one', async ({ assert }) => {
    const trial = start({ NODE_ENV: 'production' })
    await trial.says('Freehold is ready')
    assert.include(trial.lines, 'Preparing with ')
    await trial.end('SIGINT')

    const reset = start({ NODE_ENV: 'production' }, ['--reset-demo'])
    assert.equal(await reset.end(), 1)
    assert.match(reset.lines[0], /no demo world here/)
  })
})
