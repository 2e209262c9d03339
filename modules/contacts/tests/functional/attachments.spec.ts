import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { countedQueries } from '#tests/support/counted_queries'
import { unitSql } from '#kernel/tenancy/sql'
import type Contact from '../../models/contact.ts'
import { ContactsWorkspace } from '../workspace.ts'

const PROGRAM = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(300)])

test.group('The files of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const attach = (
    client: ApiClient,
    contact: Contact,
    {
      content = Buffer.from('the contract'),
      name = 'contract.txt',
      role = 'principal' as StaffRole,
    } = {}
  ) =>
    workspace.asFragment(
      role,
      client
        .post(`/app/contacts/${contact.id}/attachments`)
        .header('hx-source', 'form#attach')
        .file('files', content, { filename: name })
    )

  const kept = async () => {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string; name: string }>(
        'select id, name from files where subject_type = ? and deleted_at is null',
        ['contact']
      )
    )
    return rows
  }

  test('are added, shown on its page and opened at a signed address', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()

    const answer = await attach(client, contact)
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const address = /href="(\/files\/[^"]+)"/.exec(page.text())![1].replaceAll('&amp;', '&')
    const file = await workspace.as('principal', client.get(address))

    assert.include(answer.text(), 'contract.txt')
    assert.equal(file.text(), 'the contract')
    file.assertHeader('x-content-type-options', 'nosniff')
  })

  test('are refused beside the field: {why}')
    .with([
      { why: 'nothing', content: null, said: 'at least one file' },
      { why: 'an empty one', content: Buffer.alloc(0), said: 'is empty' },
      { why: 'a program', content: PROGRAM, said: 'Programs cannot be attached' },
      { why: 'a large one', content: Buffer.alloc(26_300_000), said: 'larger than 25 MB' },
    ])
    .run(async ({ client, assert }, { content, said }) => {
      const contact = await workspace.givenContact()

      const answer = content
        ? await attach(client, contact, { content })
        : await workspace.asFragment(
            'principal',
            client
              .post(`/app/contacts/${contact.id}/attachments`)
              .header('hx-source', 'form#attach')
              .form({})
          )

      answer.assertStatus(422)
      assert.include(answer.text(), 'err-attach-files')
      assert.include(answer.text(), said)
      assert.lengthOf(await kept(), 0)
    })

  test('are deleted, and come back', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await attach(client, contact)
    const [{ id }] = await kept()
    const address = `/app/contacts/${contact.id}/attachments/${id}`

    const gone = await workspace.asFragment('principal', client.delete(address))
    const twice = await workspace.asFragment('principal', client.delete(address))
    const none = await kept()
    const back = await workspace.as('principal', client.post(`${address}/restoration`))

    assert.include(gone.text(), 'contract.txt was deleted')
    twice.assertStatus(404)
    assert.lengthOf(none, 0)
    back.assertHeader('location', `/app/contacts/${contact.id}`)
    assert.lengthOf(await kept(), 1)
  })

  test('are forbidden to those who may only look', async ({ client }) => {
    const contact = await workspace.givenContact()

    const answer = await attach(client, contact, { role: 'collections_manager' })

    answer.assertStatus(403)
  })

  test('do not exist for another agency, another contact or where the module is off', async ({
    client,
  }) => {
    const contact = await workspace.givenContact()
    const other = await workspace.givenContact({ name: 'Ben Roy' })
    await attach(client, contact)
    const [{ id }] = await kept()

    const address = `/app/contacts/${contact.id}/attachments/${id}`
    const stranger = await workspace.asStranger(client.delete(address))
    const wrong = await workspace.as(
      'principal',
      client.delete(`/app/contacts/${other.id}/attachments/${id}`)
    )
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.delete(address))

    for (const answer of [stranger, wrong, off]) answer.assertStatus(404)
  })

  test('cost one query, however many there are', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await attach(client, contact)
    const page = async () => workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const forOne = await countedQueries(page)
    await attach(client, contact, { name: 'two.txt' })
    await attach(client, contact, { name: 'three.txt' })

    assert.lengthOf(await countedQueries(page), forOne.length)
  })
})

test.group('A pinned note', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('stands at the top until it is let go, corrected or not', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const entry = await workspace.givenNextAction(contact, '2026-01-01')
    const pin = `/app/contacts/${contact.id}/entries/${entry.id}/pin`

    const pinned = await workspace.asFragment('principal', client.post(pin))
    await workspace.givenCorrection(contact)
    const corrected = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string }>(
        'select id from timeline_entries where pinned_at is not null and deleted_at is null'
      )
    )
    const free = await workspace.asFragment(
      'principal',
      client.delete(`/app/contacts/${contact.id}/entries/${rows[0].id}/pin`)
    )

    const top = 'aria-label="Pinned"'
    assert.include(pinned.text(), top)
    assert.include(corrected.text(), top)
    assert.notInclude(free.text(), top)
  })

  test('is none where nobody wrote it, nor for those who may not', async ({ client }) => {
    const contact = await workspace.givenContact()
    const entry = await workspace.givenNextAction(contact, '2026-01-01')
    const pin = `/app/contacts/${contact.id}/entries/${entry.id}/pin`

    const forbidden = await workspace.as('collections_manager', client.post(pin))
    const stranger = await workspace.asStranger(client.post(pin))
    await workspace.agency.inUnit(() => unitSql(`update timeline_entries set kind = 'change'`))
    const change = await workspace.as('principal', client.post(pin))

    forbidden.assertStatus(403)
    stranger.assertStatus(404)
    change.assertStatus(404)
  })
})
