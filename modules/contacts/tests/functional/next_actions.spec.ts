import { test } from '@japa/runner'
import type Contact from '../../models/contact.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('A next action of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const entries = (contact: Contact) => `/app/contacts/${contact.id}/entries`

  test('settles a next action: done, not done after all, later', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const entry = await workspace.givenNextAction(contact, '2026-03-09')
    const address = `${entries(contact)}/${entry.id}`

    await workspace.asFragment('sales_director', client.post(`${address}/completion`))
    const done = (await workspace.contact(contact.id))?.nextActionOn
    await workspace.asFragment('principal', client.delete(`${address}/completion`))
    const again = (await workspace.contact(contact.id))?.nextActionOn
    await workspace.asFragment(
      'principal',
      client.post(`${address}/postponement`).form({ on: '2099-05-01' })
    )

    assert.isNull(done)
    assert.equal(again, '2026-03-09')
    assert.equal((await workspace.contact(contact.id))?.nextActionOn, '2099-05-01')
  })

  test('refuses to postpone to no day at all, or what was never planned', async ({ client }) => {
    const contact = await workspace.givenContact()
    const entry = await workspace.givenNextAction(contact, '2026-03-09')
    await workspace.as('principal', client.post(entries(contact)).form({ kind: 'call' }))
    const [, unplanned] = await workspace.timeline(contact.id)
    const postpone = (id: string, sent: object) =>
      workspace.asFragment(
        'principal',
        client.post(`${entries(contact)}/${id}/postponement`).form(sent)
      )

    ;(await postpone(entry.id, {})).assertStatus(422)
    ;(await postpone(entry.id, { days: 400 })).assertStatus(422)
    ;(await postpone(entry.id, { on: 'soon' })).assertStatus(422)
    ;(await postpone(unplanned.id, { days: 1 })).assertStatus(404)
  })

  test('notes by itself that somebody was called', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ phone: '+12065550142' })

    const response = await workspace.as(
      'principal',
      client.post(`/app/contacts/${contact.id}/taps?kind=call&to=%2B12065550142`)
    )

    const [entry] = await workspace.timeline(contact.id)
    response.assertStatus(302)
    assert.containsSubset(entry.$attributes, { kind: 'call', details: 'Called +12065550142' })
    assert.isNotNull((await workspace.contact(contact.id))?.lastTouchedAt)
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    assert.include(page.text(), 'How did it go?')
  })

  test('leaves a way back after each tap, to where one was', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ phone: '+12065550142' })
    const entry = await workspace.givenNextAction(contact, '2026-03-09')
    const address = `${entries(contact)}/${entry.id}`
    const from = (url: string) => workspace.asFragment('principal', client.post(url))
    const undo = async (html: string) => {
      const [, url] = html.match(/class="toast[^]*?action="([^"]+)"/) ?? []
      return workspace.as('principal', client.post(url.replaceAll('&amp;', '&')))
    }

    const called = await from(
      `/app/contacts/${contact.id}/taps?kind=call&to=%2B12065550142&back=today`
    )
    const uncalled = await undo(called.text())
    const entriesLeft = await workspace.timeline(contact.id)
    const done = await from(`${address}/completion?back=today`)
    const open = await undo(done.text())
    const later = await from(`${address}/postponement?days=7&back=follow_ups`)
    const back = await undo(later.text())

    assert.notInclude(called.text(), 'id="today"')
    assert.lengthOf(entriesLeft, 1)
    uncalled.assertHeader('location', '/app')
    open.assertHeader('location', '/app')
    back.assertHeader('location', '/app/contacts/follow-ups')
    assert.equal((await workspace.contact(contact.id))?.nextActionOn, '2026-03-09')
  })

  test('takes no made-up kind of tap', async ({ client }) => {
    const contact = await workspace.givenContact()

    const response = await workspace.asFragment(
      'principal',
      client.post(`/app/contacts/${contact.id}/taps?kind=telepathy&to=x`)
    )

    response.assertStatus(422)
  })
})
