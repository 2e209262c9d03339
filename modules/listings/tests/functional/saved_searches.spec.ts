import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { SearchesWorkspace } from '../search_workspace.ts'

const DRAFT = { name: 'By the sea', frequency: 'instant', query: 'q=3 bed house under 900k' }

test.group('Saving a search', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(() => workspace.open())

  test('keeps what was understood of the list’s address', async ({ client, assert }) => {
    const response = await workspace.as(
      'junior_agent',
      client.post('/app/listings/searches').form(DRAFT)
    )
    const search = await workspace.search()
    response.assertHeader('location', `/app/listings/searches/${search!.id}`)
    assert.equal(search!.query, 'types=house&beds_min=3&beds_max=3&price_max=900000&currency=USD')
    const page = await workspace.as(
      'junior_agent',
      client.get(`/app/listings/searches/${search!.id}`)
    )
    assert.include(page.text(), 'By the sea')
    assert.include(page.text(), 'up to $900,000')
    const index = await workspace.as('junior_agent', client.get('/app/listings/searches'))
    assert.include(index.text(), 'By the sea')
  })

  test('offers what the list shows now', async ({ client, assert }) => {
    const list = await workspace.as('principal', client.get('/app/listings?types=house&stale=yes'))
    const create = /href="(\/app\/listings\/searches\/create[^"]*)"/.exec(list.text())![1]
    const form = await workspace.as('principal', client.get(create.replaceAll('&amp;', '&')))
    assert.include(form.text(), 'name="query" value="types=house"')
  })

  test('may be for a client whom the person sees', async ({ client, assert }) => {
    const contact = await workspace.givenClient('ann@sea.example')
    const body = { ...DRAFT, contactEmail: 'Ann@sea.example' }
    await workspace.as('principal', client.post('/app/listings/searches').form(body))
    assert.equal((await workspace.search())!.contactId, contact.id)
    const page = await workspace.as(
      'principal',
      client.get(`/app/listings/searches/create?contact_id=${contact.id}`)
    )
    assert.include(page.text(), 'value="ann@sea.example"')
  })

  test('rejects what makes no search, beside the field: {field}')
    .with([
      { field: 'name', body: { ...DRAFT, name: '' } },
      { field: 'frequency', body: { ...DRAFT, frequency: 'hourly' } },
      { field: 'contactEmail', body: { ...DRAFT, contactEmail: 'nobody@sea.example' } },
    ])
    .run(async ({ client, assert }, { field, body }) => {
      const request = client.post('/app/listings/searches').form(body)
      const response = await workspace.asFragment('principal', request)
      assert.equal(response.status(), 422)
      assert.include(response.text(), field)
      assert.isNull(await workspace.search())
    })

  test('is forbidden to who may not see listings', async ({ client }) => {
    await workspace.givenReach('marketing', 'listings.view', 'none')
    const response = await workspace.as(
      'marketing',
      client.post('/app/listings/searches').form(DRAFT)
    )
    response.assertStatus(403)
  })

  test('does not exist where listings are off', async ({ client }) => {
    await workspace.agency.switchModule('listings', 'off')
    const response = await workspace.as(
      'principal',
      client.post('/app/listings/searches').form(DRAFT)
    )
    response.assertStatus(404)
  })
})

test.group('A saved search', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(() => workspace.open())
  const at = (id: string, part = '') => `/app/listings/searches/${id}${part}`

  test('is changed, and refuses what was seen before', async ({ client, assert }) => {
    const search = await workspace.givenSearch({ query: 'types=house' })
    const change = (version: number) =>
      workspace.asFragment(
        'principal',
        client.put(at(search.id)).form({ ...DRAFT, name: 'Renamed', query: 'types=land', version })
      )
    await change(1)
    const late = await change(1)
    assert.equal(late.status(), 409)
    const saved = (await workspace.search())!
    assert.deepEqual([saved.name, saved.query, saved.version], ['Renamed', 'types=land', 2])
  })

  test('is removed with its history', async ({ client, assert }) => {
    const search = await workspace.givenSearch()
    await workspace.givenListing()
    await workspace.match()
    await workspace.as('principal', client.delete(at(search.id)))
    assert.isNull(await workspace.search())
  })

  for (const [method, part] of [
    ['get', ''],
    ['get', '/edit'],
    ['put', ''],
    ['delete', ''],
    ['post', '/sending'],
  ] as const) {
    test(`is nobody else’s, in the agency or outside: ${method} ${part}`, async ({ client }) => {
      const search = await workspace.givenSearch()
      const ask = () => client[method](at(search.id, part)).form({ ...DRAFT, version: 1 })
      ;(await workspace.as('sales_director', ask())).assertStatus(404)
      ;(await workspace.asStranger(ask())).assertStatus(404)
      await workspace.agency.switchModule('listings', 'off')
      ;(await workspace.as('principal', ask())).assertStatus(404)
    })

    test(`is forbidden to who lost the right to see listings: ${method} ${part}`, async ({
      client,
    }) => {
      const search = await workspace.givenSearch()
      await workspace.inAgency(async () => {
        await unitSql(
          `update saved_searches set owner_id = (select id from members where role = 'marketing')`
        )
      })
      await workspace.givenReach('marketing', 'listings.view', 'none')
      const request = client[method](at(search.id, part)).form({ ...DRAFT, version: 1 })
      ;(await workspace.as('marketing', request)).assertStatus(403)
    })
  }
})
