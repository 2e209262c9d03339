import { test } from '@japa/runner'
import { Task } from '#app/records'
import { daysAfter, today } from '#kernel/markets/time'
import { coreSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Tasks', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  const inDays = async (count: number) =>
    daysAfter(today((await workspace.agency.tenant()).timeZone), count)

  const given = async (facts: Partial<Task> = {}) => {
    const ownerId = facts.role ? null : await workspace.agency.memberId('principal')
    return workspace.agency.inUnit(
      async () => Task.create({ title: 'Order the sign', ownerId, status: 'open', ...facts }),
      'principal'
    )
  }

  const read = (id: string) => workspace.agency.inUnit(async () => Task.findOrFail(id))

  test('are asked of a member or of a role, about a contact or nothing in particular', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ann Lee' })
    const about = { subjectType: 'contact', subjectId: contact.id }

    const made = await workspace.as(
      'principal',
      client.post('/app/tasks').form({ title: 'Call Ann', assignee: 'senior_agent', ...about })
    )
    const own = await workspace.as('principal', client.post('/app/tasks').form({ title: 'My own' }))
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const theirs = await workspace.as('senior_agent', client.get('/app/tasks?whose=role'))

    made.assertHeader('location', `/app/contacts/${contact.id}`)
    own.assertHeader('location', '/app/tasks')
    assert.include(page.text(), 'Call Ann')
    assert.include(theirs.text(), 'Call Ann')
    assert.notInclude(theirs.text(), 'Ann Lee')
    assert.lengthOf(await workspace.told('records.task_assigned'), 1)
  })

  test('say beside the field what is wrong, and keep what was typed', async ({
    client,
    assert,
  }) => {
    const ask = (sent: object) =>
      workspace.asFragment(
        'principal',
        client.post('/app/tasks').header('hx-source', 'form#task').form(sent)
      )

    const empty = await ask({ title: '' })
    const noDay = await ask({ title: 'x', dueTime: '10:00' })
    const nobody = await ask({ title: 'x', assignee: 'king' })

    for (const [answer, field] of [
      [empty, 'title'],
      [noDay, 'dueOn'],
      [nobody, 'assignee'],
    ] as const) {
      answer.assertStatus(422)
      assert.include(answer.text(), `err-task-${field}`)
    }
  })

  test('stand on the first page among the follow-ups, by rank, and are worked off there', async ({
    client,
    assert,
  }) => {
    await workspace.givenNextAction(
      await workspace.givenContact({ name: 'Ann Lee' }),
      await inDays(-1)
    )
    const task = await given({ title: 'Order the sign', dueOn: await inDays(-3) })
    await given({ title: 'Any principal may', role: 'principal', dueOn: await inDays(0) })
    await given({ title: 'Not yet', dueOn: await inDays(2) })
    await given({ title: 'Not mine', role: 'marketing', dueOn: await inDays(-9) })

    const page = await workspace.as('principal', client.get('/app'))
    const later = await workspace.asFragment(
      'principal',
      client.post(`/app/tasks/${task.id}/postponement?back=today`).form({ days: 3 })
    )
    const done = await workspace.as(
      'principal',
      client.post(`/app/tasks/${task.id}/completion?back=today`)
    )

    const names = page.text().match(/(Order the sign|Any principal may|Ann Lee|Not \w+)(?=<\/a>)/g)
    assert.deepEqual(names, ['Order the sign', 'Ann Lee', 'Any principal may'])
    assert.notInclude(later.text(), 'Order the sign')
    assert.include(later.text(), 'Ann Lee')
    assert.include(later.text(), `postponement?on=${task.dueOn}&amp;back=today`)
    done.assertHeader('location', '/app')
    assert.equal((await read(task.id)).status, 'done')
  })

  test('are done, opened again and cancelled, each step kept, and twice is once', async ({
    client,
    assert,
  }) => {
    const task = await given()
    const address = `/app/tasks/${task.id}`

    await workspace.as('principal', client.post(`${address}/completion`))
    const twice = await workspace.asFragment('principal', client.post(`${address}/completion`))
    const illegal = await workspace.asFragment('principal', client.post(`${address}/cancellation`))
    await workspace.as('principal', client.delete(`${address}/completion`))
    await workspace.as('principal', client.post(`${address}/cancellation`))

    twice.assertStatus(200)
    illegal.assertStatus(409)
    assert.deepEqual(await workspace.steps(task.id), [
      'open → done',
      'done → open',
      'open → cancelled',
    ])
  })

  test('are changed by one at a time, and told to whoever gets them', async ({
    client,
    assert,
  }) => {
    const task = await given()
    const change = (version: number) =>
      workspace.asFragment(
        'principal',
        client
          .put(`/app/tasks/${task.id}`)
          .form({ title: 'Order two signs', assignee: 'marketing', version })
      )

    const saved = await change(1)
    const stale = await change(1)

    saved.assertStatus(200)
    stale.assertStatus(409)
    assert.containsSubset((await read(task.id)).$attributes, {
      title: 'Order two signs',
      role: 'marketing',
      ownerId: null,
    })
    assert.lengthOf(await workspace.told('records.task_assigned'), 1)
  })

  test('of others are nobody else’s business', async ({ client, assert }) => {
    const task = await given({ title: 'Secret plan' })
    const contact = await workspace.givenContact({ name: 'Secret one' })
    const address = `/app/tasks/${task.id}`

    for (const role of ['senior_agent', 'collections_manager'] as const) {
      const page = await workspace.as(role, client.get('/app/tasks?whose=all'))
      assert.notInclude(page.text(), 'Secret plan')
      const answers = [
        await workspace.as(role, client.get(`${address}/edit`)),
        await workspace.as(role, client.put(address).form({ title: 'x', version: 1 })),
        await workspace.as(role, client.post(`${address}/completion`)),
        await workspace.as(role, client.post(`${address}/cancellation`)),
        await workspace.as(role, client.post(`${address}/postponement`).form({ days: 1 })),
      ]
      for (const answer of answers) answer.assertStatus(404)
    }
    const about = { title: 'x', subjectType: 'contact', subjectId: contact.id }
    const unseen = await workspace.as('senior_agent', client.post('/app/tasks').form(about))
    const forbidden = await workspace.as(
      'collections_manager',
      client.post('/app/tasks').form(about)
    )
    const stranger = await workspace.asStranger(client.get(`${address}/edit`))
    const manager = await workspace.as('sales_director', client.get('/app/tasks?whose=all'))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.post('/app/tasks').form(about))

    for (const answer of [unseen, stranger, off]) answer.assertStatus(404)
    forbidden.assertStatus(403)
    assert.include(manager.text(), 'Secret plan')
  })

  test('are paged by day, at the same cost however many', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    for (let count = 0; count < 30; count++)
      await given({
        title: `Task ${count}.`,
        dueOn: count < 20 ? await inDays(count) : null,
        subjectType: 'contact',
        subjectId: contact.id,
      })
    const page = (query = '') => workspace.as('principal', client.get(`/app/tasks${query}`))

    const first = await page()
    const next = /\/app\/tasks(\?[^"]*after=[^"]*)"/.exec(first.text())![1].replaceAll('&amp;', '&')
    const second = await page(next)
    const statements = await countedQueries(() => page())

    const titles = (html: string) => new Set(html.match(/Task \d+\./g))
    assert.equal(titles(first.text()).size, 25)
    assert.equal(titles(second.text()).size, 5)
    assert.lengthOf(
      statements.filter((sql) => /"tasks"|"contacts"/.test(sql)),
      2
    )
  })

  test('go along when contacts are merged, and back', async ({ assert }) => {
    const [mine, other] = [
      await workspace.givenContact({ name: 'Ann Lee' }),
      await workspace.givenContact({ name: 'Anne Lee' }),
    ]
    const task = await given({ subjectType: 'contact', subjectId: other.id })

    await workspace.givenMerge(mine, other)

    assert.equal((await read(task.id)).subjectId, mine.id)
  })
})
