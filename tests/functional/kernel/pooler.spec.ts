import db from '@adonisjs/lucid/services/db'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import { Team } from '#app/members'
import databaseConfig from '#config/database'
import { hasPooler, startPooler } from '#tests/support/pooler'
import { Workspace } from '#tests/support/workspace'

test.group('Two agencies behind a pooler in transaction mode', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('never see each other through its one server connection', async ({ assert, cleanup }) => {
    const url = process.env.DATABASE_URL!
    const pooler = await startPooler(url)
    cleanup(async () => {
      await pointAgencies(url, 1)
      await pooler.stop()
    })
    await pointAgencies(pooler.url, 8)
    await workspace.agency.inUnit(() => Team.create({ name: 'north' }))
    await workspace.neighbour.inUnit(() => Team.create({ name: 'south' }))

    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => {
        const agency = index % 2 === 0 ? workspace.agency : workspace.neighbour
        return agency.inUnit(
          async () => `${agency.slug}:${(await Team.all()).map(({ name }) => name).join()}`
        )
      })
    )

    assert.deepEqual([...new Set(answers)].sort(), ['north:north', 'south:south'])
  }).skip(!hasPooler, 'PgBouncer is not installed on this machine (Debian package "pgbouncer")')
})

async function pointAgencies(url: string, connections: number): Promise<void> {
  const config = databaseConfig.connections.tenant as PostgreConfig
  await db.manager.close('tenant')
  db.manager.patch('tenant', {
    ...config,
    connection: { connectionString: url },
    pool: { ...config.pool, min: 0, max: connections },
  })
}
