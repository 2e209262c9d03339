import { test } from '@japa/runner'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('The tags of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('are changed where they stand', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ tags: ['Old', 'VIP'] })
    const tags = browserForm({ tags: ['vip', ' Cash  buyer ', 'a,b', ''] })

    const response = await workspace.asFragment(
      'principal',
      client.put(`/app/contacts/${contact.id}/tags`).unsafeForm(tags)
    )

    response.assertStatus(200)
    assert.deepEqual((await workspace.contact(contact.id))?.tagNames, [
      'a',
      'b',
      'Cash buyer',
      'VIP',
    ])
    assert.include(response.text(), 'Cash buyer')
  })

  test('can all be taken off', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ tags: ['Old', 'VIP'] })

    const response = await workspace.as('principal', client.put(`/app/contacts/${contact.id}/tags`))

    response.assertHeader('location', `/app/contacts/${contact.id}`)
    assert.deepEqual((await workspace.contact(contact.id))?.tagNames, [])
  })

  test('are kept to what fits', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const put = (tags: string[]) =>
      workspace.asFragment(
        'principal',
        client.put(`/app/contacts/${contact.id}/tags`).unsafeForm(browserForm({ tags }))
      )

    const tooLong = await put(['x'.repeat(500)])
    const tooMany = await put(Array.from({ length: 60 }, (_, index) => `tag ${index}`))
    await put(['y'.repeat(90)])

    tooLong.assertStatus(422)
    tooMany.assertStatus(422)
    assert.deepEqual((await workspace.contact(contact.id))?.tagNames, ['y'.repeat(40)])
  })

  test('put on by two people at once are one tag', async ({ client, assert }) => {
    const one = await workspace.givenContact({ name: 'One' })
    const two = await workspace.givenContact({ name: 'Two' })

    await Promise.all(
      [one, two].map(({ id }) =>
        workspace.as(
          'principal',
          client.put(`/app/contacts/${id}/tags`).form({ 'tags[]': 'Brand new' })
        )
      )
    )

    assert.deepEqual((await workspace.contact(one.id))?.tagNames, ['Brand new'])
    assert.deepEqual((await workspace.contact(two.id))?.tagNames, ['Brand new'])
  })
})

test.group('The consent of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('is kept for each channel, with when and how', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const address = `/app/contacts/${contact.id}/consents`
    const before = Date.now()

    const granted = await workspace.asFragment(
      'principal',
      client.put(`${address}/email`).form({ state: 'granted', how: 'at the open house' })
    )
    await workspace.as('principal', client.put(`${address}/call`).form({ state: 'refused' }))

    assert.include(granted.text(), 'at the open house')
    const { consent } = (await workspace.contact(contact.id))!
    assert.containsSubset(consent, {
      email: { state: 'granted', how: 'at the open house' },
      call: { state: 'refused', how: null },
    })
    assert.isAtLeast(Date.parse(consent.email!.at!), before)
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    assert.include(page.text(), 'Consent to e-mail: Not asked → Agreed')
  })

  test('asks how it was given, and knows its channels and answers', async ({ client }) => {
    const contact = await workspace.givenContact()
    const put = (channel: string, sent: object) =>
      workspace.asFragment(
        'principal',
        client.put(`/app/contacts/${contact.id}/consents/${channel}`).form(sent)
      )

    ;(await put('email', { state: 'granted' })).assertStatus(422)
    ;(await put('email', { state: 'perhaps' })).assertStatus(422)
    ;(await put('pigeon', { state: 'refused' })).assertStatus(404)
  })
})
