import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { tellOf } from '../../events/contacts_event.ts'
import ContactsUpdated from '../../events/contacts_updated.ts'
import search from '../../search.ts'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('What happens to contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())
  group.each.setup(async () => {
    await coreSql('delete from outbox')
  })

  test('is told to the house, deed by deed', async ({ client, assert }) => {
    const ann = { type: 'person', firstName: 'Ann' }
    await workspace.as('principal', client.post('/app/contacts').unsafeForm(browserForm(ann)))
    const { id } = (await workspace.contactNamed('Ann'))!
    const address = `/app/contacts/${id}`
    const change = { ...ann, lastName: 'Lee', version: 1 }
    await workspace.as('principal', client.put(address).unsafeForm(browserForm(change)))
    await workspace.as('principal', client.put(`${address}/tags`).form({ 'tags[]': 'VIP' }))
    await workspace.as(
      'principal',
      client.put(`${address}/consents/call`).form({ state: 'refused' })
    )
    await workspace.as('principal', client.post(`${address}/archival`).form({ version: 3 }))
    await workspace.as('principal', client.delete(address))
    await workspace.as('principal', client.post(`${address}/restoration`))

    const told = await events()
    assert.deepEqual(
      told.map(({ name }) => name),
      [
        'contacts.created',
        'contacts.updated',
        'contacts.updated',
        'contacts.updated',
        'contacts.updated',
        'contacts.deleted',
        'contacts.restored',
      ]
    )
    for (const event of told) assert.deepEqual(search.changedBy(event), [id])
  })

  test('is not told when it was refused', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const stale = browserForm({ type: 'person', firstName: 'Ann', version: 9 })
    await workspace.as('principal', client.put(`/app/contacts/${contact.id}`).unsafeForm(stale))
    await workspace.as('sales_director', client.delete(`/app/contacts/${contact.id}`))

    assert.deepEqual(await events(), [])
  })

  test('to very many is told in pages of 500', async ({ assert }) => {
    const ids = Array.from({ length: 1_201 }, (_, index) => `id-${index}`)
    await workspace.agency.inUnit(async () => tellOf(ContactsUpdated, ids))

    const told = await events()
    assert.deepEqual(
      told.map((event) => search.changedBy(event).length),
      [500, 500, 201]
    )
  })

  test('makes a contact findable by name, number, address, tag and town', async ({ assert }) => {
    const contact = await workspace.givenContact({
      name: 'Ruto Moyo',
      phone: '+12065550142',
      email: 'ruto@post.example',
      tags: ['VIP'],
      facts: { companyName: 'Harbour Homes', city: 'Tacoma' },
    })
    await workspace.givenContact({ name: 'Other' })

    const documents = await workspace.agency.inUnit(async () =>
      search.documents([contact.id, '01976f00-0000-7000-8000-000000000000'])
    )

    assert.lengthOf(documents, 1)
    assert.equal(documents[0].detail, 'Harbour Homes · (206) 555-0142 · Tacoma')
    for (const word of ['Ruto', 'Harbour', '+12065550142', 'ruto@post.example', 'VIP', 'Tacoma'])
      assert.include(documents[0].words, word)
    assert.equal(search.urlFor(contact.id), `/app/contacts/${contact.id}`)
  })
})

async function events() {
  const { rows } = await coreSql<{
    name: string
    version: number
    payload: Record<string, unknown>
  }>('select name, version, payload from outbox order by id')
  return rows
}
