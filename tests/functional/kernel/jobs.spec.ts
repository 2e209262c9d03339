import type { TestContext } from '@japa/runner/core'
import { test } from '@japa/runner'
import { SignUpAgency } from '#app/agencies'
import { Team } from '#app/members'
import '#kernel/fleet/deletion'
import { ownerPool } from '#kernel/fleet/owner'
import DeleteClosedAgencies from '#kernel/jobs/delete_closed_agencies'
import type { ScheduledJob } from '#kernel/jobs/job'
import { jobOverview } from '#kernel/jobs/job_overview'
import Purge from '#kernel/jobs/purge'
import { forgetSchedule, registerSchedule } from '#kernel/jobs/schedule_registry'
import { coreSql } from '#kernel/tenancy/sql'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { Probe } from '#tests/support/probe'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

type Cleanup = TestContext['cleanup']

function schedule(cleanup: Cleanup, job: Omit<ScheduledJob, 'run'>, deed: () => Promise<void>) {
  class Task {
    handle = deed
  }
  registerSchedule({ ...job, run: async () => ({ default: Task }) })
  cleanup(() => forgetSchedule(job.name))
}

/** Once an hour, and not just now in any time zone. */
const notNow = () => `${(new Date().getUTCMinutes() + 20) % 60} * * * *`

/** As if no worker had run for an hour. */
async function sleepAnHour(): Promise<void> {
  await ownerPool().query(
    `update pgboss.version set cron_on = now() - interval '1 hour';
     update pgboss.schedule set created_on = now() - interval '1 day'`
  )
}

async function runsOf(
  job: string
): Promise<{ outcome: string | null; tenant_id: string | null }[]> {
  const { rows } = await coreSql<{ outcome: string | null; tenant_id: string | null }>(
    'select outcome, tenant_id from job_runs where job = ? order by id',
    [job]
  )
  return rows
}

test.group('A job by the clock', (group) => {
  const workspace = new Workspace()

  group.each.setup(async () => {
    await workspace.open()
    await new Probe().silence()
    await coreSql('delete from pgboss.schedule')
  })

  test('that was missed while nobody worked is made up for once, by one of two workers', async ({
    assert,
    cleanup,
  }) => {
    schedule(cleanup, { name: 'probe.tick', cron: notNow(), perAgency: false }, async () => {
      assert.isFalse(tenancy.isOpen)
    })
    const before = await startWorker(cleanup)
    await before.stop()
    await new Probe().silence()
    await sleepAnHour()

    await Promise.all([startWorker(cleanup), startWorker(cleanup)])
    await until(async () => (await runsOf('probe.tick')).some((run) => run.outcome === 'done'))
    await until(async () => (await waitingMoments()) === 0)

    assert.deepEqual(await runsOf('probe.tick'), [{ outcome: 'done', tenant_id: null }])
  }).timeout(60_000)

  test('of each agency runs in its time zone, in a unit of its own', async ({
    assert,
    cleanup,
  }) => {
    const seen: string[] = []
    schedule(cleanup, { name: 'probe.greet', cron: notNow(), perAgency: true }, async () => {
      seen.push(unit().tenant.slug)
      await Team.create({ name: `Made in ${unit().tenant.timeZone}` })
    })
    const before = await startWorker(cleanup)
    const { rows } = await coreSql<{ timezone: string }>(
      `select timezone from pgboss.schedule where key like 'probe.greet/%' order by 1`
    )
    await before.stop()
    assert.includeMembers(
      rows.map((row) => row.timezone),
      [(await workspace.agency.tenant()).timeZone, (await workspace.neighbour.tenant()).timeZone]
    )
    await new Probe().silence()
    await sleepAnHour()

    await startWorker(cleanup)
    await until(() => seen.includes('north') && seen.includes('south'))
    await until(async () => (await waitingMoments()) === 0)

    assert.deepEqual(seen.sort(), ['north', 'south'])
    const names = await workspace.agency.inUnit(async () => (await Team.all()).map((t) => t.name))
    assert.deepEqual(names, [`Made in ${(await workspace.agency.tenant()).timeZone}`])
  }).timeout(60_000)

  test('that this build no longer knows is taken off the clock', async ({ assert, cleanup }) => {
    await coreSql(
      `insert into pgboss.schedule (name, key, cron, timezone, data) values ('schedules', 'probe.gone', '0 0 * * *', 'UTC', '{"job": "probe.gone", "zone": null}')`
    )

    await startWorker(cleanup)

    const { rows } = await coreSql<{ key: string }>(
      `select key from pgboss.schedule where key like 'probe.%'`
    )
    assert.deepEqual(rows, [])
  })

  test('is listed with what starts it and how its last run ended', async ({ assert }) => {
    await coreSql(
      `insert into job_runs (job, started_at, ended_at, outcome) values
        ('kernel.purge', now() - interval '2 days', now() - interval '2 days', 'failed'),
        ('kernel.purge', now() - interval '1 day', now() - interval '1 day', 'done')`
    )

    const purge = (await jobOverview()).find((job) => job.name === 'kernel.purge')

    assert.containsSubset(purge, {
      module: null,
      starts: '17 3 * * * UTC',
      last: { outcome: 'done' },
    })
  })
})

