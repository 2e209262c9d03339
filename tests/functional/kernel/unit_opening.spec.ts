import { test } from '@japa/runner'
import pg from 'pg'
import db from '@adonisjs/lucid/services/db'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

/** What this process sends to the server while `work` runs. */
async function sentDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { query } = pg.Client.prototype
  const sent: string[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...input: unknown[]) {
    const [asked] = input as [string | { text: string }]
    sent.push(typeof asked === 'string' ? asked : asked.text)
    return Reflect.apply(query, this, input)
  } as typeof query
  await work().finally(() => (pg.Client.prototype.query = query))
  return sent
}

test.group('Opening a unit', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('takes one message, and closing it another', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    await tenancy.run(tenant, async () => {})

    const sent = await sentDuring(() => tenancy.run(tenant, async () => {}, { readOnly: true }))

    assert.lengthOf(sent, 2)
    assert.match(sent[0], /^begin read only; .*; set local role "[a-z]{8}_t_[0-9a-f]{32}"$/)
  })

  test('sets everything for this transaction alone', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    const settings = `select current_setting('statement_timeout') as timeout, current_setting('role') as role,
                             current_setting('transaction_read_only') as read_only`

    const { rows: inside } = await tenancy.run(tenant, () => unitSql<object>(settings), {
      statementTimeout: 1234,
    })
    const { rows: after } = await db.connection('tenant').rawQuery<{ rows: object[] }>(settings)

    assert.deepEqual(inside[0], { timeout: '1234ms', role: tenant.role, read_only: 'off' })
    assert.deepEqual(after[0], { timeout: '0', role: 'none', read_only: 'off' })
  })

  test('gives a refused connection back clean, for whoever is next', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    const stranger = { ...tenant, role: 'pg_monitor' }

    await assert.rejects(() => tenancy.run(stranger, async () => {}), /permission denied/)

    await assert.doesNotReject(() => workspace.neighbour.inUnit(() => unitSql('select 1')))
  })

  test('leaves savepoints of models as they are', async ({ assert }) => {
    const { Team } = await import('#app/members')

    await workspace.agency.inUnit(async () => {
      const refused = Team.transaction(async (trx) => {
        await Team.create({ name: 'Ghost' }, { client: trx })
        throw new Error('no')
      })
      await assert.rejects(() => refused, /no/)
      await Team.create({ name: 'Here' })
    })

    const names = await workspace.agency.inUnit(async () => (await Team.all()).map((t) => t.name))
    assert.deepEqual(names, ['Here'])
  })
})
