import drive from '@adonisjs/drive/services/main'
import { test } from '@japa/runner'
import { SignUpAgency } from '#app/agencies'
import { deleteAgency } from '#kernel/fleet/deletion'
import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { tenancy } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await ownerPool().query(text, values)).rows as Row[]

/** What of an agency is still there. */
async function remains(id: string) {
  const [found] = await sql<Record<string, number>>(
    `select (select count(*)::int from pg_tables where schemaname = $2) as tables,
            (select count(*)::int from pg_namespace where nspname = $2) as schemas,
            (select count(*)::int from pg_roles where rolname like '%' || $2) as roles,
            (select count(*)::int from core.tenants where id = $1) as rows,
            (select count(*)::int from core.tenant_migrations where tenant_id = $1) as ledger`,
    [id, schemaName(id)]
  )
  return found
}

const NOTHING = { tables: 0, schemas: 0, roles: 0, rows: 0, ledger: 0 }

test.group('Deleting an agency', (group) => {
  let id: string

  group.each.setup(async () => {
    await new Workspace().open()
    const founded = await new SignUpAgency().handle({
      agency: 'Leaving',
      slug: 'leaving',
      market: 'US',
      name: 'Lee',
      email: 'lee@leaving.example',
      password: 'a long walk by the sea',
    })
    if (!founded.ok) throw new Error(founded.reason)
    id = founded.value.tenantId
  })
  group.each.teardown(() => deleteAgency(id))

  async function order(kind: string, facts: Record<string, unknown> = {}) {
    const state = await awaitFleet(await requestFleet(kind, { tenantId: id, facts }))
    tenantDirectory.forget(id)
    return state
  }

  const pastGrace = () =>
    sql(`update core.tenants set delete_after = now() - interval '1 second' where id = $1`, [id])

  async function enter() {
    const tenant = await tenantDirectory.byId(id)
    await tenancy.run(tenant!, async () => {})
  }

  test('closes it first, for thirty days in which nobody gets in', async ({ assert }) => {
    await order('close', { reason: 'moved away' })

    const [row] = await sql<{ status: string; status_reason: string; days: number }>(
      `select status, status_reason, round(extract(epoch from delete_after - now()) / 86400)::int as days
         from core.tenants where id = $1`,
      [id]
    )
    assert.deepEqual(row, { status: 'closing', status_reason: 'moved away', days: 30 })
    await assert.rejects(enter, /permission denied to set role/)
    assert.isAbove((await remains(id)).tables, 10)
  })

  test('can be called off until the days are over', async ({ assert }) => {
    await order('close')
    await order('resume')

    await assert.doesNotReject(enter)
    assert.deepEqual(
      await sql('select status, delete_after from core.tenants where id = $1', [id]),
      [{ status: 'active', delete_after: null }]
    )
  })

  test('is not done before the days are over, nor to an agency that is not closing', async ({
    assert,
  }) => {
    assert.deepEqual((await order('delete')).answer, { refused: 'not_due' })
    await order('close')
    assert.deepEqual((await order('delete')).answer, { refused: 'not_due' })
    await order('resume')
    await pastGrace()
    assert.deepEqual((await order('delete')).answer, { refused: 'not_due' })
    assert.equal((await remains(id)).rows, 1)
  })

  test('takes tables, role, rows and files, and leaves an entry in the log', async ({ assert }) => {
    await drive.use().put(`tenants/${id}/records/one`, 'bytes')
    await order('close', { actorId: '018f0000-0000-7000-8000-000000000001' })
    await pastGrace()
    const state = await order('delete')

    assert.equal(state.status, 'done')
    assert.deepEqual(await remains(id), NOTHING)
    assert.isFalse(await drive.use().exists(`tenants/${id}/records/one`))
    assert.deepEqual(
      await sql(
        `select action, actor_kind from core.audit_entries where tenant_id = $1 order by id`,
        [id]
      ),
      [
        { action: 'agency.closing', actor_kind: 'operator' },
        { action: 'agency.deleted', actor_kind: 'system' },
      ]
    )
  })

  test('goes on where it was cut off, and offers no way back from there', async ({ assert }) => {
    await order('close')
    await pastGrace()
    await sql(`update core.tenants set status_reason = 'being_deleted' where id = $1`, [id])
    await sql(`drop table "${schemaName(id)}".teams cascade`)

    assert.deepEqual((await order('resume')).answer, { refused: 'being_deleted' })
    assert.deepEqual((await order('suspend')).answer, { refused: 'being_deleted' })
    assert.equal((await order('delete')).status, 'done')
    assert.deepEqual(await remains(id), NOTHING)
  })

  test('does not wait for ever on work that waits for the agency', async ({ assert }) => {
    await order('close')
    await pastGrace()
    const facts = { module: 'nothing' }
    const first = await requestFleet('delete', { tenantId: id })
    for (let more = 0; more < 4; more++) await requestFleet('switch_off', { tenantId: id, facts })

    assert.equal((await awaitFleet(first)).status, 'done')
    assert.deepEqual(await remains(id), NOTHING)
  })
})
