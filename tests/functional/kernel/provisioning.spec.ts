import { test } from '@japa/runner'
import pg from 'pg'
import { SignUpAgency } from '#app/agencies'
import { claimAndWork } from '#kernel/fleet/fleet_worker'
import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { deleteAgency } from '#kernel/fleet/deletion'
import { ownerPool, ownerUrl } from '#kernel/fleet/owner'
import { moduleNames } from '#kernel/modules/module_registry'
import { schemaName } from '#kernel/tenancy/names'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

const person = { market: 'US' as const, name: 'Ann Lee', password: 'a long walk by the sea' }

async function leftovers(slug: string) {
  const { rows } = await ownerPool().query<{ id: string }>(
    'select id from core.tenants where slug = $1',
    [slug]
  )
  const { rows: schemas } = await ownerPool().query(
    `select nspname from pg_namespace where nspname like 't\\_%'`
  )
  const { rows: tenants } = await ownerPool().query<{ id: string }>('select id from core.tenants')
  return { tenant: rows[0]?.id ?? null, orphans: schemas.length - tenants.length }
}

/** A sign-up waits for its agency as long as people do; on a busy machine twenty take longer. */
async function areOpen(tenantIds: string[]): Promise<boolean> {
  const { rows } = await ownerPool().query<{ open: number }>(
    `select count(*)::integer as open from core.fleet_tasks
      where tenant_id = any($1) and kind = 'provision' and status = 'done'`,
    [tenantIds]
  )
  return rows[0].open === tenantIds.length
}

