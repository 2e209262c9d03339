import { test } from '@japa/runner'
import { daysAfter, today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Narrowing the list of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('by {query} leaves those whom it is true of')
    .with([
      { query: 'kind=investor' },
      { query: 'type=company' },
      { query: 'tag=Hot+Lead' },
      { query: 'owner=none' },
      { query: 'source=Portal' },
      { query: 'city=Tacoma' },
      { query: 'consent=email:refused' },
      { query: 'consent=call:granted' },
      { query: 'has=no_phone' },
      { query: 'has=email' },
      { query: 'next=overdue' },
      { query: 'next=due' },
      { query: 'status=archived' },
      { query: 'custom.pets=yes' },
      { query: 'custom.area=North' },
      { query: 'q=wanted&has=email&city=Tacoma' },
    ])
    .run(async ({ client, assert }, { query }) => {
      const day = daysAfter(today((await workspace.agency.tenant()).timeZone), -3)
      const isArchived = query.includes('archived')
      await workspace.givenContact({
        name: 'Wanted',
        email: 'wanted@post.example',
        owner: null,
        tags: ['Hot Lead'],
        facts: {
          type: 'company',
          kinds: ['investor', 'buyer'],
          source: 'Portal',
          city: 'Tacoma',
          status: isArchived ? 'archived' : 'active',
          nextActionOn: day,
          custom: { pets: true, area: 'North' },
          consent: {
            email: { state: 'refused', at: null, how: null },
            call: { state: 'granted', at: null, how: 'by phone' },
          },
        },
      })
      await workspace.givenContact({ name: 'Unwanted', phone: '+12065550100' })

      const response = await workspace.as('principal', client.get(`/app/contacts?${query}`))

      response.assertStatus(200)
      assert.include(response.text(), '>Wanted<')
      assert.notInclude(response.text(), 'Unwanted')
    })

  test('by team, by day and by "mine" asks for the right people and days', async ({
    client,
    assert,
  }) => {
    const team = await workspace.givenTeam('North side', 'senior_agent')
    await workspace.givenContact({ name: 'Old one', facts: { teamId: team.id } })
    await workspace.agency.inUnit(async () => {
      await unitSql(`update contacts set created_at = '2026-02-10T12:00:00Z'`)
    })
    await workspace.givenContact({ name: 'New one', owner: 'senior_agent' })
    const list = async (query: string) =>
      (await workspace.as('principal', client.get(`/app/contacts?${query}`))).text()

    assert.notInclude(await list(`team=${team.id}`), 'New one')
    assert.notInclude(await list('from=2026-02-10&to=2026-02-10'), 'New one')
    assert.include(await list('from=2026-02-10&to=2026-02-10'), 'Old one')
    assert.notInclude(await list('from=2026-02-11'), 'Old one')
    assert.notInclude(await list('owner=me'), 'New one')
    assert.notInclude(
      await list(`owner=${await workspace.agency.memberId('senior_agent')}`),
      'Old one'
    )
  })

  test('shows each filter as a chip in words, with the way to take it off', async ({
    client,
    assert,
  }) => {
    const owner = await workspace.agency.memberId('senior_agent')
    const response = await workspace.as(
      'principal',
      client.get(`/app/contacts?kind=buyer&owner=${owner}&sort=-created`)
    )

    assert.include(response.text(), 'Person senior_agent')
    assert.include(response.text(), 'Remove filter: Kind')
    assert.include(response.text(), `/app/contacts?owner=${owner}&amp;sort=-created`)
  })

  test('offers the values that are there, in the menu and without scripts', async ({
    client,
    assert,
  }) => {
    await workspace.givenContact({
      tags: ['Hot Lead'],
      facts: { city: 'Tacoma', source: 'Portal' },
    })

    const menu = await workspace.asFragment('principal', client.get('/app/contacts?as=filters'))
    const page = await workspace.as('principal', client.get('/app/contacts?as=filters'))

    for (const response of [menu, page]) {
      for (const value of ['tag=Hot+Lead', 'city=Tacoma', 'source=Portal', 'kind=buyer'])
        assert.include(response.text(), value)
    }
    assert.notInclude(menu.text(), '<html')
  })

  test('offers an agent only what their own contacts have', async ({ client, assert }) => {
    await workspace.givenContact({ facts: { city: 'Secretville', source: 'Whisper' } })

    const menu = await workspace.asFragment('junior_agent', client.get('/app/contacts?as=filters'))

    assert.notInclude(menu.text(), 'Secretville')
    assert.notInclude(menu.text(), 'Whisper')
  })

  test('offers the most frequent values where a menu cannot hold all', async ({
    client,
    assert,
  }) => {
    await workspace.givenContact({ facts: { city: 'Zenith' } })
    await workspace.givenContact({ facts: { city: 'Zenith' } })
    await workspace.agency.inUnit(() =>
      unitSql(
        `insert into contacts (name, city, deleted_at)
         select 'Somebody', 'Town ' || n, case when n > 60 then now() end from generate_series(1, 61) as n`
      )
    )

    const menu = await workspace.asFragment('principal', client.get('/app/contacts?as=filters'))

    const towns = menu.text().match(/city=[\w+]+/g)
    assert.lengthOf(new Set(towns), 60)
    assert.include(menu.text(), 'city=Zenith')
    assert.notInclude(menu.text(), 'city=Town+61')
  })

  test('by "deleted" is for those who may restore, and for nobody else', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Gone one' })
    await workspace.as('principal', client.delete(`/app/contacts/${contact.id}`))

    const restorer = await workspace.as('principal', client.get('/app/contacts?status=deleted'))
    const other = await workspace.as('sales_director', client.get('/app/contacts?status=deleted'))

    assert.include(restorer.text(), 'Gone one')
    assert.notInclude(other.text(), 'Gone one')
  })
})
