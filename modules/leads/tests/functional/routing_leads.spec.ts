import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import type { Target } from '../../routing/targets.ts'
import { RoutingWorkspace } from '../routing_workspace.ts'

test.group('Giving new leads to somebody', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(() => workspace.open())

  test('leaves no lead alone: without rules the agents get them in turn', async ({ assert }) => {
    await workspace.givenNewLeads(100)

    const owners = await workspace.ownersOfAll()
    assert.deepEqual(Object.values(owners), [50, 50])
    assert.sameMembers(Object.keys(owners), ['Person senior_agent', 'Person junior_agent'])
  })

  test('gives everything to the principal where no agent is left', async ({ assert }) => {
    await workspace.givenRemoved('senior_agent')
    await workspace.givenRemoved('junior_agent')

    const [lead] = await workspace.givenNewLeads(1)

    assert.equal(lead.ownerId, await workspace.agency.memberId('principal'))
  })

  test('asks the first rule that fits, and says because of what', async ({ client, assert }) => {
    const director = await workspace.agency.memberId('sales_director')
    await workspace.givenRule('Ballard', { places: ['ballard'], sources: ['website'] }, director)
    await workspace.givenRule('Rest of the web', { sources: ['website'] }, 'listing_agent')

    const [lead] = await workspace.givenNewLeads(1, { source: 'website', localities: ['Ballard'] })
    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))

    assert.equal(lead.ownerId, director)
    assert.equal(lead.keeperId, director)
    assert.include(page.text(), 'Rule 1, “Ballard”: to Person sales_director')
    assert.include(page.text(), 'because Website · Ballard')
    const [entry] = await workspace.entries(lead.id)
    assert.deepEqual(
      entry.facts.changes?.map(({ to }) => to),
      ['1 · Ballard', 'Person sales_director']
    )
  })

  test('knows a place by each of its names, those of the agency among them', async ({ assert }) => {
    const director = await workspace.agency.memberId('sales_director')
    await workspace.agency.inUnit(() =>
      unitSql(
        `insert into listing_places (name, also) values ('Mill Quarter', '{The Mills,Millside}')`
      )
    )
    await workspace.givenRule('Mills', { places: ['the mills'] }, director)

    const [[byName], [byOther], [elsewhere]] = [
      await workspace.givenNewLeads(1, { localities: ['Mill Quarter'] }),
      await workspace.givenNewLeads(1, { address: { city: 'millside' } }),
      await workspace.givenNewLeads(1, { localities: ['Mill'] }),
    ]

    assert.deepEqual([byName.ownerId, byOther.ownerId], [director, director])
    assert.deepEqual(byOther.routing[0].because, [{ kind: 'place', value: 'Mill Quarter' }])
    assert.notEqual(elsewhere.ownerId, director)
  })

  test('goes on to the next rule where nobody of one is left', async ({ assert }) => {
    const gone = await workspace.agency.memberId('marketing')
    await workspace.givenRule('Gone', {}, gone)
    await workspace.givenRemoved('marketing')

    const [lead] = await workspace.givenNewLeads(1)

    assert.deepEqual(
      lead.routing.map(({ name, outcome }) => [name, outcome]),
      [
        ['Gone', 'nobody'],
        [null, 'given'],
      ]
    )
    assert.isNotNull(lead.ownerId)
  })

  test('narrows by price, intent, language and the listing’s agent', async ({ assert }) => {
    const owner = await workspace.agency.memberId('sales_director')
    const conditions = {
      priceFrom: 50_000_00,
      priceTo: 90_000_00,
      intents: ['sell' as const],
      languages: ['es'],
    }
    await workspace.givenRule('Sellers', conditions, owner)
    const fitting = {
      askingPrice: 60_000_00,
      intent: 'sell' as const,
      sourceDetail: { language: 'es-MX' },
    }

    const [fits] = await workspace.givenNewLeads(1, fitting)
    const [dear] = await workspace.givenNewLeads(1, { ...fitting, askingPrice: 90_000_01 })
    const [elsewhere] = await workspace.givenNewLeads(1, { ...fitting, currency: 'EUR' })

    assert.equal(fits.ownerId, owner)
    assert.notEqual(dear.ownerId, owner)
    assert.notEqual(elsewhere.ownerId, owner)
  })

  test('looks at who of a team has the least to do', async ({ assert }) => {
    const team = await workspace.givenTeam('North', 'senior_agent', 'sales_director')
    await workspace.givenLeads(3, 'senior_agent')
    await workspace.givenRule('North', {}, { kind: 'team', teamId: team.id })

    const leads = await workspace.givenNewLeads(7)

    const director = await workspace.agency.memberId('sales_director')
    assert.lengthOf(
      leads.filter(({ ownerId }) => ownerId === director),
      5
    )
    assert.equal(leads[0].teamId, team.id)
  })

  test('spreads a group’s leads evenly, even when they come at once', async ({ assert }) => {
    const memberIds = await workspace.membersOf('sales_director', 'senior_agent', 'junior_agent')
    const target: Target = { kind: 'round_robin', memberIds }
    await workspace.givenRule('Three', {}, target)

    await Promise.all(Array.from({ length: 9 }, () => workspace.givenNewLeads(1)))

    assert.deepEqual(Object.values(await workspace.ownersOfAll()), [3, 3, 3])
  })

  test('lets whoever names somebody name them', async ({ assert }) => {
    await workspace.givenRule('All', {}, await workspace.agency.memberId('sales_director'))

    const lead = await workspace.givenLead({ owner: 'principal' })

    assert.equal(lead.ownerId, await workspace.agency.memberId('principal'))
    assert.isEmpty(lead.routing)
  })
})
