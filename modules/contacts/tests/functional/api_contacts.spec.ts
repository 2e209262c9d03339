import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { ContactsWorkspace } from '../workspace.ts'

const ADA = {
  type: 'person',
  first_name: 'Ada',
  last_name: 'Byron',
  phones: [{ number: '+1 206 555 0100', label: 'mobile' }],
  emails: [{ address: 'Ada@Engines.example' }],
  address: { city: 'Seattle', state: 'WA' },
  kinds: ['buyer'],
  tags: ['spring'],
}

test.group('Contacts for programs', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('are listed', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    await workspace.givenContacts(3)

    const answer = await program.get('/contacts?limit=2')

    assert.equal(answer.status, 200)
    assert.deepEqual(
      answer.json.data.map(({ name }: { name: string }) => name),
      ['Contact 001', 'Contact 002']
    )
    assert.isTrue(answer.json.has_more)
    const rest = await program.get(`/contacts?limit=2&starting_after=${answer.json.next_cursor}`)
    assert.equal(rest.json.data[0].name, 'Contact 003')
    assert.deepEqual([rest.json.has_more, rest.json.next_cursor], [false, null])
  })

  test('are created', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)

    const answer = await program.post('/contacts', ADA)

    assert.equal(answer.status, 201, answer.text)
    assert.equal(answer.headers.location, `/api/v1/contacts/${answer.json.id}`)
    assert.equal(answer.json.phones[0].number, '+12065550100')
    const shown = await program.get(`/contacts/${answer.json.id}`)
    assert.equal(shown.text, answer.text)
    assert.equal(shown.headers.etag, answer.headers.etag)
  })
})
