import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Team } from '#app/members'
import { schemaName } from '#kernel/tenancy/names'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

test.group('A unit of work', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('sees its own agency and nothing of another', async ({ assert }) => {
    await workspace.agency.inUnit(async () => Team.create({ name: 'North team' }))

    const seen = await workspace.neighbour.inUnit(async () =>
      (await Team.all()).map((team) => team.name)
    )

    assert.deepEqual(seen, [])
  })

  test('is refused the tables of another agency by the database itself', async ({ assert }) => {
    const foreign = `select * from ${schemaName(workspace.neighbour.id)}.teams`

    await assert.rejects(() => workspace.agency.inUnit(() => unitSql(foreign)), /permission denied/)
    await assert.rejects(
      () => workspace.agency.inUnit(() => unitSql('select * from core.identities')),
      /permission denied/
    )
    await assert.rejects(
      () => workspace.agency.inUnit(() => unitSql('create table mine (id int)')),
      /permission denied/
    )
  })

  test('must be open before a record of an agency is touched', async ({ assert }) => {
    await assert.rejects(() => Team.all(), /E_NO_UNIT/)
  })

  test('leaves the connection clean: the pool alone may touch no agency', async ({ assert }) => {
    await workspace.agency.inUnit(() => Team.create({ name: 'Anyone' }))
    const { rows } = await db
      .connection('tenant')
      .rawQuery<{ rows: { role: string; path: string }[] }>(
        `select current_setting('role') as role, current_setting('search_path') as path`
      )

    assert.deepEqual(rows[0], { role: 'none', path: 'core' })
    await assert.rejects(
      () =>
        db.connection('tenant').rawQuery(`select * from ${schemaName(workspace.agency.id)}.teams`),
      /permission denied/
    )
  })

  test('rolls back when the work throws', async ({ assert }) => {
    const failing = workspace.agency.inUnit(async () => {
      await Team.create({ name: 'Ghost' })
      throw new Error('no')
    })

    await assert.rejects(() => failing, /no/)
    assert.equal(await workspace.agency.inUnit(async () => (await Team.all()).length), 0)
  })

  test('rolls back quietly when it was refused', async ({ assert }) => {
    await workspace.agency.inUnit(async () => {
      await Team.create({ name: 'Ghost' })
      unit().refuse()
    })

    assert.equal(await workspace.agency.inUnit(async () => (await Team.all()).length), 0)
  })

  test('joins the open unit of the same agency and refuses another one', async ({ assert }) => {
    const [north, south] = [await workspace.agency.tenant(), await workspace.neighbour.tenant()]

    await tenancy.run(north, async () => {
      const outer = unit()
      await tenancy.run(north, async () => assert.strictEqual(unit(), outer))
      await assert.rejects(async () => tenancy.run(south, async () => {}), /E_FOREIGN_UNIT/)
    })
  })

  test('does not save a record that was loaded in another agency', async ({ assert }) => {
    const team = await workspace.agency.inUnit(() => Team.create({ name: 'North team' }))

    await assert.rejects(
      () => workspace.neighbour.inUnit(() => team.merge({ name: 'Moved' }).save()),
      /E_FOREIGN_ROW/
    )
  })

  test('lets the database refuse writes when it is read-only', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()

    await assert.rejects(
      () =>
        tenancy.run(tenant, () => Team.create({ name: 'Written by a GET' }), { readOnly: true }),
      /read-only transaction/
    )
  })

  test('never mixes agencies through one connection, however many run at once', async ({
    assert,
  }) => {
    await workspace.agency.inUnit(() => Team.create({ name: 'north' }))
    await workspace.neighbour.inUnit(() => Team.create({ name: 'south' }))

    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const agency = index % 2 === 0 ? workspace.agency : workspace.neighbour
        return agency.inUnit(
          async () => `${agency.slug}:${(await Team.all()).map((team) => team.name).join()}`
        )
      })
    )

    assert.deepEqual([...new Set(answers)].sort(), ['north:north', 'south:south'])
  })
})
