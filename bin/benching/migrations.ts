import pg from 'pg'
import type { Ground } from './ground.ts'
import { type Figure, type Scenario, below, figure } from './figures.ts'

const AGENCIES = 1_000

export default {
  name: 'migrations',
  title: `Migrating ${AGENCIES.toLocaleString('en')} agencies`,

  async run(ground: Ground): Promise<Figure[]> {
    await ground.agencies(AGENCIES)
    const { migrateFleet } = await import('#kernel/fleet/fleet_migrations')
    const { renderedMigrations, stepOf } = await import('#kernel/fleet/rendered_migrations')
    const step = stepOf('host', '9000_measured', ['alter table members add column measured text'])

    const nothing = await counted(() => migrateFleet())
    const one = await migrateFleet({ steps: [...(await renderedMigrations()), step] })
    if (nothing.answer.agencies !== 0 || one.done !== AGENCIES)
      throw new Error(`The runs did ${nothing.answer.agencies} and ${one.done} agencies`)
    return [
      below(2, figure('nothing to do: statements', nothing.statements, '')),
      figure('nothing to do: time', nothing.answer.ms, 'ms'),
      below(60, figure('one added step: time', one.ms / 1000, 's')),
      figure('one added step: per agency', one.ms / AGENCIES, 'ms'),
    ]
  },
} satisfies Scenario

/** Counts what this process sends to the server meanwhile. */
async function counted<T>(work: () => Promise<T>): Promise<{ answer: T; statements: number }> {
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...input: unknown[]) {
    statements++
    return Reflect.apply(query, this, input)
  } as typeof query
  try {
    return { answer: await work(), statements }
  } finally {
    pg.Client.prototype.query = query
  }
}
