import { test } from '@japa/runner'
import { BulkWork, CarryOutBulkWork, requestBulkWork } from '#app/bulk_works'
import { notify } from '#app/notifications'
import { Task } from '#app/records'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { hearOnce, hearTold } from '#tests/support/told_events'
import { NoticingWorkspace } from './noticing.ts'

test.group('Telling members', (group) => {
  const workspace = new NoticingWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  test('of a task that somebody gave them, once, by its name', async ({ client, assert }) => {
    const assignee = await workspace.agency.memberId('marketing')
    const form = { title: 'Order the sign', assignee }
    await workspace.as('principal', client.post('/app/tasks').form(form))

    const [event] = await hearTold('records.task_assigned')
    await hearOnce(event)

    const page = await workspace.as('marketing', client.get('/app/notifications'))
    assert.lengthOf(await workspace.of('marketing'), 1)
    page.assertTextIncludes('Person principal assigned you a task')
    page.assertTextIncludes('Order the sign')
    assert.isEmpty(await workspace.of('principal'))
  })

  test('of a task for their role, but not whoever asked', async ({ client, assert }) => {
    const form = { title: 'Order the sign', assignee: 'principal' }
    await workspace.as('principal', client.post('/app/tasks').form(form))
    await workspace.as(
      'principal',
      client.post('/app/tasks').form({ ...form, assignee: 'marketing' })
    )
    await workspace.as('marketing', client.post('/app/tasks').form({ title: 'My own' }))

    await hearTold('records.task_assigned')

    assert.isEmpty(await workspace.of('principal'))
    const told = await workspace.of('marketing')
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['notifications.task_for_role']
    )
  })

  test('keeps the name from whoever can no longer see it', async ({ client, assert }) => {
    const ownerId = await workspace.agency.memberId('marketing')
    const form = { title: 'Order the sign', assignee: ownerId }
    await workspace.as('principal', client.post('/app/tasks').form(form))
    await hearTold('records.task_assigned')
    const other = await workspace.agency.memberId('junior_agent')
    await workspace.agency.inUnit(() => Task.query().update({ ownerId: other }))

    const page = await workspace.as('marketing', client.get('/app/notifications'))

    page.assertTextIncludes('Something you no longer have access to')
    assert.notInclude(page.text(), 'Order the sign')
    assert.notInclude(page.text(), 'Person principal asks')
  })

  test('of an import of theirs that is over, well or badly', async ({ assert }) => {
    const works = ['contacts.import', 'contacts.export', 'contacts.bulk_act']
    for (const kind of works) await workspace.agency.inUnit(() => requested(kind), 'principal')
    const all = await workspace.agency.inUnit(async () => BulkWork.query().orderBy('id'))
    await carriedOut(all[0], async () => 0)
    await carriedOut(all[1], () => Promise.reject(new Error('the disk is full')))
    await carriedOut(all[2], async () => 0)

    await hearTold('bulk_works.ended')

    const told = await workspace.of('principal')
    assert.deepEqual(
      told.map(({ kind, path, module }) => [kind, path, module]),
      [
        ['notifications.import_done', `/app/contacts/imports/${all[0].id}`, 'contacts'],
        ['notifications.export_failed', `/app/contacts/exports/${all[1].id}`, 'contacts'],
      ]
    )
  })

  test('leaves nothing where the unit rolled back', async ({ assert }) => {
    const to = [await workspace.agency.memberId('marketing')]
    await workspace.agency.inUnit(async () => {
      await notify([{ to, kind: 'notifications.import_done', path: '/app' }])
      unit().refuse()
    })

    assert.isEmpty(await workspace.of('marketing'))
  })

  test('leads nowhere else than into the workspace', async ({ assert }) => {
    const to = [await workspace.agency.memberId('marketing')]
    const paths = ['//evil.example', 'https://evil.example', '/application', '/app/../logout', '']
    for (const path of paths) {
      const telling = () => notify([{ to, kind: 'notifications.import_done', path }])
      await assert.rejects(
        () => workspace.agency.inUnit(telling),
        /notifications_path_in_workspace/
      )
    }
  })

  test('ends when they leave, and takes along what they were told', async ({ client, assert }) => {
    await workspace.given('marketing')
    await workspace.given('junior_agent')
    const gone = await workspace.agency.memberId('marketing')

    await workspace.as('principal', client.delete(`/app/settings/members/${gone}`))
    await hearTold('members.removed')
    await workspace.agency.inUnit(() =>
      notify([{ to: [gone], kind: 'notifications.import_done', path: '/app' }])
    )

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ member_id: string }>('select member_id from notifications')
    )
    assert.deepEqual(
      rows.map((row) => row.member_id),
      [await workspace.agency.memberId('junior_agent')]
    )
  })

  async function requested(kind: string): Promise<void> {
    const draft = { kind, state: 'draft' as const, facts: {}, rowsDone: 0, counts: {} }
    await requestBulkWork(await BulkWork.create({ ...draft, ownerId: currentActor().id }))
  }

  /** The last attempt that there is. */
  async function carriedOut(work: BulkWork, take: () => Promise<number>): Promise<void> {
    const inUnit = <T>(step: () => Promise<T>) => workspace.agency.inUnit(step, 'principal')
    const run = { attempt: 99, signal: new AbortController().signal, inUnit }
    await new CarryOutBulkWork(run, { take }).handle(work.id).catch(() => {})
  }
})
