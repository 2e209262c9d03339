/**
 * `npm test`: every gate, then every suite, then a build, on a database and a browser that it
 * brings itself. Nothing is left running. `node bin/gates.ts lint unit` runs only those named.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './starting/embedded_postgres.ts'
import { findChromium } from './testing/chromium.ts'
import { type Gate, runGate } from './testing/gate.ts'

const specs = ['--import', '@poppinss/ts-exec', 'bin/test.ts']

/** A house without guests has no folder for them. */
const rooms = ['app', 'modules', 'config', 'start', 'tests'].filter((room) => existsSync(room))

/** Side by side within a stage, one stage after the other. */
const stages: Gate[][] = [
  [
    { name: 'typecheck', command: ['tsc', '--noEmit'] },
    { name: 'assets', command: ['vite', 'build', '--logLevel', 'warn'] },
  ],
  [
    { name: 'lint', command: ['eslint', '.'] },
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  ],
  [
    { name: 'boundaries', command: ['depcruise', ...rooms] },
    { name: 'knip', command: ['knip'] },
    { name: 'unit', command: ['node', ...specs, 'unit'] },
  ],
  [
    { name: 'functional', command: ['node', ...specs, 'functional'] },
    { name: 'doors', command: ['node', ...specs, 'doors'] },
    { name: 'modules', command: ['node', ...specs, 'modules'] },
  ],
  [
    { name: 'browser', command: ['node', ...specs, 'browser'] },
    { name: 'build', command: ['node', 'ace', 'build'] },
  ],
]

const wanted = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'freehold-gates-'))
await chmod(folder, 0o755) // where we are root, the database runs as somebody else
const server = await startPostgres({ folder, durable: false })
// Unpacked once, before two suites could do it at the same time.
await findChromium()
const env = { ...process.env, TEST_SERVER: JSON.stringify(server), FORCE_COLOR: '0' }

let failed: string[] = []
try {
  for (const stage of stages) failed = failed.length > 0 ? failed : await runStage(stage)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

console.log(failed.length === 0 ? 'Every gate passed.' : `Failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)

/** The names of the gates that failed. */
async function runStage(stage: Gate[]): Promise<string[]> {
  const gates = stage.filter((gate) => wanted.length === 0 || wanted.includes(gate.name))
  const passed = await Promise.all(gates.map((gate) => runGate(gate, env)))
  return gates.filter((_, index) => !passed[index]).map((gate) => gate.name)
}
