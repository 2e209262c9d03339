import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import type { ApiClient } from '@japa/api-client'
import { countedQueries } from '#tests/support/counted_queries'
import { unitSql } from '#kernel/tenancy/sql'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Saved views', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const save = (client: ApiClient, role: StaffRole, sent: object = {}) =>
    workspace.as(
      role,
      client
        .post('/app/views')
        .form({ list: 'contacts', name: 'Buyers', query: 'sort=-touched&kind=buyer', ...sent })
    )

  const saved = async () => {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string; name: string; query: string }>(
        'select id, name, query from saved_views where deleted_at is null order by position'
      )
    )
    return rows
  }

  test('keep what the list shows under a name, at the address of the list itself', async ({
    client,
    assert,
  }) => {
    const made = await save(client, 'principal', { query: 'as=x&sort=-touched&after=1&kind=buyer' })
    const again = await save(client, 'principal', { query: 'kind=seller', name: 'BUYERS' })
    const page = await workspace.as('principal', client.get('/app/contacts?kind=seller'))

    made.assertHeader('location', '/app/contacts?kind=buyer&sort=-touched')
    again.assertHeader('location', '/app/contacts?kind=seller')
    assert.lengthOf(await saved(), 1)
    assert.match(page.text(), /href="\/app\/contacts\?kind=seller"[^>]*aria-current="page"/)
  })

  test('say beside the field what is wrong', async ({ client, assert }) => {
    const answer = await workspace.asFragment(
      'principal',
      client
        .post('/app/views')
        .header('hx-source', 'form#save-view')
        .form({ list: 'contacts', name: ' ' })
    )

    answer.assertStatus(422)
    assert.include(answer.text(), 'err-save-view-name')
    assert.lengthOf(await saved(), 0)
  })

  test('are private, unless somebody who may shares them', async ({ client, assert }) => {
    await save(client, 'senior_agent', { name: 'Only mine' })
    await save(client, 'principal', { name: 'Of us all', shared: 'true' })
    const refused = await save(client, 'senior_agent', { shared: 'true' })
    const [mine, ours] = await saved()

    const page = await workspace.as('junior_agent', client.get('/app/contacts'))
    const change = (id: string, role: StaffRole) =>
      workspace.as(role, client.put(`/app/views/${id}`).form({ name: 'X', version: 1 }))
    const hidden = await change(mine.id, 'principal')
    const kept = await change(ours.id, 'junior_agent')

    assert.include(page.text(), 'Of us all')
    assert.notInclude(page.text(), 'Only mine')
    refused.assertStatus(403)
    hidden.assertStatus(404)
    kept.assertStatus(403)
  })

  test('are renamed, put in order and deleted, and come back', async ({ client, assert }) => {
    for (const name of ['One', 'Two', 'Three']) await save(client, 'principal', { name })
    const [one, two, three] = await saved()
    const names = async () => (await saved()).map(({ name }) => name)

    await workspace.as(
      'principal',
      client.put(`/app/views/${two.id}`).form({ name: 'Zwei', version: 1 })
    )
    const stale = await workspace.asFragment(
      'principal',
      client.put(`/app/views/${two.id}`).form({ name: 'Deux', version: 1 })
    )
    await workspace.as(
      'principal',
      client.put(`/app/views/${three.id}/place`).form({ to: 'earlier' })
    )
    await workspace.as('principal', client.put(`/app/views/${one.id}/place`).form({ to: 'later' }))
    const ordered = await names()
    await workspace.as('principal', client.delete(`/app/views/${one.id}`))
    const left = await names()
    await workspace.as('principal', client.post(`/app/views/${one.id}/restoration`))

    stale.assertStatus(409)
    assert.deepEqual(ordered, ['Three', 'One', 'Zwei'])
    assert.deepEqual(left, ['Three', 'Zwei'])
    assert.deepEqual(await names(), ['Three', 'One', 'Zwei'])
  })

  test('open the list for one person, who can still see everything', async ({ client, assert }) => {
    await save(client, 'principal', { shared: 'true' })
    const [{ id }] = await saved()
    await workspace.as('senior_agent', client.post(`/app/views/${id}/start`))

    const led = await workspace.as('senior_agent', client.get('/app/contacts'))
    const all = await workspace.as('senior_agent', client.get('/app/contacts?start=all'))
    const others = await workspace.as('principal', client.get('/app/contacts'))
    const managed = await workspace.as('senior_agent', client.get('/app/views?list=contacts'))
    await workspace.as('senior_agent', client.delete(`/app/views/${id}/start`))
    const back = await workspace.as('senior_agent', client.get('/app/contacts'))

    led.assertHeader('location', '/app/contacts?kind=buyer&sort=-touched')
    for (const page of [all, others, back]) page.assertStatus(200)
    assert.include(managed.text(), 'Your default')
  })

  test('do not exist for another agency, nor where the module is off', async ({ client }) => {
    await save(client, 'principal')
    const [{ id }] = await saved()
    const ask = () => client.put(`/app/views/${id}`).form({ name: 'X', version: 1 })

    const stranger = await workspace.asStranger(ask())
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', ask())
    const none = await save(client, 'principal')

    stranger.assertStatus(404)
    off.assertStatus(404)
    none.assertStatus(404)
  })

  test('are forbidden to those who may not see the list', async ({ client }) => {
    await workspace.givenReach('marketing', 'contacts.view', 'none')

    const answer = await save(client, 'marketing')

    answer.assertStatus(403)
  })

  test('cost one query, however many there are', async ({ client, assert }) => {
    const list = async () => workspace.as('principal', client.get('/app/contacts?kind=buyer'))
    const count = async () =>
      (await countedQueries(list)).filter((sql) => sql.includes('saved_views')).length
    await save(client, 'principal', { name: 'First' })
    const few = await count()
    for (let n = 0; n < 4; n++) await save(client, 'principal', { name: `View ${n}` })

    assert.equal(few, 1)
    assert.equal(await count(), few)
  })
})
