import type { Ground } from './ground.ts'
import { type Figure, type Scenario, below, figure, percentile } from './figures.ts'
import { addMadeUpAgency, madeUpTables } from './made_up.ts'

const AGENCIES = 200
const TABLES = 60

export default {
  name: 'provisioning',
  title: `Opening ${AGENCIES} agencies, one after the other`,

  async run(ground: Ground): Promise<Figure[]> {
    const real: number[] = []
    await ground.agencies(AGENCIES, (ms) => real.push(ms))
    const steps = madeUpTables(TABLES)
    const madeUp: number[] = []
    for (let number = 0; number < AGENCIES; number++)
      madeUp.push(await addMadeUpAgency(number, steps))
    return [
      ...spread("with this build's tables", real),
      ...spread(`with ${TABLES} made-up tables`, madeUp),
    ]
  },
} satisfies Scenario

function spread(what: string, ms: number[]): Figure[] {
  return [
    below(150, figure(`${what}, median`, percentile(ms, 0.5), 'ms')),
    figure(`${what}, p95`, percentile(ms, 0.95), 'ms'),
  ]
}
