import { test } from '@japa/runner'
import { daysAfter, today } from '#kernel/markets/time'
import { countedQueries } from '#tests/support/counted_queries'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Follow-ups', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const inDays = async (count: number) =>
    daysAfter(today((await workspace.agency.tenant()).timeZone), count)

  test('are what is due until today, own contacts first, then by day', async ({
    client,
    assert,
  }) => {
    const given = [
      { name: 'Others late', owner: 'senior_agent' as const, days: -9 },
      { name: 'Mine today', owner: 'principal' as const, days: 0 },
      { name: 'Mine late', owner: 'principal' as const, days: -2 },
      { name: 'Mine tomorrow', owner: 'principal' as const, days: 1 },
    ]
    for (const { name, owner, days } of given)
      await workspace.givenNextAction(
        await workspace.givenContact({ name, owner, phone: '+12065550142' }),
        await inDays(days)
      )

    const all = await workspace.as('principal', client.get('/app/contacts/follow-ups'))
    const mine = await workspace.as('principal', client.get('/app/contacts/follow-ups?whose=mine'))
    const week = await workspace.as('principal', client.get('/app/contacts/follow-ups?when=week'))

    const names = (html: string) => html.match(/(Others late|Mine \w+)(?=<\/a>)/g)
    assert.deepEqual(names(all.text()), ['Mine late', 'Mine today', 'Others late'])
    assert.deepEqual(names(mine.text()), ['Mine late', 'Mine today'])
    assert.include(names(week.text()), 'Mine tomorrow')
    assert.include(all.text(), 'Send the brochure')
    assert.include(all.text(), 'href="tel:+12065550142"')
  })

  test('pass over what is done, deleted or archived', async ({ client, assert }) => {
    const done = await workspace.givenContact({ name: 'Done' })
    const deleted = await workspace.givenContact({ name: 'Deleted' })
    const archived = await workspace.givenContact({ name: 'Archived' })
    const entry = await workspace.givenNextAction(done, await inDays(-1))
    await workspace.givenNextAction(deleted, await inDays(-1))
    await workspace.givenNextAction(archived, await inDays(-1))

    await workspace.as(
      'principal',
      client.post(`/app/contacts/${done.id}/entries/${entry.id}/completion?back=follow_ups`)
    )
    await workspace.as('principal', client.delete(`/app/contacts/${deleted.id}`))
    await workspace.as(
      'principal',
      client.post(`/app/contacts/${archived.id}/archival`).form({ version: 1 })
    )
    const page = await workspace.as('principal', client.get('/app/contacts/follow-ups'))

    assert.include(page.text(), 'No follow-ups')
  })

  test('are worked off where they stand', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann Lee' })
    const other = await workspace.givenContact({ name: 'Bo Kim' })
    const entry = await workspace.givenNextAction(contact, await inDays(-1))
    await workspace.givenNextAction(other, await inDays(-1))
    const address = `/app/contacts/${contact.id}/entries/${entry.id}`

    const later = await workspace.asFragment(
      'principal',
      client.post(`${address}/postponement?back=today`).form({ days: 3 })
    )
    const plain = await workspace.as(
      'principal',
      client.post(`${address}/completion?back=follow_ups`)
    )
    const elsewhere = await workspace.as(
      'principal',
      client.delete(`${address}/completion?back=https://evil.example`)
    )

    assert.include(later.text(), 'Bo Kim')
    assert.notInclude(later.text(), 'Ann Lee')
    assert.include(later.text(), 'Moved to in 3 days')
    plain.assertHeader('location', '/app/contacts/follow-ups')
    elsewhere.assertHeader('location', `/app/contacts/${contact.id}`)
  })

  test('stand on the first page, the latest first, with reason and one-tap acts', async ({
    client,
    assert,
  }) => {
    const given = [
      { name: 'Others late', owner: 'senior_agent' as const, days: -9 },
      { name: 'Mine today', owner: 'principal' as const, days: 0 },
      { name: 'Mine late', owner: 'principal' as const, days: -2 },
      { name: 'Mine later', owner: 'principal' as const, days: -4 },
      { name: 'Mine tomorrow', owner: 'principal' as const, days: 1 },
    ]
    for (const { name, owner, days } of given)
      await workspace.givenNextAction(
        await workspace.givenContact({ name, owner, phone: '+12065550142' }),
        await inDays(days)
      )

    const page = await workspace.as('principal', client.get('/app'))

    const names = page.text().match(/(Others late|Mine \w+)(?=<\/a>)/g)
    assert.deepEqual(names, ['Mine later', 'Mine late', 'Mine today', 'Others late'])
    assert.include(page.text(), 'due 2 days ago')
    assert.include(page.text(), 'due today')
    assert.include(page.text(), 'Person senior_agent’s contact')
    assert.include(page.text(), 'href="tel:+12065550142"')
    assert.include(page.text(), '/completion?back=today')
  })

  test('leave a first page without any to what can be begun, within what the person may', async ({
    client,
    assert,
  }) => {
    const begun = async (role: 'principal' | 'junior_agent') => {
      const text = (await workspace.as(role, client.get('/app'))).text()
      const [, empty] = /class="empty"([^]*?)<\/section>/.exec(text) ?? []
      return empty.match(/\/app\/[\w/]+(?=")/g)
    }

    assert.includeMembers((await begun('principal')) ?? [], [
      '/app/contacts/create',
      '/app/contacts/imports/create',
      '/app/settings/invitations/create',
    ])
    const ofJunior = await begun('junior_agent')
    assert.include(ofJunior, '/app/contacts/create')
    assert.notInclude(ofJunior, '/app/contacts/imports/create')
  })

  test('stop at fifty on the first page, in one statement', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    for (let count = 0; count < 55; count++)
      await workspace.givenNextAction(contact, await inDays(-count))
    const page = () => workspace.as('principal', client.get('/app'))

    const shown = (await page()).text()
    const statements = (await countedQueries(page)).filter(
      (sql) => sql.includes('timeline_entries') && sql.includes('contacts')
    )

    assert.lengthOf(shown.match(/<article/g) ?? [], 50)
    assert.include(shown, 'There is more')
    assert.lengthOf(statements, 1)
  })

  test('cost one statement, however many there are', async ({ client, assert }) => {
    const page = () => workspace.as('principal', client.get('/app/contacts/follow-ups'))
    for (let count = 0; count < 12; count++)
      await workspace.givenNextAction(
        await workspace.givenContact({ name: `Number ${count}` }),
        await inDays(-count)
      )

    const statements = (await countedQueries(page)).filter((sql) => /contact|timeline/.test(sql))

    assert.lengthOf(statements, 1)
  })

  test('of others are not shown to an agent', async ({ client, assert }) => {
    await workspace.givenNextAction(
      await workspace.givenContact({ name: 'Secret one' }),
      await inDays(-1)
    )

    const page = await workspace.as('junior_agent', client.get('/app/contacts/follow-ups'))

    assert.notInclude(page.text(), 'Secret one')
  })

  test('are closed to those who may not see contacts, to others, and while the module is off', async ({
    client,
    assert,
  }) => {
    await workspace.givenNextAction(
      await workspace.givenContact({ name: 'Secret one' }),
      await inDays(-1)
    )
    await workspace.givenReach('marketing', 'contacts.view', 'none')

    const forbidden = await workspace.as('marketing', client.get('/app/contacts/follow-ups'))
    const firstPage = await workspace.as('marketing', client.get('/app'))
    const stranger = await workspace.asStranger(client.get('/app/contacts/follow-ups'))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.get('/app/contacts/follow-ups'))

    forbidden.assertStatus(403)
    assert.notInclude(firstPage.text(), 'follow-ups')
    assert.notInclude(stranger.text(), 'Secret one')
    off.assertStatus(404)
  })
})
