import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { countedQueries } from '#tests/support/counted_queries'
import { ContactsWorkspace } from '../workspace.ts'

export const ADA = {
  type: 'person',
  first_name: 'Ada',
  last_name: 'Byron',
  phones: [{ number: '+1 206 555 0100', label: 'mobile' }],
  emails: [{ address: 'ada@engines.example', label: 'work' }],
  address: { city: 'Seattle', state: 'WA' },
  kinds: ['buyer'],
  tags: ['spring'],
}

const NOWHERE = '00000000-0000-4000-8000-000000000000'

test.group('Contacts for programs', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const program = () => ApiProgram.of(workspace)
  const names = ({ data }: { data: { name: string }[] }) => data.map(({ name }) => name)

  test('are listed page by page, each once', async ({ assert }) => {
    await workspace.givenContacts(7)
    const reader = await program()

    const found: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 9; page++) {
      const { json } = await reader.get(`/contacts?limit=3${cursor && `&after=${cursor}`}`)
      assert.equal(json.has_more, json.next_cursor !== null)
      found.push(...names(json))
      cursor = json.next_cursor
    }
    assert.lengthOf(found, 7)
    assert.lengthOf(new Set(found), 7)
    const newest = await reader.get('/contacts?sort=-name&limit=1')
    assert.deepEqual(names(newest.json), ['Contact 007'])
    const again = `/contacts?sort=-name&limit=1&starting_after=${newest.json.next_cursor}`
    assert.deepEqual(names((await reader.get(again)).json), ['Contact 006'])
  })

  test('are narrowed as on the page', async ({ assert }) => {
    await workspace.givenContacts(2)
    await workspace.givenContact({ name: 'Zoe', email: 'zoe@north.example', tags: ['VIP'] })
    const reader = await program()

    const found = async (question: string) =>
      names((await reader.get(`/contacts?${question}`)).json)
    assert.deepEqual(await found('q=zoe'), ['Zoe'])
    assert.deepEqual(await found('has=email'), ['Zoe'])
    assert.deepEqual(await found('kind=buyer&limit=100'), ['Contact 001', 'Contact 002'])
    assert.lengthOf(await found('owner=me&tag=VIP'), 3)
    assert.deepEqual(await found('status=archived'), [])
  })

  test('are refused a question that makes no sense, part by part', async ({ assert }) => {
    const reader = await program()
    for (const [question, parameter] of [
      ['limit=101', 'limit'],
      ['limit=0', 'limit'],
      ['limit=many', 'limit'],
      ['kind=friend', 'kind'],
      ['owner=somebody', 'owner'],
      ['from=yesterday', 'from'],
      ['sort=height', 'sort'],
      ['after=nonsense', 'after'],
    ]) {
      const { status, json } = await reader.get(`/contacts?${question}`)
      assert.equal(status, 422, question)
      assert.deepEqual(
        json.errors.map((error: { parameter: string }) => error.parameter),
        [parameter]
      )
    }
  })

  test('take as many queries however many they are', async ({ assert }) => {
    const reader = await program()
    await workspace.givenContacts(2)
    const few = await countedQueries(() => reader.get('/contacts?limit=100'))
    await workspace.agency.reset()
    await workspace.givenContacts(60)
    const many = await countedQueries(() => reader.get('/contacts?limit=100'))
    assert.isAtMost(many.length, few.length + 2)
  })

  test('are only those that the person reaches', async ({ assert }) => {
    await workspace.givenContact({ name: 'Theirs', owner: 'senior_agent' })
    const mine = await workspace.givenContact({ name: 'Mine', owner: 'principal' })
    const agent = await ApiProgram.of({ agency: workspace.agency, role: 'senior_agent' })

    assert.deepEqual(names((await agent.get('/contacts')).json), ['Theirs'])
    assert.equal((await agent.get(`/contacts/${mine.id}`)).status, 404)
  })

  test('are shown, and not again while nothing changes', async ({ assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann', phone: '+12065550100' })
    const reader = await program()

    const first = await reader.get(`/contacts/${contact.id}`)
    assert.equal(first.json.name, 'Ann')
    assert.deepEqual(first.json.phones, [{ number: '+12065550100', label: null }])
    const headers = { 'if-none-match': `"other", ${first.headers.etag}` }
    const second = await reader.get(`/contacts/${contact.id}`, { headers })
    assert.deepEqual([second.status, second.text], [304, ''])

    await reader.post(`/contacts/${contact.id}/tags`, { tags: ['new'] })
    const third = await reader.get(`/contacts/${contact.id}`, { headers })
    assert.deepEqual([third.status, third.json.tags], [200, ['new']])
  })

  test('are created, as the person whose key it is', async ({ assert }) => {
    const writer = await program()
    const answer = await writer.post('/contacts', ADA)

    assert.equal(answer.status, 201)
    assert.equal(answer.headers.location, `/api/v1/contacts/${answer.json.id}`)
    assert.equal(answer.json.owner_id, await workspace.agency.memberId('principal'))
    assert.deepEqual(answer.json.phones, [{ number: '+12065550100', label: 'mobile' }])
    const shown = await writer.get(`/contacts/${answer.json.id}`)
    assert.equal(shown.text, answer.text)
    assert.equal(shown.headers.etag, answer.headers.etag)
    const { json } = await writer.post('/contacts', { ...ADA, owner_id: null, anyway: true })
    assert.isNull(json.owner_id)
  })

  test('are refused with each field that is wrong', async ({ assert }) => {
    const writer = await program()
    const wrong = { type: 'person', phones: [{ number: '12' }], kinds: ['friend'] }
    const { status, json } = await writer.post('/contacts', wrong)

    assert.equal(status, 422)
    assert.sameMembers(
      json.errors.map(({ pointer }: { pointer: string }) => pointer),
      ['#/first_name', '#/phones/0/number', '#/kinds/0']
    )
    assert.isNull(await workspace.contactNamed('Ada Byron'))
  })

  test('are not created twice by the same number, unless it is said', async ({ assert }) => {
    const writer = await program()
    const { json: first } = await writer.post('/contacts', ADA)
    const second = await writer.post('/contacts', { ...ADA, first_name: 'Annabella' })

    assert.equal(second.status, 409)
    assert.deepEqual(second.json.duplicates, [first.id])
    const third = await writer.post('/contacts', { ...ADA, anyway: true })
    assert.equal(third.status, 201)
  })

  test('are changed in part, and the rest stays', async ({ assert }) => {
    const writer = await program()
    const { json, headers } = await writer.post('/contacts', ADA)
    const seen = { headers: { 'if-match': String(headers.etag) } }
    const change = { job_title: 'Countess', address: { line: '1 Pine Street' }, tags: [] }
    const answer = await writer.patch(`/contacts/${json.id}`, change, seen)

    assert.equal(answer.status, 200)
    assert.deepEqual(answer.json, {
      ...json,
      version: 2,
      job_title: 'Countess',
      address: { line: '1 Pine Street', city: 'Seattle', state: 'WA' },
      tags: [],
      updated_at: answer.json.updated_at,
    })
    const emptied = { headers: { 'if-match': String(answer.headers.etag) } }
    const none = await writer.patch(`/contacts/${json.id}`, { job_title: null }, emptied)
    assert.isNull(none.json.job_title)
  })

  test('do not exist under an id that names nothing', async ({ assert }) => {
    const writer = await program()
    for (const id of [NOWHERE, 'nonsense', '1'])
      assert.equal((await writer.get(`/contacts/${id}`)).status, 404, id)
  })
})
