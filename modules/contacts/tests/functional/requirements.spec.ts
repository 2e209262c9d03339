import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { coreSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import type Contact from '../../models/contact.ts'
import ContactRequirement from '../../models/contact_requirement.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

const wanted = {
  'dealType': 'sale',
  'budgetFrom': '250000',
  'budgetTo': '300k',
  'localities[]': 'Ballard, Fremont',
  'types[]': 'house',
  'bedsMin': '3',
}

test.group('What a contact looks for', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  const add = (client: ApiClient, { id }: Contact, sent: object = {}) =>
    workspace.asFragment(
      'principal',
      client
        .post(`/app/contacts/${id}/requirements`)
        .header('hx-source', 'form#requirement')
        .form({ ...wanted, ...sent })
    )

  const kept = () => workspace.agency.inUnit(async () => ContactRequirement.query().orderBy('id'))

  test('is noted, several times, shown, and told', async ({ client, assert }) => {
    const contact = await workspace.givenContact()

    await add(client, contact)
    await add(client, contact, { 'dealType': 'rent', 'types[]': 'office' })
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))

    const [first] = await kept()
    assert.equal(first.budgetToMinor, 30_000_000)
    assert.deepEqual(first.localities, ['Ballard', 'Fremont'])
    for (const said of ['To buy: House', '3 bedrooms or more', 'To rent: Office', 'a month'])
      assert.include(page.text(), said)
    assert.lengthOf(await workspace.told('contacts.requirement_changed'), 2)
  })

  test('leads to the listings that fit, as long as there are listings', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    await add(client, contact)
    const page = () => workspace.as('principal', client.get(`/app/contacts/${contact.id}`))

    const link = /href="(\/app\/listings\?status=active[^"]*)"/.exec((await page()).text())![1]
    const address = link.replaceAll('&amp;', '&')
    const list = await workspace.as('principal', client.get(address))
    await workspace.agency.switchModule('listings', 'off')

    assert.include(address, 'price_max=300000')
    assert.include(address, 'localities=Ballard%2CFremont')
    list.assertStatus(200)
    assert.notInclude((await page()).text(), '/app/listings')
  })

  test('is refused beside the field: {field}')
    .with([
      { field: 'dealType', sent: { dealType: 'steal' } },
      { field: 'budgetTo', sent: { budgetTo: '1000' } },
      { field: 'budgetFrom', sent: { budgetFrom: 'a lot' } },
      { field: 'bedsMin', sent: { bedsMin: '-1' } },
      { field: 'moveInOn', sent: { moveInOn: '2026-02-31' } },
    ])
    .run(async ({ client, assert }, { field, sent }) => {
      const contact = await workspace.givenContact()

      const answer = await add(client, contact, sent)

      answer.assertStatus(422)
      assert.include(answer.text(), `err-requirement-${field}`)
      assert.lengthOf(await kept(), 0)
    })

  test('is changed, by one at a time, deleted and brought back', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await add(client, contact)
    const [{ id }] = await kept()
    const address = `/app/contacts/${contact.id}/requirements/${id}`
    const change = (sent: object) =>
      workspace.asFragment('principal', client.put(address).form({ ...wanted, ...sent }))

    const form = await workspace.as('principal', client.get(`${address}/edit`))
    await change({ version: 1, bedsMin: '4' })
    const stale = await change({ version: 1, bedsMin: '5' })
    const [changed] = await kept()
    await workspace.as('principal', client.delete(address))
    const none = await kept()
    await workspace.as('principal', client.post(`${address}/restoration`))

    assert.include(form.text(), 'value="250000.00"')
    stale.assertStatus(409)
    assert.equal(changed.bedsMin, 4)
    assert.lengthOf(none, 0)
    assert.lengthOf(await kept(), 1)
  })

  test('narrows the list', async ({ client, assert }) => {
    const [ann] = [
      await workspace.givenContact({ name: 'Ann Lee' }),
      await workspace.givenContact({ name: 'Ben Roy' }),
    ]
    await add(client, ann)

    const having = await workspace.as('principal', client.get('/app/contacts?has=requirement'))
    const lacking = await workspace.as('principal', client.get('/app/contacts?has=no_requirement'))

    assert.include(having.text(), 'Ann Lee')
    assert.notInclude(having.text(), 'Ben Roy')
    assert.include(lacking.text(), 'Ben Roy')
    assert.notInclude(lacking.text(), 'Ann Lee')
  })

  test('goes along when contacts are merged, and back', async ({ client, assert }) => {
    const survivor = await workspace.givenContact({ name: 'Ann Lee' })
    const other = await workspace.givenContact({ name: 'Anne Lee' })
    await add(client, other)

    const merge = await workspace.givenMerge(survivor, other)
    const [moved] = await kept()
    const { version } = await workspace.anyContact(survivor.id)
    await workspace.as(
      'principal',
      client.post(`/app/contacts/${survivor.id}/merges/${merge.id}/undoing`).form({ version })
    )

    assert.equal(moved.contactId, survivor.id)
    assert.equal((await kept())[0].contactId, other.id)
  })

  test('is forbidden to those who may only look, and not there for others', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    const ask = () => client.post(`/app/contacts/${contact.id}/requirements`).form(wanted)

    const forbidden = await workspace.as('collections_manager', ask())
    const stranger = await workspace.asStranger(ask())
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', ask())

    forbidden.assertStatus(403)
    for (const answer of [stranger, off]) answer.assertStatus(404)
    await workspace.agency.switchModule('contacts', 'on')
    assert.lengthOf(await kept(), 0)
  })

  test('costs one query, however much it is', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await add(client, contact)
    const page = async () => workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const forOne = await countedQueries(page)
    await add(client, contact)
    await add(client, contact)

    assert.lengthOf(await countedQueries(page), forOne.length)
  })
})
