import { test } from '@japa/runner'
import pg from 'pg'
import { Team } from '#app/members'
import { migrateFleet, pendingMigrations } from '#kernel/fleet/fleet_migrations'
import { ownerPool, ownerUrl } from '#kernel/fleet/owner'
import { type RenderedStep, renderedMigrations, stepOf } from '#kernel/fleet/rendered_migrations'
import { schemaName } from '#kernel/tenancy/names'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'

/** What a next build would ship beside all that is there already. */
async function nextBuild(...statements: string[]): Promise<RenderedStep[]> {
  return [...(await renderedMigrations()), stepOf('host', '9000_made_up', statements)]
}

const inOwn = (agency: TestAgency, table: string) => `"${schemaName(agency.id)}".${table}`

async function columnsOf(agency: TestAgency, table: string): Promise<string[]> {
  const { rows } = await ownerPool().query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
    [schemaName(agency.id), table]
  )
  return rows.map((row) => row.name)
}

async function ledgerOf(agency: TestAgency) {
  const { rows } = await ownerPool().query(
    `select status, attempt, error from core.tenant_migrations where tenant_id = $1 and step = '9000_made_up'`,
    [agency.id]
  )
  return rows[0]
}

/** Counts what this process sends to the server while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let sent = 0
  pg.Client.prototype.query = function (this: pg.Client, ...input: unknown[]) {
    sent++
    return Reflect.apply(query, this, input)
  } as typeof query
  await work().finally(() => (pg.Client.prototype.query = query))
  return sent
}

test.group('Migrating the fleet', (group) => {
  const { agency, neighbour } = new Workspace()
  group.each.setup(() => new Workspace().open())
  group.each.teardown(async () => {
    await ownerPool().query(`delete from core.tenant_migrations where step = '9000_made_up'`)
    for (const place of [agency, neighbour]) {
      await ownerPool().query(`drop table if exists ${inOwn(place, 'made_up')}`)
      await ownerPool().query(`alter table ${inOwn(place, 'teams')} drop column if exists made_up`)
    }
  })

  test('asks one question when there is nothing to do', async ({ assert }) => {
    await ownerPool().query('select 1')

    const sent = await statementsOf(async () => {
      const report = await migrateFleet()
      assert.deepInclude(report, { agencies: 0, done: 0, failed: [] })
    })

    assert.equal(sent, 1)
  })

  test('applies a step to every agency, with rights for its new tables', async ({ assert }) => {
    const steps = await nextBuild('create table made_up (id uuid primary key)')

    const report = await migrateFleet({ steps })

    assert.deepInclude(report, { agencies: 2, done: 2, failed: [] })
    const { rows } = await ownerPool().query<{ may: boolean }>(
      `select has_table_privilege($1, $2, 'insert') as may`,
      [(await agency.tenant()).role, inOwn(agency, 'made_up')]
    )
    assert.isTrue(rows[0].may)
    assert.isEmpty(await pendingMigrations(steps))
  })

  test('stops at no agency whose step breaks, reports it, and resumes', async ({ assert }) => {
    await ownerPool().query(`create table ${inOwn(agency, 'made_up')} (id uuid primary key)`)
    const steps = await nextBuild('create table made_up (id uuid primary key)')

    const first = await migrateFleet({ steps })

    assert.deepInclude(first, { agencies: 2, done: 1 })
    assert.deepEqual(
      first.failed.map(({ slug }) => slug),
      [agency.slug]
    )
    assert.match(first.failed[0].error, /host\/9000_made_up: .*already exists/)
    assert.deepInclude(await ledgerOf(agency), { status: 'failed', attempt: 1 })
    assert.deepInclude(await ledgerOf(neighbour), { status: 'done' })

    await ownerPool().query(`drop table ${inOwn(agency, 'made_up')}`)
    const second = await migrateFleet({ steps })

    assert.deepInclude(second, { agencies: 1, done: 1, failed: [] })
    assert.deepInclude(await ledgerOf(agency), { status: 'done', attempt: 2, error: null })
  })

  test('keeps an agency usable by this build, whether it is behind or ahead', async ({
    assert,
  }) => {
    await ownerPool().query(`create table ${inOwn(agency, 'made_up')} (id uuid)`)
    const steps = await nextBuild(
      `alter table teams add column made_up text not null default 'new'`,
      'create table made_up (id uuid)'
    )

    await migrateFleet({ steps })

    assert.notInclude(await columnsOf(agency, 'teams'), 'made_up')
    assert.include(await columnsOf(neighbour, 'teams'), 'made_up')
    for (const place of [agency, neighbour]) {
      await place.inUnit(() => Team.create({ name: 'Usable' }))
      assert.lengthOf(await place.inUnit(() => Team.all()), 1)
    }
  })

  test('lets somebody who holds a lock go on, and tries again', async ({ assert }) => {
    const blocker = new pg.Client({ connectionString: ownerUrl() })
    await blocker.connect()
    await blocker.query(`begin; lock table ${inOwn(agency, 'teams')} in access share mode`)
    const retried: string[] = []

    const report = await migrateFleet({
      steps: await nextBuild('alter table teams add column made_up text'),
      lockTimeout: 50,
      onRetry: (slug) => {
        retried.push(slug)
        blocker.end().catch(() => {})
      },
    })

    assert.include(retried, agency.slug)
    assert.deepInclude(report, { done: 2, failed: [] })
  })

  test('gives up on a lock that stays, for this agency alone', async ({ assert }) => {
    const blocker = new pg.Client({ connectionString: ownerUrl() })
    await blocker.connect()
    await blocker.query(`begin; lock table ${inOwn(agency, 'teams')} in access share mode`)

    const report = await migrateFleet({
      steps: await nextBuild('alter table teams add column made_up text'),
      lockTimeout: 20,
    })

    await blocker.end()
    assert.deepEqual(
      report.failed.map(({ slug }) => slug),
      [agency.slug]
    )
    assert.equal(report.done, 1)
    assert.match((await ledgerOf(agency)).error, /lock timeout/)
  })

  test('leaves whole steps only when it is cut off in the middle, and resumes', async ({
    assert,
  }) => {
    const steps = [
      ...(await nextBuild('create table made_up (id uuid primary key)')),
      stepOf('host', '9001_made_up', [
        'alter table teams add column made_up text',
        'select pg_sleep(60)',
      ]),
    ]

    const running = migrateFleet({ steps })
    await cutOffSleepers(2)
    const report = await running

    assert.equal(report.failed.length, 2)
    assert.include(await columnsOf(agency, 'made_up'), 'id')
    assert.notInclude(await columnsOf(agency, 'teams'), 'made_up')

    steps[steps.length - 1] = stepOf('host', '9001_made_up', [
      'alter table teams add column made_up text',
    ])
    assert.deepInclude(await migrateFleet({ steps }), { done: 2, failed: [] })
    assert.include(await columnsOf(agency, 'teams'), 'made_up')
    await ownerPool().query(`delete from core.tenant_migrations where step = '9001_made_up'`)
  })

  test('applies a step once, however many run at the same time', async ({ assert }) => {
    const steps = await nextBuild('create table made_up (id uuid primary key)')

    const reports = await Promise.all([migrateFleet({ steps }), migrateFleet({ steps })])

    assert.deepEqual(
      reports.flatMap(({ failed }) => failed),
      []
    )
    assert.deepInclude(await ledgerOf(agency), { status: 'done', attempt: 1 })
  })
})

/** Ends the connections of `count` migrations while they work, as a killed process would. */
async function cutOffSleepers(count: number): Promise<void> {
  const ended = new Set<number>()
  while (ended.size < count) {
    const { rows } = await ownerPool().query<{ pid: number }>(
      `select pid, pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event = 'PgSleep'`
    )
    rows.forEach(({ pid }) => ended.add(pid))
  }
}