test.group('Provisioning an agency', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('gives twenty that are asked for at once twenty homes', async ({ assert }) => {
    const slugs = Array.from({ length: 20 }, (_, index) => `many-${index}`)

    const results = await Promise.all(
      slugs.map((slug) =>
        new SignUpAgency().handle({ ...person, agency: slug, slug, email: `${slug}@many.example` })
      )
    )

    const tenantIds = results.flatMap((result) => (result.ok ? [result.value.tenantId] : []))
    assert.equal(new Set(tenantIds).size, 20)
    await until(() => areOpen(tenantIds), 60_000)
    for (const tenantId of tenantIds) await deleteAgency(tenantId)
    assert.equal((await leftovers('many-0')).orphans, 0)
  }).timeout(90_000)

  test('gives one of two that want the same name at once a refusal', async ({ assert }) => {
    const results = await Promise.all(
      ['one', 'two'].map((name) =>
        new SignUpAgency().handle({
          ...person,
          agency: name,
          slug: 'wanted',
          email: `${name}@wanted.example`,
        })
      )
    )

    assert.deepEqual(results.map((result) => result.ok).sort(), [false, true])
    for (const result of results) if (result.ok) await deleteAgency(result.value.tenantId)
  })

  test('leaves nothing when its worker is killed half-way, and the next worker finishes it', async ({
    assert,
  }) => {
    const { rows } = await ownerPool().query<{ id: string }>(
      `insert into core.tenants (slug, name, market, currency, time_zone, founder_id, plan_version_id, data_key)
       select 'cut-off', 'Cut off', 'US', 'USD', 'UTC', $1, (select id from core.plan_versions where key = 'free'), 'x' returning id`,
      [workspace.agency.identityId('principal')]
    )
    const tenantId = rows[0].id
    await ownerPool().query(
      `insert into core.fleet_tasks (tenant_id, kind, facts, run_after) values ($1, 'provision', $2, now() + interval '1 hour')`,
      [
        tenantId,
        JSON.stringify({
          modules: [...moduleNames],
          founder: {
            identityId: workspace.agency.identityId('principal'),
            name: 'A',
            email: 'a@b.example',
          },
        }),
      ]
    )

    const victim = new pg.Client({ connectionString: ownerUrl() })
    await victim.connect()
    victim.on('error', () => {})
    await victim.query('begin')
    await victim.query(`update core.fleet_tasks set run_after = now() where tenant_id = $1`, [
      tenantId,
    ])
    await claimAndWork(victim)
    const { rows: backend } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid')
    await ownerPool().query('select pg_terminate_backend($1)', [backend[0].pid])
    await victim.end().catch(() => {})
    assert.equal((await leftovers('cut-off')).orphans, -1)

    await ownerPool().query(`update core.fleet_tasks set run_after = now() where tenant_id = $1`, [
      tenantId,
    ])
    await ownerPool().query(`select pg_notify('freehold_fleet', '')`)
    await assert.doesNotReject(() => untilActive(tenantId))
    assert.equal((await leftovers('cut-off')).orphans, 0)
    await deleteAgency(tenantId)
  })

  test('takes a try that was cut off up again for the same person, and for nobody else', async ({
    assert,
  }) => {
    const input = { ...person, agency: 'Again', slug: 'again', email: 'ann@again.example' }
    const first = await new SignUpAgency().handle(input)
    const again = await new SignUpAgency().handle(input)
    const stranger = await new SignUpAgency().handle({
      ...input,
      password: 'another person entirely',
    })

    assert.isTrue(first.ok && again.ok && first.value.tenantId === again.value.tenantId)
    assert.isTrue(!stranger.ok && stranger.reason === 'slug_taken')
    if (first.ok) await deleteAgency(first.value.tenantId)
  })

  test('builds the same catalog as switching the module on later does', async ({ assert }) => {
    const bare = await new SignUpAgency().handle({
      ...person,
      agency: 'Bare',
      slug: 'bare',
      email: 'a@bare.example',
      modules: [],
    })
    if (!bare.ok) return assert.fail(bare.reason)
    for (const module of moduleNames) {
      const facts = { module }
      await awaitFleet(await requestFleet('switch_on', { tenantId: bare.value.tenantId, facts }))
    }

    assert.deepEqual(await catalogOf(bare.value.tenantId), await catalogOf(workspace.agency.id))
    await deleteAgency(bare.value.tenantId)
  })

  test('ends with nothing left of an agency that is deleted', async ({ assert }) => {
    const result = await new SignUpAgency().handle({
      ...person,
      agency: 'Brief',
      slug: 'brief',
      email: 'a@brief.example',
    })
    assert.isTrue(result.ok)
    if (!result.ok) return

    await deleteAgency(result.value.tenantId)
    await deleteAgency(result.value.tenantId)

    const { rows: roles } = await ownerPool().query(
      `select 1 from pg_roles where rolname like '%' || $1`,
      [schemaName(result.value.tenantId)]
    )
    assert.lengthOf(roles, 0)
    assert.isNull((await leftovers('brief')).tenant)
  })
})

test.group('Suspending an agency', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('makes the database refuse its units, even to a process that has not heard', async ({
    assert,
  }) => {
    const stale = await workspace.agency.tenant()
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })

    await assert.rejects(
      () => workspace.agency.inUnitOf(stale, async () => {}),
      /permission denied to set role/
    )

    await workspace.agency.fleet('resume')
    await assert.doesNotReject(() => workspace.agency.inUnit(async () => {}))
  })
})

async function untilActive(tenantId: string): Promise<void> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    tenantDirectory.forget(tenantId)
    const tenant = await tenantDirectory.byId(tenantId)
    if (tenant?.status === 'active') return
  }
  throw new Error('The agency did not open')
}

/** Columns, indexes, constraints and rights, without the names that hold the agency's id. */
async function catalogOf(tenantId: string): Promise<unknown> {
  const schema = schemaName(tenantId)
  const { rows } = await ownerPool().query<{ line: string }>(
    `select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
       from information_schema.columns where table_schema = $1
     union all select replace(indexdef, $1, '') from pg_indexes where schemaname = $1
     union all select format('constraint %s %s', conname, replace(pg_get_constraintdef(oid), $1, ''))
       from pg_constraint where connamespace = $1::regnamespace
     union all select format('right %s %s', table_name, privilege_type) from information_schema.role_table_grants
       where table_schema = $1 and grantee like '%_t_' || substr($1, 3)
     order by 1`,
    [schema]
  )
  return rows.map((row) => row.line)
}
