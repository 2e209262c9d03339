import type { Ground } from './ground.ts'
import type { Figure, Scenario } from './figures.ts'
import { addMadeUpAgency, madeUpTables } from './made_up.ts'
import { openingFigures } from './opening_figures.ts'

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
      ...openingFigures("with this build's tables", real),
      ...openingFigures(`with ${TABLES} made-up tables`, madeUp),
    ]
  },
} satisfies Scenario
