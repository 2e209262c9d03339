/**
 * `npm run bench` measures everything, `npm run bench -- <scenario> …` only what is named. It
 * brings its own PostgreSQL, prints a table and writes bench.json below DATA_DIR (.data).
 */
process.env.NODE_ENV = 'test'
process.env.TZ = 'UTC'

import 'reflect-metadata'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Figure, Scenario } from './benching/figures.ts'
import { Refusal } from './starting/refusal.ts'

type Measured = Figure & { scenario: string }

const { Ground } = await import('./benching/ground.ts')
const { scenariosCalled } = await import('./benching/scenarios.ts')
const { circumstances, draw } = await import('./benching/figures.ts')

const root = fileURLToPath(new URL('../', import.meta.url))
const ground = await Ground.open(root)
process.once('SIGINT', () => ground.close().finally(() => process.exit(130)))

const figures: Measured[] = []
try {
  for (const scenario of await scenariosCalled(process.argv.slice(2), root)) {
    console.log(`\n${scenario.title} …`)
    figures.push(...(await measure(scenario)))
  }
  const report = { at: new Date().toISOString(), ...circumstances(), figures }
  const folder = join(root, process.env.DATA_DIR ?? '.data')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.json'), JSON.stringify(report, null, 2))
  console.log(`\n${report.remark}\nWritten to ${join(folder, 'bench.json')}`)
} catch (error) {
  complain(error)
} finally {
  await ground.close()
}
process.exit()

/** A scenario that fails takes nothing from the others. */
async function measure(scenario: Scenario): Promise<Measured[]> {
  try {
    const measured = await scenario.run(ground)
    console.log(draw(measured))
    return measured.map((figure) => ({ scenario: scenario.name, ...figure }))
  } catch (error) {
    complain(error)
    return []
  }
}

function complain(error: unknown): void {
  process.exitCode = 1
  console.error(error instanceof Refusal ? error.message : error)
}
