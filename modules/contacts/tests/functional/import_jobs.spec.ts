import { test } from '@japa/runner'
import { forgetListener, registerListener } from '#kernel/events/listener_registry'
import { Worker } from '#kernel/jobs/worker'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { until } from '#tests/support/until'
import { generatedList } from '../generated_list.ts'
import { ImportWorkspace } from '../import_workspace.ts'
import { WorkProcess } from '../work_process.ts'

const PATIENCE = 80_000

test.group('An import in the background', (group) => {
  const workspace = new ImportWorkspace()

  group.each.setup(async () => {
    await workspace.open()
    await forgetJobs()
    return forgetJobs
  })

  test('runs in a worker and tells of the whole list by one event', async ({ assert, cleanup }) => {
    const heard: string[] = []
    registerListener({
      kind: 'unit',
      event: 'contacts.imported',
      name: 'probe.hears_of_imports',
      handle: async ({ payload }) => void heard.push(payload.importId as string),
    })
    cleanup(() => forgetListener('probe.hears_of_imports'))
    const work = await workspace.givenImport({ list: generatedList(1_200) })
    await workspace.start(work)
    const worker = new Worker()
    await worker.start()
    cleanup(() => worker.stop())
    await until(() => heard.length > 0, PATIENCE)

    assert.deepEqual(heard, [work.id])
    assert.equal(await count('contacts'), 1_200)
    assert.equal((await workspace.read(work)).state, 'done')
    assert.deepEqual(await contactEvents(), ['contacts.imported'])
  }).timeout(PATIENCE)

  test('loses and doubles no row when its worker is killed in the middle', async ({
    assert,
    cleanup,
  }) => {
    const rows = 8_000
    const work = await workspace.givenImport({ list: generatedList(rows) })
    await workspace.start(work)
    const first = new WorkProcess()
    cleanup(() => first.kill())
    await until(async () => (await workspace.read(work)).rowsDone >= 2_000, PATIENCE)
    await first.kill()
    const halfWay = (await workspace.read(work)).rowsDone
    assert.isBelow(halfWay, rows)

    const second = new WorkProcess()
    cleanup(() => second.kill())
    await until(async () => (await workspace.read(work)).state === 'done', PATIENCE)

    const done = await workspace.read(work)
    assert.deepEqual([done.rowsDone, done.counts], [rows, { created: rows }])
    assert.equal(await count('contacts'), rows)
    assert.equal(await count('contact_import_rows'), rows)
    assert.equal(await count('search_documents'), rows)
    assert.equal(await count('contact_points'), rows + rows + rows / 2)
  }).timeout(PATIENCE * 2)

  test('doubles nothing when two workers import the same list at once', async ({
    assert,
    cleanup,
  }) => {
    const list = generatedList(4_000)
    const works = [await workspace.givenImport({ list }), await workspace.givenImport({ list })]
    for (const work of works) await workspace.start(work)
    const workers = [new WorkProcess(), new WorkProcess()]
    cleanup(() => Promise.all(workers.map((worker) => worker.kill())).then(() => {}))

    const states = async () => Promise.all(works.map(async (work) => workspace.read(work)))
    await until(async () => (await states()).every(({ state }) => state === 'done'), PATIENCE)

    assert.equal(await count('contacts'), 4_000)
    const counts = (await states()).map((work) => work.counts)
    assert.equal((counts[0].created ?? 0) + (counts[1].created ?? 0), 4_000)
  }).timeout(PATIENCE)

  test('stops where the agency is suspended, and goes on when it is asked to', async ({
    assert,
    cleanup,
    client,
  }) => {
    const work = await workspace.givenImport({ list: generatedList(6_000) })
    await workspace.start(work)
    const worker = new Worker()
    await worker.start()
    cleanup(() => worker.stop())
    await until(async () => (await workspace.read(work)).rowsDone >= 1_000, PATIENCE)

    await workspace.agency.fleet('suspend')
    await until(async () => (await outcomes()).length > 0, PATIENCE)
    await workspace.agency.fleet('resume')

    assert.deepEqual(await outcomes(), ['skipped'])
    const stopped = await workspace.read(work)
    assert.equal(stopped.state, 'running')
    assert.equal(await count('contacts'), stopped.rowsDone)

    await workspace.agency.inUnit(() =>
      unitSql(`update bulk_works set updated_at = now() - interval '5 minutes' where id = ?`, [
        work.id,
      ])
    )
    const response = await workspace.as(
      'principal',
      client.post(`/app/contacts/imports/${work.id}/continuation`)
    )
    response.assertStatus(302)
    await until(async () => (await workspace.read(work)).state === 'done', PATIENCE)
    assert.equal(await count('contacts'), 6_000)
  }).timeout(PATIENCE)

  test('fails with a reason where its list is gone, without being tried again', async ({
    assert,
    cleanup,
  }) => {
    const work = await workspace.givenImport({ list: generatedList(10) })
    await workspace.start(work)
    await workspace.agency.inUnit(() => unitSql('update files set deleted_at = now()'))
    const worker = new Worker()
    await worker.start()
    cleanup(() => worker.stop())

    await until(async () => (await workspace.read(work)).state === 'failed', PATIENCE)

    assert.deepEqual((await workspace.read(work)).error, {
      key: 'contacts.import.failed.list_gone',
      params: {},
    })
    await until(async () => (await outcomes()).length > 0)
    assert.deepEqual(await outcomes(), ['done'])
  })

  async function count(table: string): Promise<number> {
    return workspace.agency.inUnit(async () => {
      const { rows } = await unitSql<{ count: number }>(`select count(*) as count from ${table}`)
      return rows[0].count
    })
  }

  async function outcomes(): Promise<string[]> {
    const { rows } = await coreSql<{ outcome: string }>(
      `select outcome from job_runs where job = 'contacts.import_contacts' and outcome is not null order by id`
    )
    return rows.map(({ outcome }) => outcome)
  }
})

/** Names of the events of contacts that were told, but for the asking itself. */
async function contactEvents(): Promise<string[]> {
  const { rows } = await coreSql<{ name: string }>(
    `select distinct data->'event'->>'name' as name from pgboss.job
      where data->'event'->>'name' like 'contacts.%' and data->'event'->>'name' not like '%_requested'`
  )
  return rows.map(({ name }) => name)
}

async function forgetJobs(): Promise<void> {
  await coreSql('delete from outbox')
  await coreSql('delete from pgboss.job')
  await coreSql('delete from job_runs')
}
