import { addAgencies } from '../../../../bin/benching/agencies.ts'
import type { Figure, Scenario } from '../../../../bin/benching/figures.ts'
import { openingFigures } from '../../../../bin/benching/opening_figures.ts'

const AGENCIES = 200

export default {
  name: 'first_module',
  title: `Opening ${AGENCIES} agencies that begin with contacts alone`,

  async run(): Promise<Figure[]> {
    const ms: number[] = []
    const onOpened = (one: number) => ms.push(one)
    await addAgencies(AGENCIES, { from: 10_000, modules: ['contacts'], onOpened })
    return openingFigures('with contacts alone', ms)
  },
} satisfies Scenario