test.group("One agency's five thousand jobs", (group) => {
  const workspace = new Workspace()
  let probe: Probe

  group.each.setup(async () => {
    await workspace.open()
    probe = new Probe()
    await probe.silence()
    return () => probe.silence()
  })

  test("delay another agency's job by two seconds at most", async ({ assert, cleanup }) => {
    probe.listen()
    await workspace.agency.inUnit(async () => {
      for (let index = 0; index < 5_000; index++) probe.tell()
    })
    await startWorker(cleanup)
    await until(() => probe.heard.length > 50)

    const told = Date.now()
    await workspace.neighbour.inUnit(async () => probe.tell())
    await until(() => probe.heard.some((event) => event.tenantId === workspace.neighbour.id))

    assert.isBelow(Date.now() - told, 2_000)
    assert.isBelow(probe.heard.length, 5_000, 'the others were still waiting')
  }).timeout(60_000)
})

test.group('A worker that is asked to stop', (group) => {
  const workspace = new Workspace()
  let probe: Probe

  group.each.setup(async () => {
    await workspace.open()
    probe = new Probe()
    await probe.silence()
    return () => probe.silence()
  })

  test('finishes the short work that it has begun', async ({ assert, cleanup }) => {
    probe.listen()
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    probe.deed = async () => {
      begun.resolve()
      await goOn.promise
    }
    const worker = await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await begun.promise

    const stopped = worker.stop()
    goOn.resolve()
    await stopped

    assert.deepEqual(await probe.outcomes(), ['done'])
  })

  test('hands long work back at its next page, and another worker goes on', async ({
    assert,
    cleanup,
  }) => {
    probe.listen('probe.walk', 'job')
    const begun = Promise.withResolvers<void>()
    const pages: number[] = []
    probe.deed = async (_event, run) => {
      for (let page = 0; page < 3; page++) {
        await run!.inUnit(async () => void pages.push(run!.attempt))
        begun.resolve()
        if (run!.attempt === 1) await until(() => run!.signal.aborted)
      }
    }
    const first = await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await begun.promise
    await first.stop()
    assert.deepEqual(await probe.outcomes(), ['handed_back'])

    await startWorker(cleanup)
    await probe.ends(2)

    assert.deepEqual(await probe.outcomes(), ['handed_back', 'done'])
    assert.deepEqual(pages, [1, 2, 2, 2])
  })
})

test.group('What has had its time', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('is purged, and what is still needed stays', async ({ assert }) => {
    await coreSql(
      `insert into job_runs (job, started_at) values ('probe.old', now() - interval '31 days'), ('probe.new', now())`
    )
    await coreSql(
      `insert into rate_limits (key, points, expire) values ('probe:old', 1, 1), ('probe:new', 1, 99999999999999), ('probe:forever', 1, null)`
    )

    await new Purge().handle()

    const { rows: runs } = await coreSql<{ job: string }>(
      `select job from job_runs where job like 'probe.%'`
    )
    const { rows: limits } = await coreSql<{ key: string }>(
      `delete from rate_limits where key like 'probe:%' returning key`
    )
    assert.deepEqual(runs, [{ job: 'probe.new' }])
    assert.sameMembers(
      limits.map((row) => row.key),
      ['probe:new', 'probe:forever']
    )
    const session = workspace.agency.session('principal')
    assert.isString(session.cookie)
    const { rows: sessions } = await coreSql<{ count: number }>('select count(*) from sessions')
    assert.isAbove(sessions[0].count, 0)
  })

  test('an agency whose days of grace are over is deleted', async ({ assert }) => {
    const result = await new SignUpAgency().handle({
      agency: 'Brief stay',
      slug: 'brief-stay',
      market: 'US',
      name: 'Ann Lee',
      email: 'ann@brief-stay.example',
      password: 'a long walk by the sea',
    })
    if (!result.ok) return assert.fail(result.reason)
    const { tenantId } = result.value
    await ownerPool().query(
      `update core.tenants set status = 'closing', delete_after = now() - interval '1 hour' where id = $1`,
      [tenantId]
    )

    await new DeleteClosedAgencies().handle()
    await new DeleteClosedAgencies().handle()

    await until(async () => {
      const { rows } = await coreSql('select from tenants where id = ?', [tenantId])
      return rows.length === 0
    })
    assert.isNotNull(await workspace.agency.tenant())
  })
})

async function waitingMoments(): Promise<number> {
  const { rows } = await coreSql<{ count: number }>(
    `select count(*) from pgboss.job where name in ('schedules', 'agency_jobs', '__pgboss__send-it') and state <= 'active' and data::text like '%probe.%'`
  )
  return rows[0].count
}
