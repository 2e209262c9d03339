import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { moduleNames } from '#kernel/modules/module_registry'
import { countedQueries } from '#tests/support/counted_queries'
import { runScheduled } from '#tests/support/run_scheduled'
import { NoticingWorkspace } from './noticing.ts'

const NOWHERE = '00000000-0000-4000-8000-000000000000'

test.group('Reading notifications', (group) => {
  const workspace = new NoticingWorkspace()
  group.each.setup(() => workspace.open())

  test('shows the unread ones first, and says where there are none', async ({ client, assert }) => {
    const empty = await workspace.as('marketing', client.get('/app/notifications'))
    await workspace.given('marketing', { kind: 'notifications.export_done' })
    const read = await workspace.given('marketing')
    await workspace.as('marketing', client.post(`/app/notifications/${read.id}/reading`))

    const page = await workspace.as('marketing', client.get('/app/notifications'))

    empty.assertTextIncludes('No notifications')
    const told = page.text().match(/Your (import is done|export is ready)/g)
    assert.deepEqual(told, ['Your export is ready', 'Your import is done'])
    assert.lengthOf(page.text().match(/notice-unread/g)!, 1)
    assert.lengthOf(page.text().match(/<time datetime/g)!, 2)
  })

  test('of one leads to what it is about, the first time being the time that counts', async ({
    client,
    assert,
  }) => {
    const { id } = await workspace.given('marketing', { path: '/app/tasks?whose=role' })

    const followed = await workspace.as(
      'marketing',
      client.post(`/app/notifications/${id}/reading`)
    )
    const [{ read_at: first }] = await workspace.of('marketing')
    await workspace.as('marketing', client.post(`/app/notifications/${id}/reading`))

    followed.assertHeader('location', '/app/tasks?whose=role')
    assert.isNotNull(first)
    assert.deepEqual((await workspace.of('marketing'))[0].read_at, first)
  })

  test('of all leaves what came since they were shown', async ({ client, assert }) => {
    await workspace.given('marketing')
    const { id: newest } = await workspace.given('marketing')
    await workspace.given('marketing')
    await workspace.given('junior_agent')

    const answer = await workspace.as(
      'marketing',
      client.post('/app/notifications/reading').form({ newest })
    )

    answer.assertHeader('location', '/app/notifications')
    const unread = (await workspace.of('marketing')).map((one) => one.read_at === null)
    assert.deepEqual(unread, [false, false, true])
    assert.isNull((await workspace.of('junior_agent'))[0].read_at)
  })

  test('refuses what names nothing', async ({ client, assert }) => {
    await workspace.given('marketing')

    const answer = await workspace.asFragment(
      'marketing',
      client.post('/app/notifications/reading').form({ newest: 'the last one' })
    )
    const nowhere = await workspace.as('marketing', client.post('/app/notifications/x/reading'))

    answer.assertStatus(422)
    nowhere.assertStatus(404)
    assert.isNull((await workspace.of('marketing'))[0].read_at)
  })

  test('is one’s own affair: not a colleague’s, not a neighbour’s', async ({ client, assert }) => {
    const { id } = await workspace.given('marketing', { kind: 'notifications.import_failed' })
    const mark = `/app/notifications/${id}/reading`

    const colleague = await workspace.as('principal', client.post(mark))
    const stranger = await workspace.asStranger(client.post(mark))
    const unknown = await workspace.as(
      'principal',
      client.post(`/app/notifications/${NOWHERE}/reading`)
    )
    const page = await workspace.as('principal', client.get('/app/notifications'))
    const nobody = await workspace.asNobody(client.get('/app/notifications'))

    for (const answer of [colleague, stranger, unknown]) answer.assertStatus(404)
    assert.notInclude(page.text(), 'could not be finished')
    assert.isNull((await workspace.of('marketing'))[0].read_at)
    assert.equal(nobody.status(), 302)
  })

  test('passes over those of modules that are off', async ({ client, assert }) => {
    const module = moduleNames.at(-1)!
    const { id } = await workspace.given('marketing', { module })
    await workspace.agency.switchModule(module, 'off')

    const page = await workspace.as('marketing', client.get('/app/notifications'))
    const mark = await workspace.as('marketing', client.post(`/app/notifications/${id}/reading`))
    const bell = await workspace.asFragment(
      'marketing',
      client.get('/app/notifications/bell?seen=1')
    )

    page.assertTextIncludes('No notifications')
    mark.assertStatus(404)
    assert.notInclude(bell.text(), 'class="bell-count"')
  }).skip(moduleNames.length === 0, 'no module is shipped')

  test('goes on page by page, in as many queries however many there are', async ({
    client,
    assert,
  }) => {
    const ask = (address: string) => workspace.as('marketing', client.get(address))
    await workspace.givenMany('marketing', 1)
    const few = await countedQueries(async () => void (await ask('/app/notifications')))
    await workspace.givenMany('marketing', 29)
    const many = await countedQueries(async () => void (await ask('/app/notifications')))

    const first = await ask('/app/notifications')
    const [, next] = /href="(\/app\/notifications\?after=[^"]+)"/.exec(first.text())!
    const second = await ask(next)
    const nonsense = await ask('/app/notifications?after=new.nonsense')

    assert.equal(many.length, few.length)
    const shown = (html: string) => html.match(/class="notice notice-unread"/g)!.length
    assert.deepEqual(
      [first, second, nonsense].map((page) => shown(page.text())),
      [25, 5, 25]
    )
    assert.notInclude(second.text(), 'rel="next"')
  })

  test('ends a month later', async ({ assert }) => {
    const old = await workspace.given('marketing')
    await workspace.given('marketing')
    await workspace.agency.inUnit(() =>
      unitSql(
        `update notifications set created_at = now() - interval '90 days',
                read_at = case when id = ? then now() - interval '31 days' end`,
        [old.id]
      )
    )

    await runScheduled('notifications.forget_read', workspace.agency)

    const left = await workspace.of('marketing')
    assert.lengthOf(left, 1)
    assert.isNull(left[0].read_at)
  })
})

