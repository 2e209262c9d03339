import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erasePostgres } from '../starting/embedded_postgres.ts'
import { launch } from '../starting/child.ts'
import { freePort } from '../starting/free_port.ts'
import type { Ground } from './ground.ts'
import { type Figure, type Scenario, below, figure } from './figures.ts'

const PATIENCE_MS = 300_000

export default {
  name: 'starts',
  title: 'npm start: the first time, with a build and a new database, and again',

  async run({ root }: Ground): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-start-'))
    const stamp = join(root, 'build/.fingerprint')
    await rename(stamp, `${stamp}.aside`).catch(() => {})
    try {
      const first = await start(root, folder)
      const second = await start(root, folder)
      return [
        figure('first start: build, database, demo world', first / 1000, 's'),
        below(5, figure('second start', second / 1000, 's')),
      ]
    } finally {
      await rm(`${stamp}.aside`, { force: true })
      await erasePostgres(join(folder, 'postgres'))
      await rm(folder, { recursive: true, force: true })
    }
  },
} satisfies Scenario

/** Milliseconds until it says that it is ready; it has ended when this resolves. */
async function start(root: string, folder: string): Promise<number> {
  const { PATH, HOME } = process.env
  const environment = { PATH, HOME, DATA_DIR: folder, PORT: String(await freePort()) }
  const began = performance.now()
  const said: string[] = []
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = launch({
    script: ['bin/start.ts'],
    folder: root,
    environment,
    graceMs: 60_000,
    onLine(line) {
      said.push(line)
      if (line.startsWith('Freehold is ready')) resolve(performance.now() - began)
    },
  })
  const impatience = setTimeout(() => reject(new Error('It does not get ready')), PATIENCE_MS)
  child.ended.then(() => reject(new Error(`It ended:\n${said.join('\n')}`)))
  try {
    return await promise
  } finally {
    clearTimeout(impatience)
    await child.stop()
  }
}
