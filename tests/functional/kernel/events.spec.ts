import type { TestContext } from '@japa/runner/core'
import { test } from '@japa/runner'
import { Team } from '#app/members'
import { readListeners } from '#kernel/events/listener_registry'
import { relayBatch } from '#kernel/events/outbox_relay'
import { JobQueue } from '#kernel/jobs/job_queue'
import { coreSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { Probe } from '#tests/support/probe'
import { startWorker } from '#tests/support/start_worker'
import { Workspace } from '#tests/support/workspace'

async function waiting(): Promise<number> {
  const { rows } = await coreSql<{ waiting: number }>(
    `select (select count(*) from outbox) + (select count(*) from pgboss.job where state < 'active' and name in ('listeners','long_jobs')) as waiting`
  )
  return rows[0].waiting
}

test.group('An event', (group) => {
  const workspace = new Workspace()
  let probe: Probe

  group.each.setup(async () => {
    await workspace.open()
    probe = new Probe()
    await probe.silence()
    return () => probe.silence()
  })

  test('is heard once, with its facts, after the unit that told it', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell({ contactId: 'c1' }), 'senior_agent')
    await probe.ends(1)

    assert.lengthOf(probe.heard, 1)
    assert.containsSubset(probe.heard[0], {
      name: 'probe.happened',
      version: 1,
      payload: { contactId: 'c1' },
      tenantId: workspace.agency.id,
      actorId: await workspace.agency.memberId('senior_agent'),
      actorKind: 'staff',
    })
    assert.deepEqual(await probe.outcomes(), ['done'])
  })

  test('is not there at all when its unit rolled back or was refused', async ({ assert }) => {
    await assert.rejects(() =>
      workspace.agency.inUnit(async () => {
        probe.tell()
        throw new Error('changed my mind')
      })
    )
    await workspace.agency.inUnit(async () => {
      probe.tell()
      unit().refuse()
    })

    assert.equal(await waiting(), 0)
  })

  test('is handed on once by two relays that look at the same time', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    await readListeners()
    const [one, two] = [await openQueue(cleanup), await openQueue(cleanup)]
    await workspace.agency.inUnit(async () => {
      for (let index = 0; index < 300; index++) probe.tell({ index })
    })

    const moved = await Promise.all([relayBatch(one), relayBatch(two), relayBatch(one)])

    assert.equal(
      moved.reduce((sum, count) => sum + count),
      300
    )
    const { rows } = await coreSql<{ jobs: number; events: number }>(
      `select count(*) as jobs, count(distinct data->'event'->>'id') as events from pgboss.job where name = 'listeners'`
    )
    assert.deepEqual(rows[0], { jobs: 300, events: 300 })
  })

  test('stays in the outbox when the relay dies half-way', async ({ assert, cleanup }) => {
    probe.listen()
    await readListeners()
    const boss = await openQueue(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    const insert = boss.insert.bind(boss)
    boss.insert = async (...facts: Parameters<typeof insert>) => {
      await insert(...facts)
      throw new Error('cut off')
    }

    await assert.rejects(() => relayBatch(boss), /cut off/)

    const { rows } = await coreSql<{ outbox: number; jobs: number }>(
      `select (select count(*) from outbox) as outbox, (select count(*) from pgboss.job where name = 'listeners') as jobs`
    )
    assert.deepEqual(rows[0], { outbox: 1, jobs: 0 })
  })

  test('takes effect once although it is delivered twice', async ({ assert, cleanup }) => {
    probe.listen()
    probe.deed = async () => void (await Team.create({ name: 'Made by a listener' }))
    await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await probe.ends(1)

    await coreSql(
      `insert into pgboss.job (id, name, data, policy, retry_limit) select gen_random_uuid(), name, data, policy, 0 from pgboss.job where name = 'listeners' limit 1`
    )
    await probe.ends(2)

    assert.deepEqual(await probe.outcomes(), ['done', 'done'])
    assert.equal(await workspace.agency.inUnit(async () => (await Team.all()).length), 1)
  })

  test('takes effect once although its first worker was cut off half-way', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    const cutOff = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    probe.deed = async () => {
      await Team.create({ name: 'Made by a listener' })
      if (probe.heard.length > 0) return
      begun.resolve()
      await cutOff.promise
      throw new Error('connection lost')
    }
    const first = await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await begun.promise
    const stopped = first.stop({ abandon: true })
    probe.heard.push({} as never)
    cutOff.resolve()
    await stopped

    await startWorker(cleanup)
    await probe.ends(2)

    assert.equal(await workspace.agency.inUnit(async () => (await Team.all()).length), 1)
  })

  test('is skipped where the agency is suspended', async ({ assert, cleanup }) => {
    probe.listen()
    await workspace.agency.inUnit(async () => probe.tell())
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })

    await startWorker(cleanup)
    await probe.ends(1)
    await workspace.agency.fleet('resume')

    assert.deepEqual(await probe.outcomes(), ['skipped'])
    assert.lengthOf(probe.heard, 0)
  })

  test("is skipped where the listener's module is off, and heard by the others", async ({
    assert,
    cleanup,
  }) => {
    probe.listen('probe.of_a_module', 'unit', 'probe')
    const host = new Probe()
    host.listen('probe.of_the_host')
    cleanup(() => host.silence())
    await workspace.agency.inUnit(async () => probe.tell())

    await startWorker(cleanup)
    await probe.ends(1)
    await host.ends(1)

    assert.deepEqual(await probe.outcomes(), ['skipped'])
    assert.lengthOf(probe.heard, 0)
    assert.lengthOf(host.heard, 1)
  })
})

async function openQueue(cleanup: TestContext['cleanup']) {
  const queue = new JobQueue({ schedule: false, supervise: false })
  await queue.open()
  cleanup(() => queue.close({ patience: 0 }))
  return queue.boss
}