test.group('The bell', (group) => {
  const workspace = new NoticingWorkspace()
  group.each.setup(() => workspace.open())

  test('counts on every page what is unread, up to 99', async ({ client, assert }) => {
    const none = await workspace.as('marketing', client.get('/app/tasks'))
    await workspace.givenMany('marketing', 3)
    const few = await workspace.as('marketing', client.get('/app/tasks'))
    await workspace.givenMany('marketing', 100)
    const many = await workspace.as('marketing', client.get('/app/tasks'))

    assert.notInclude(none.text(), 'class="bell-count"')
    few.assertTextIncludes('Notifications, 3 unread')
    many.assertTextIncludes('Notifications, 99+ unread')
  })

  test('costs a page one query, and a fragment none', async ({ client, assert }) => {
    const counting = (statements: string[]) =>
      statements.filter((sql) => sql.includes('from notifications')).length
    const page = await countedQueries(
      async () => void (await workspace.as('marketing', client.get('/app/tasks')))
    )
    const part = await countedQueries(
      async () => void (await workspace.asFragment('marketing', client.get('/app/tasks')))
    )

    assert.deepEqual([counting(page), counting(part)], [1, 0])
  })

  test('says nothing as long as nothing changed, then shows the new count', async ({
    client,
    assert,
  }) => {
    await workspace.given('marketing')
    const look = (seen: number) =>
      workspace.asFragment('marketing', client.get('/app/notifications/bell').qs({ seen }))

    const same = await look(1)
    const changed = await look(0)
    const plain = await workspace.as('marketing', client.get('/app/notifications/bell'))

    same.assertStatus(204)
    assert.equal(same.text(), '')
    changed.assertTextIncludes('Notifications, 1 unread')
    assert.notInclude(changed.text(), '<html')
    plain.assertHeader('location', '/app/notifications')
  })

  test('opens upon the first few', async ({ client, assert }) => {
    await workspace.givenMany('marketing', 12)

    const menu = await workspace.asFragment('marketing', client.get('/app/notifications?as=menu'))

    assert.lengthOf(menu.text().match(/notice-unread/g)!, 6)
    menu.assertTextIncludes('Mark all as read')
    menu.assertTextIncludes('All notifications')
  })

  test('is there, without a count, where a page is made of a refusal', async ({ client }) => {
    const page = await workspace.as('marketing', client.get('/app/settings/agency'))

    page.assertStatus(403)
    page.assertTextIncludes('id="bell-count"')
  })
})
