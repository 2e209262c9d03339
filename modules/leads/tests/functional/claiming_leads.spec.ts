import { test } from '@japa/runner'
import { passOnUnclaimed } from '../../actions/pass_on_unclaimed.ts'
import { RoutingWorkspace } from '../routing_workspace.ts'

test.group('Claiming a lead', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(() => workspace.open())

  test('shows it to the group, and gives it to the first who taps', async ({ client, assert }) => {
    await workspace.givenClaimRule(['senior_agent', 'junior_agent'])
    const [lead] = await workspace.givenNewLeads(1, { name: 'Zoe Quick' })

    const list = await workspace.asFragment('junior_agent', client.get('/app/leads/claims'))
    const others = await workspace.as('sales_director', client.get('/app/leads/claims'))
    const first = await workspace.as('junior_agent', client.post(`/app/leads/${lead.id}/claim`))
    const second = await workspace.asFragment(
      'senior_agent',
      client.post(`/app/leads/${lead.id}/claim`)
    )

    assert.isNull(lead.ownerId)
    assert.include(list.text(), 'Zoe Quick')
    assert.notInclude(others.text(), 'Zoe Quick')
    first.assertHeader('location', `/app/leads/${lead.id}`)
    second.assertStatus(409)
    assert.include(second.text(), 'Somebody else was faster')
    const after = (await workspace.lead(lead.id))!
    assert.equal(after.ownerId, await workspace.agency.memberId('junior_agent'))
    assert.equal(after.routing.at(-1)?.outcome, 'claimed')
  })

  test('is won by exactly one of fifty who tap at once', async ({ client, assert }) => {
    const roles = ['principal', 'sales_director', 'senior_agent', 'junior_agent'] as const
    await workspace.givenClaimRule([...roles])
    const [lead] = await workspace.givenNewLeads(1)

    const taps = Array.from({ length: 50 }, (_, n) =>
      workspace.asFragment(roles[n % roles.length], client.post(`/app/leads/${lead.id}/claim`))
    )
    const answers = await Promise.all(taps)

    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status < 400),
      1
    )
    assert.lengthOf(
      statuses.filter((status) => status === 409),
      49
    )
    const claimed = (await workspace.lead(lead.id))!.routing.filter(
      ({ outcome }) => outcome === 'claimed'
    )
    assert.lengthOf(claimed, 1)
  })

  test('tells neither name nor source where the rule says so', async ({ client, assert }) => {
    await workspace.givenClaimRule(['senior_agent'], { hidden: true })
    await workspace.givenNewLeads(1, { name: 'Zoe Quick', source: 'sign_board', intent: 'buy' })

    const list = await workspace.as('senior_agent', client.get('/app/leads/claims'))

    assert.notInclude(list.text(), 'Zoe Quick')
    assert.notInclude(list.text(), 'Sign board')
    assert.include(list.text(), 'Wants to buy')
  })

  test('goes to the second group in time, and then to the last rule', async ({
    client,
    assert,
  }) => {
    await workspace.givenClaimRule(['senior_agent'], { fallback: ['sales_director'] })
    const [lead] = await workspace.givenNewLeads(1, { name: 'Zoe Quick' })
    const list = (role: 'senior_agent' | 'sales_director') =>
      workspace.as(role, client.get('/app/leads/claims'))

    await workspace.givenLapse()
    await workspace.agency.inUnit(() => passOnUnclaimed())
    assert.include((await list('sales_director')).text(), 'Zoe Quick')
    assert.notInclude((await list('senior_agent')).text(), 'Zoe Quick')
    const late = client.post(`/app/leads/${lead.id}/claim`)
    ;(await workspace.asFragment('senior_agent', late)).assertStatus(409)
    assert.isNull((await workspace.lead(lead.id))!.ownerId)

    await workspace.givenLapse()
    assert.equal(await workspace.agency.inUnit(() => passOnUnclaimed()), 1)
    // Whatever was missed while nothing ran is made up for once.
    assert.equal(await workspace.agency.inUnit(() => passOnUnclaimed()), 0)

    const after = (await workspace.lead(lead.id))!
    assert.isNotNull(after.ownerId)
    assert.deepEqual(
      after.routing.map(({ outcome }) => outcome),
      ['offered', 'lapsed', 'lapsed', 'given']
    )
  })

  test('is over once somebody gave the lead away by hand', async ({ client, assert }) => {
    await workspace.givenClaimRule(['senior_agent'])
    const [lead] = await workspace.givenNewLeads(1)
    const ownerId = await workspace.agency.memberId('sales_director')
    await workspace.as(
      'principal',
      client.put(`/app/leads/${lead.id}/assignment`).form({ ownerId })
    )

    const claim = await workspace.asFragment(
      'senior_agent',
      client.post(`/app/leads/${lead.id}/claim`)
    )
    await workspace.givenLapse()
    await workspace.agency.inUnit(() => passOnUnclaimed())

    claim.assertStatus(409)
    assert.equal((await workspace.lead(lead.id))!.ownerId, ownerId)
  })

  test('does not exist for whom it was never offered, and is forbidden to those who only look', async ({
    client,
  }) => {
    await workspace.givenClaimRule(['senior_agent'])
    const [lead] = await workspace.givenNewLeads(1)
    const claim = () => client.post(`/app/leads/${lead.id}/claim`)

    ;(await workspace.as('junior_agent', claim())).assertStatus(404)
    ;(await workspace.as('collections_manager', claim())).assertStatus(403)
    ;(await workspace.asStranger(claim())).assertStatus(404)
    ;(await workspace.as('senior_agent', client.post('/app/leads/x/claim'))).assertStatus(404)
  })
})
