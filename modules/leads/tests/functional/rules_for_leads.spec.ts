import { test } from '@japa/runner'
import { RoutingWorkspace } from '../routing_workspace.ts'

const URL = '/app/settings/lead-rules'

test.group('Rules for new leads', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(() => workspace.open())

  const form = async () => ({
    'name': 'Portals',
    'sources[]': 'property_portal, website',
    'priceFrom': '100,000',
    'target': 'round_robin',
    'memberIds[]': await workspace.agency.memberId('senior_agent'),
  })

  test('are written down, shown in a sentence, changed and removed', async ({ client, assert }) => {
    const added = await workspace.as('principal', client.post(URL).form(await form()))
    const [rule] = await workspace.rules()
    const page = await workspace.as('principal', client.get(URL))
    const edit = await workspace.as('principal', client.get(`${URL}/${rule.id}/edit`))
    const changed = await workspace.as(
      'principal',
      client.put(`${URL}/${rule.id}`).form({ ...(await form()), name: 'Online', version: 1 })
    )

    added.assertHeader('location', URL)
    assert.deepEqual(rule.conditions.sources, ['property_portal', 'website'])
    assert.equal(rule.conditions.priceFrom, 100_000_00)
    assert.include(page.text(), 'Person senior_agent, in turn')
    assert.include(edit.text(), 'value="Portals"')
    changed.assertHeader('location', URL)
    assert.equal((await workspace.rules())[0].name, 'Online')

    await workspace.as('principal', client.delete(`${URL}/${rule.id}`))
    assert.isEmpty(await workspace.rules())
  })

  test('say beside the field what is wrong', async ({ client, assert }) => {
    const foreign = await workspace.neighbour.memberId('principal')
    for (const wrong of [{ name: '' }, { target: 'anybody' }, { 'memberIds[]': foreign }]) {
      const response = await workspace.asFragment(
        'principal',
        client.post(URL).form({ ...(await form()), ...wrong })
      )
      response.assertStatus(422)
    }
    assert.isEmpty(await workspace.rules())
  })

  test('are not overwritten by whoever saw an older version', async ({ client, assert }) => {
    const rule = await workspace.givenRule('Old', {}, 'listing_agent')
    const save = async (name: string) =>
      workspace.asFragment(
        'principal',
        client.put(`${URL}/${rule.id}`).form({ ...(await form()), name, version: 1 })
      )

    await save('First')
    const second = await save('Second')

    second.assertStatus(409)
    assert.equal((await workspace.rules())[0].name, 'First')
  })

  test('are put in another order', async ({ client, assert }) => {
    for (const name of ['A', 'B', 'C']) await workspace.givenRule(name, {}, 'listing_agent')
    const names = async () => (await workspace.rules()).map(({ name }) => name).join('')
    const move = async (name: string, to: number) => {
      const rule = (await workspace.rules()).find((one) => one.name === name)!
      const { version } = rule
      return workspace.as('principal', client.put(`${URL}/${rule.id}/place`).form({ to, version }))
    }

    await move('C', 1)
    assert.equal(await names(), 'CAB')
    await move('C', 3)
    assert.equal(await names(), 'ABC')
    await move('B', 99)
    assert.equal(await names(), 'ACB')
  })

  test('are tried on the last 30 days before they are saved', async ({ client, assert }) => {
    await workspace.givenNewLeads(4, { name: 'Portal Pat', source: 'website' })
    await workspace.givenNewLeads(2, { source: 'walk_in' })
    const draft = { ...(await form()), priceFrom: '' }

    const tried = await workspace.asFragment(
      'principal',
      client.post(`${URL}/rehearsals`).form(draft)
    )
    const page = await workspace.as('principal', client.post(`${URL}/rehearsals`).form(draft))
    const none = await workspace.asFragment(
      'principal',
      client.post(`${URL}/rehearsals`).form(await form())
    )

    assert.match(tried.text(), /6 leads of the last 30 days/)
    assert.match(tried.text(), /Portals<\/th><td>4</)
    assert.match(tried.text(), /Last rule<\/th><td>2</)
    assert.match(tried.text(), /Person senior_agent<\/th><td>5</)
    assert.include(tried.text(), 'Portal Pat')
    assert.include(page.text(), 'value="Portals"')
    assert.match(none.text(), /Portals<\/th><td>0</)
    assert.isEmpty(await workspace.rules())
  })

  test('end with one that can be changed and not removed', async ({ client, assert }) => {
    const saved = await workspace.as(
      'principal',
      client.put(`${URL}/last`).form({ lastRule: 'principal' })
    )
    const [lead] = await workspace.givenNewLeads(1)
    const removed = await workspace.as('principal', client.delete(`${URL}/last`))

    saved.assertHeader('location', URL)
    assert.equal(lead.ownerId, await workspace.agency.memberId('principal'))
    removed.assertStatus(404)
  })

  test('are for those who may decide, in this agency', async ({ client }) => {
    const rule = await workspace.givenRule('Mine', {}, 'listing_agent')

    ;(await workspace.as('senior_agent', client.get(URL))).assertStatus(403)
    ;(await workspace.as('senior_agent', client.post(URL))).assertStatus(403)
    ;(await workspace.asStranger(client.get(`${URL}/${rule.id}/edit`))).assertStatus(404)
    ;(await workspace.asStranger(client.delete(`${URL}/${rule.id}`))).assertStatus(404)
    await workspace.agency.switchModule('leads', 'off')
    ;(await workspace.as('principal', client.get(URL))).assertStatus(404)
  })
})
