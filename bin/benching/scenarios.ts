import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '../starting/refusal.ts'
import type { Scenario } from './figures.ts'

const OWN = ['provisioning', 'migrations', 'connection_memory', 'starts']

/** Our own and those that modules bring, in the order in which they run; refuses a name that is unknown. */
export async function scenariosCalled(names: string[], root: string): Promise<Scenario[]> {
  const all = await everyScenario(root)
  const unknown = names.find((name) => !all.some((scenario) => scenario.name === name))
  if (unknown)
    throw new Refusal(
      `There is no scenario "${unknown}"; there are ${all.map(({ name }) => name).join(', ')}.`
    )
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
}

async function everyScenario(root: string): Promise<Scenario[]> {
  const files = [
    ...OWN.map((name) => join(root, 'bin/benching', `${name}.ts`)),
    ...readdirSync(join(root, 'modules')).flatMap((module) => scenarioFiles(root, module)),
  ]
  const loaded = await Promise.all(files.map((file) => import(pathToFileURL(file).href)))
  return loaded.map((one) => one.default as Scenario)
}

function scenarioFiles(root: string, module: string): string[] {
  const folder = join(root, 'modules', module, 'tests/bench')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
}
