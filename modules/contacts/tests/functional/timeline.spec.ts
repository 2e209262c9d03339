import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import type Contact from '../../models/contact.ts'
import { ContactsWorkspace } from '../workspace.ts'

const call = {
  kind: 'call',
  happenedAt: '2026-03-05T09:30',
  details: 'Wants a garden',
  outcome: 'positive',
  nextAction: 'Send the brochure',
  nextActionOn: '2026-03-09',
}

test.group('The timeline of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const entries = (contact: Contact) => `/app/contacts/${contact.id}/entries`

  test('takes an interaction in, by the clock of the agency', async ({ client, assert }) => {
    const contact = await workspace.givenContact()

    const response = await workspace.asFragment(
      'principal',
      client.post(entries(contact)).form(call)
    )

    response.assertStatus(200)
    assert.include(response.text(), 'Wants a garden')
    assert.include(response.text(), 'Send the brochure')
    const [entry] = await workspace.timeline(contact.id)
    assert.equal(entry.happenedAt.toUTC().toISO(), '2026-03-05T14:30:00.000Z')
    assert.equal(entry.authorName, 'Person principal')
    const touched = await workspace.contact(contact.id)
    assert.equal(touched?.lastTouchedAt?.toUTC().toISO(), '2026-03-05T14:30:00.000Z')
    assert.equal(touched?.nextActionOn, '2026-03-09')
    assert.equal(touched?.version, contact.version)
  })

  test('takes a note, which is no contact with anybody and has no outcome', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    const note = { kind: 'note', details: 'Prefers mornings', outcome: 'negative' }

    const response = await workspace.as('principal', client.post(entries(contact)).form(note))

    response.assertHeader('location', `/app/contacts/${contact.id}`)
    const [entry] = await workspace.timeline(contact.id)
    assert.isNull(entry.outcome)
    assert.isNull((await workspace.contact(contact.id))?.lastTouchedAt)
  })

  test('refuses {why}')
    .with([
      { why: 'an unknown kind', sent: { ...call, kind: 'seance' }, field: 'kind' },
      { why: 'a change that somebody made up', sent: { ...call, kind: 'change' }, field: 'kind' },
      { why: 'an empty note', sent: { kind: 'note' }, field: 'details' },
      { why: 'an unknown outcome', sent: { ...call, outcome: 'great' }, field: 'outcome' },
      {
        why: 'a next action without a day',
        sent: { kind: 'call', nextAction: 'Call' },
        field: 'nextActionOn',
      },
      {
        why: 'a day without a next action',
        sent: { kind: 'call', nextActionOn: '2026-03-09' },
        field: 'nextAction',
      },
      {
        why: 'a day that does not exist',
        sent: { ...call, nextActionOn: '2026-02-30' },
        field: 'nextActionOn',
      },
      {
        why: 'a time that is none',
        sent: { ...call, happenedAt: 'yesterday' },
        field: 'happenedAt',
      },
      {
        why: 'a time that no clock shows',
        sent: { ...call, happenedAt: '2026-03-05T25:61' },
        field: 'happenedAt',
      },
      {
        why: 'a time on no day',
        sent: { ...call, happenedAt: '2026-02-30T09:30' },
        field: 'happenedAt',
      },
      {
        why: 'what has not happened yet',
        sent: { ...call, happenedAt: '2099-01-01T10:00' },
        field: 'happenedAt',
      },
      { why: 'a book', sent: { ...call, details: 'x'.repeat(10_001) }, field: 'details' },
    ])
    .run(async ({ client, assert }, { sent, field }) => {
      const contact = await workspace.givenContact()

      const response = await workspace.asFragment(
        'principal',
        client.post(entries(contact)).header('hx-source', 'form#entry').form(sent)
      )

      response.assertStatus(422)
      assert.include(response.text(), `id="err-entry-${field}"`)
      assert.lengthOf(await workspace.timeline(contact.id), 0)
    })

  test('shows the newest first, 20 to a page, and narrows to a kind', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    for (let day = 1; day <= 22; day++) {
      const at = `2026-03-${String(day).padStart(2, '0')}T09:00`
      const kind = day === 22 ? 'meeting' : 'call'
      await workspace.as(
        'principal',
        client.post(entries(contact)).form({ kind, happenedAt: at, details: `Talk no. ${day}.` })
      )
    }
    const page = (query: string) =>
      workspace.asFragment(
        'principal',
        client.get(`/app/contacts/${contact.id}?as=timeline${query}`)
      )
    const first = await page('')
    const earlier = /hx-get="[^"]*earlier=([0-9a-f-]+)/.exec(first.text())?.[1]
    const second = await page(`&earlier=${earlier}`)
    const meetings = await page('&only=meeting')

    const talks = (html: string) =>
      [...html.matchAll(/Talk no\. (\d+)\./g)].map(([, day]) => Number(day))
    assert.deepEqual(
      talks(first.text()),
      Array.from({ length: 20 }, (_, index) => 22 - index)
    )
    assert.deepEqual(talks(second.text()), [2, 1])
    assert.deepEqual(talks(meetings.text()), [22])
  })

  test('keeps what a corrected entry said before', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await workspace.as('principal', client.post(entries(contact)).form(call))
    const [entry] = await workspace.timeline(contact.id)
    const address = `${entries(contact)}/${entry.id}`

    const form = await workspace.asFragment('principal', client.get(`${address}/edit`))
    const corrected = await workspace.asFragment(
      'principal',
      client.put(address).form({ ...call, details: 'Wants a yard', version: entry.version })
    )
    const again = await workspace.asFragment(
      'principal',
      client.put(address).form({ ...call, details: 'Late', version: entry.version })
    )

    assert.include(form.text(), 'Wants a garden')
    assert.include(form.text(), 'value="2026-03-05T09:30"')
    assert.include(corrected.text(), 'Wants a yard')
    assert.include(corrected.text(), 'Before: Wants a garden')
    again.assertStatus(404)
    assert.lengthOf(await workspace.timeline(contact.id), 1)
  })

  test('refuses a correction of an old version', async ({ client }) => {
    const contact = await workspace.givenContact()
    await workspace.as('principal', client.post(entries(contact)).form(call))
    const [entry] = await workspace.timeline(contact.id)

    const response = await workspace.asFragment(
      'principal',
      client.put(`${entries(contact)}/${entry.id}`).form({ ...call, version: 9 })
    )

    response.assertStatus(409)
  })

  test('lets an own entry be deleted, and brought back', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await workspace.as('principal', client.post(entries(contact)).form(call))
    const [entry] = await workspace.timeline(contact.id)
    const address = `${entries(contact)}/${entry.id}`

    const deleted = await workspace.asFragment('principal', client.delete(address))
    const without = await workspace.contact(contact.id)
    await workspace.as('principal', client.post(`${address}/restoration`))

    assert.include(deleted.text(), `action="${address}/restoration"`)
    assert.isNull(without?.lastTouchedAt)
    assert.isNull(without?.nextActionOn)
    assert.lengthOf(await workspace.timeline(contact.id), 1)
    assert.equal((await workspace.contact(contact.id))?.nextActionOn, '2026-03-09')
  })

  test('lets nobody rewrite what somebody else said', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await workspace.as('principal', client.post(entries(contact)).form(call))
    const [entry] = await workspace.timeline(contact.id)
    const address = `${entries(contact)}/${entry.id}`
    const requests = () => [
      client.get(`${address}/edit`),
      client.put(address).form({ ...call, details: 'Mine', version: 1 }),
      client.delete(address),
      client.post(`${address}/restoration`),
    ]

    for (const request of requests())
      (await workspace.as('sales_director', request)).assertStatus(403)
    const [kept] = await workspace.timeline(contact.id)
    assert.equal(kept.details, 'Wants a garden')
  })

  test('lets nobody rewrite a change', async ({ client }) => {
    const contact = await workspace.givenContact()
    await workspace.as(
      'principal',
      client.post(`/app/contacts/${contact.id}/archival`).form({ version: 1 })
    )
    const [change] = await workspace.timeline(contact.id)

    const response = await workspace.as(
      'principal',
      client.delete(`${entries(contact)}/${change.id}`)
    )

    response.assertStatus(403)
  })

  test('is closed to {role}: {status}')
    .with([
      { role: 'collections_manager' as StaffRole, status: 403 },
      { role: 'junior_agent' as StaffRole, status: 404 },
    ])
    .run(async ({ client, assert }, { role, status }) => {
      const contact = await workspace.givenContact()
      const entry = await workspace.givenNextAction(contact, '2026-03-09')

      for (const request of writes(client, contact, entry.id))
        (await workspace.as(role, request)).assertStatus(status)
      assert.lengthOf(await workspace.timeline(contact.id), 1)
    })

  test('is not there for another agency, or while the module is off', async ({ client }) => {
    const contact = await workspace.givenContact()
    const entry = await workspace.givenNextAction(contact, '2026-03-09')

    for (const request of writes(client, contact, entry.id))
      (await workspace.asStranger(request)).assertStatus(404)
    await workspace.agency.switchModule('contacts', 'off')
    for (const request of writes(client, contact, entry.id))
      (await workspace.as('principal', request)).assertStatus(404)
  })

  test('of one contact does not open an entry of another', async ({ client }) => {
    const contact = await workspace.givenContact()
    const other = await workspace.givenContact({ name: 'Other' })
    const entry = await workspace.givenNextAction(other, '2026-03-09')

    const response = await workspace.as(
      'principal',
      client.delete(`${entries(contact)}/${entry.id}`)
    )

    response.assertStatus(404)
  })
})

function writes(client: ApiClient, contact: Contact, entryId: string) {
  const record = `/app/contacts/${contact.id}`
  const entry = `${record}/entries/${entryId}`
  return [
    client.post(`${record}/entries`).form(call),
    client.get(`${entry}/edit`),
    client.put(entry).form({ ...call, version: 1 }),
    client.delete(entry),
    client.post(`${entry}/restoration`),
    client.post(`${entry}/completion`),
    client.delete(`${entry}/completion`),
    client.post(`${entry}/postponement`).form({ days: 1 }),
    client.post(`${record}/taps?kind=call&to=1`),
    client.put(`${record}/tags`).form({ tags: 'x' }),
    client.put(`${record}/consents/call`).form({ state: 'refused' }),
  ]
}
