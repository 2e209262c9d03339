import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import PurgeDeletedContacts from '../../jobs/purge_deleted_contacts.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Deleting a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('hides it everywhere, and one tap brings it back as it was', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Gone one', tags: ['VIP'] })
    await workspace.givenNextAction(contact, '2026-01-01')
    const address = `/app/contacts/${contact.id}`

    const deleted = await workspace.as('principal', client.delete(address))
    const list = await workspace.as('principal', client.get('/app/contacts'))
    const page = await workspace.as('principal', client.get(address))
    const restored = await workspace.as('principal', client.post(`${address}/restoration`))

    deleted.assertHeader('location', '/app/contacts')
    assert.include(list.text(), `action="${address}/restoration"`)
    assert.notInclude(list.text(), `<span class="truncate">Gone one`)
    page.assertStatus(404)
    restored.assertHeader('location', address)
    const back = await workspace.contact(contact.id)
    assert.deepEqual(back?.tagNames, ['VIP'])
    assert.equal(back?.ownerId, contact.ownerId)
    assert.lengthOf(await workspace.timeline(contact.id), 1)
  })

  test('is for the principal alone: {role}')
    .with([
      { role: 'sales_director' as const },
      { role: 'relationship_manager' as const },
      { role: 'marketing' as const },
    ])
    .run(async ({ client, assert }, { role }) => {
      const contact = await workspace.givenContact()
      const address = `/app/contacts/${contact.id}`

      const deletion = await workspace.as(role, client.delete(address))
      await workspace.as('principal', client.delete(address))
      const restoration = await workspace.as(role, client.post(`${address}/restoration`))

      deletion.assertStatus(403)
      restoration.assertStatus(403)
      assert.isNull(await workspace.contact(contact.id))
    })

  test('is taken back as far as the right to delete goes, whoever may look further', async ({
    client,
    assert,
  }) => {
    await workspace.givenReach('sales_director', 'contacts.delete', 'own')
    const contact = await workspace.givenContact()
    await workspace.givenDeleted(contact, DateTime.utc())

    const restored = await workspace.as(
      'sales_director',
      client.post(`/app/contacts/${contact.id}/restoration`)
    )

    restored.assertStatus(403)
    assert.isNull(await workspace.contact(contact.id))
  })

  test('is not there out of reach, for another agency, or while the module is off', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    const address = `/app/contacts/${contact.id}`

    const agent = await workspace.as('junior_agent', client.delete(address))
    const stranger = await workspace.asStranger(client.delete(address))
    const strangeRestorer = await workspace.asStranger(client.post(`${address}/restoration`))
    const malformed = await workspace.as('principal', client.post('/app/contacts/7/restoration'))
    assert.isNotNull(await workspace.contact(contact.id))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.delete(address))

    for (const response of [agent, stranger, strangeRestorer, malformed, off])
      response.assertStatus(404)
  })

  test('can be taken back for 7 days and no longer', async ({ client, assert }) => {
    const lately = await workspace.givenContact({ name: 'Six days ago' })
    const long = await workspace.givenContact({ name: 'Eight days ago' })
    await workspace.givenDeleted(lately, DateTime.utc().minus({ days: 6, hours: 23 }))
    await workspace.givenDeleted(long, DateTime.utc().minus({ days: 7, hours: 1 }))

    const list = await workspace.as('principal', client.get('/app/contacts?status=deleted'))
    const restore = (id: string) =>
      workspace.as('principal', client.post(`/app/contacts/${id}/restoration`))
    const inTime = await restore(lately.id)
    const tooLate = await restore(long.id)

    assert.include(list.text(), 'Six days ago')
    assert.notInclude(list.text(), 'Eight days ago')
    inTime.assertStatus(302)
    tooLate.assertStatus(404)
  })

  test('becomes final at night, with all that hung on it and nothing else', async ({ assert }) => {
    const lately = await workspace.givenContact({ name: 'Six days ago', phone: '+12065550100' })
    const long = await workspace.givenContact({
      name: 'Eight days ago',
      phone: '+12065550101',
      tags: ['VIP'],
    })
    await workspace.givenNextAction(long, '2026-01-01')
    await workspace.givenCorrection(long)
    await workspace.givenNextAction(lately, '2026-01-01')
    await workspace.givenDeleted(lately, DateTime.utc().minus({ days: 6 }))
    await workspace.givenDeleted(long, DateTime.utc().minus({ days: 8 }))

    await workspace.agency.inUnit(() => new PurgeDeletedContacts().handle())

    assert.deepEqual(await workspace.leftOf(long), {
      contacts: 0,
      points: 0,
      entries: 0,
      taggings: 0,
    })
    assert.deepEqual(await workspace.leftOf(lately), {
      contacts: 1,
      points: 1,
      entries: 1,
      taggings: 0,
    })
  })
})
