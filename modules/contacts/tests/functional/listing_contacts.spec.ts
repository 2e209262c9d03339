import { test } from '@japa/runner'
import { ContactsWorkspace } from '../workspace.ts'

test.group('The list of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows 25 of them by name, and how many there are', async ({ client, assert }) => {
    await workspace.givenContacts(30)

    const response = await workspace.as('principal', client.get('/app/contacts'))

    response.assertStatus(200)
    assert.include(response.text(), 'Contact 025')
    assert.notInclude(response.text(), 'Contact 026')
    assert.match(response.text(), /1.25 of 30/)
  })
})
