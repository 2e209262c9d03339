import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { ContactsWorkspace } from '../workspace.ts'

test.group('The page of a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows who it is and every way to them, one tap away', async ({ client, assert }) => {
    const contact = await workspace.givenContact({
      name: 'Ruto Moyo',
      phone: '+12065550142',
      email: 'ruto@post.example',
      tags: ['Hot Lead'],
      facts: { kinds: ['buyer'], city: 'Tacoma', address: { line: '5 Pine St', city: 'Tacoma' } },
    })

    const response = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))

    response.assertStatus(200)
    for (const words of ['Ruto Moyo', 'Buyer', '(206) 555-0142', 'Hot Lead', '5 Pine St'])
      assert.include(response.text(), words)
    for (const way of ['tel:+12065550142', 'https://wa.me/12065550142', 'mailto:ruto@post.example'])
      assert.include(response.text(), `href="${way}"`)
  })

  test('does not offer a channel that was refused, and says so', async ({ client, assert }) => {
    const refused = { state: 'refused' as const, at: null, how: null }
    const contact = await workspace.givenContact({
      phone: '+12065550142',
      email: 'ruto@post.example',
      facts: { consent: { whatsapp: refused, email: refused } },
    })

    const response = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))

    assert.include(response.text(), 'No WhatsApp')
    assert.notInclude(response.text(), 'wa.me')
    assert.notInclude(response.text(), 'mailto:')
    assert.include(response.text(), 'ruto@post.example')
    assert.include(response.text(), 'tel:+12065550142')
  })

  test('comes at the side of the list too, with an address of its own', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })

    const panel = await workspace.asPanel('principal', client.get(`/app/contacts/${contact.id}`))
    const page = await workspace.as('principal', client.get(`/app/contacts?open=${contact.id}`))

    assert.include(panel.text(), 'data-panel-title')
    assert.notInclude(panel.text(), '<html')
    assert.include(page.text(), `hx-get="/app/contacts/${contact.id}?as=panel"`)
  })

  test('costs as many statements with a long story as with a short one', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    const show = () => workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const ownStatements = async () =>
      (await countedQueries(show)).filter((sql) => /contact|tag|timeline|custom|team/.test(sql))
    await workspace.givenNextAction(contact, '2026-01-05')
    const short = await ownStatements()
    for (let day = 10; day < 28; day++) await workspace.givenNextAction(contact, `2026-01-${day}`)

    assert.deepEqual(await ownStatements(), short)
  })

  test('is not there for those who do not reach the contact: {role}')
    .with([{ role: 'junior_agent' as const }, { role: 'senior_agent' as const }])
    .run(async ({ client }, { role }) => {
      const contact = await workspace.givenContact({ owner: 'principal' })

      const page = await workspace.as(role, client.get(`/app/contacts/${contact.id}`))
      const panel = await workspace.asPanel(role, client.get(`/app/contacts/${contact.id}`))

      page.assertStatus(404)
      panel.assertStatus(404)
    })

  test('is there for the owner, and for the team where the agency decides so', async ({
    client,
  }) => {
    const team = await workspace.givenTeam('North', 'senior_agent', 'junior_agent')
    const contact = await workspace.givenContact({
      owner: 'senior_agent',
      facts: { teamId: team.id },
    })
    const address = `/app/contacts/${contact.id}`

    const owner = await workspace.as('senior_agent', client.get(address))
    const before = await workspace.as('junior_agent', client.get(address))
    await workspace.givenReach('junior_agent', 'contacts.view', 'team')
    const after = await workspace.as('junior_agent', client.get(address))

    owner.assertStatus(200)
    before.assertStatus(404)
    after.assertStatus(200)
  })

  test('is not there for another agency, for a malformed id, or while the module is off', async ({
    client,
  }) => {
    const contact = await workspace.givenContact()
    const address = `/app/contacts/${contact.id}`

    const stranger = await workspace.asStranger(client.get(address))
    const malformed = await workspace.as('principal', client.get('/app/contacts/42'))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.get(address))

    stranger.assertStatus(404)
    malformed.assertStatus(404)
    off.assertStatus(404)
  })
})
