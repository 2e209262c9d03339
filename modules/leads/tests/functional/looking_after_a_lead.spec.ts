import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { countedQueries } from '#tests/support/counted_queries'
import { LeadsWorkspace } from '../workspace.ts'

const doors = {
  'changing it': (client: ApiClient, id: string) =>
    client.put(`/app/leads/${id}`).form({ name: 'Ann', version: 1 }),
  'its form': (client: ApiClient, id: string) => client.get(`/app/leads/${id}/edit`),
  'assigning it': (client: ApiClient, id: string) =>
    client.put(`/app/leads/${id}/assignment`).form({ ownerId: '' }),
  'its priority': (client: ApiClient, id: string) =>
    client.put(`/app/leads/${id}/priority`).form({ priority: 5 }),
  'its checklist': (client: ApiClient, id: string) =>
    client.put(`/app/leads/${id}/checks/photos_current`).form({ done: true }),
  'its interests': (client: ApiClient, id: string) =>
    client.post(`/app/leads/${id}/interests`).form({ unit: 'B-12' }),
  'converting it': (client: ApiClient, id: string) =>
    client.post(`/app/leads/${id}/conversion`).form({ version: 1 }),
  'the form of its conversion': (client: ApiClient, id: string) =>
    client.get(`/app/leads/${id}/conversion/create`),
  'its timeline': (client: ApiClient, id: string) =>
    client.post(`/app/leads/${id}/entries`).form({ kind: 'call' }),
  'deleting it': (client: ApiClient, id: string) => client.delete(`/app/leads/${id}`),
}

test.group('The page of a lead', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows where it stands, why it matters, and how to reach them', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({
      phone: '+12065550142',
      email: 'ann@post.example',
      intent: 'sell',
      askingPrice: 50_000_000,
      sourceDetail: { utm: { campaign: 'spring' }, firstPage: '/valuation' },
      address: { city: 'Tacoma' },
      tags: ['Villa'],
    })
    await workspace.givenCall(lead)

    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    const panel = await workspace.leadPanel('principal', client.get(`/app/leads/${lead.id}`))

    for (const text of ['Contacted', '$500,000', 'campaign: spring', '/valuation', 'Villa'])
      assert.include(page.text(), text)
    for (const text of ['wa.me/12065550142', 'mailto:ann@post.example', 'Wants to sell'])
      assert.include(panel.text(), text)
    assert.include(page.text(), 'Spoke with you today')
    assert.include(page.text(), 'Mark as qualified')
  })

  test('costs as many statements with a long story as with none', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ facts: { status: 'contacted' } })
    const ask = () => workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    const own = async () =>
      (await countedQueries(ask)).filter((sql) => /lead|stage|tag|timeline|custom/.test(sql))
    const before = await own()
    for (let call = 0; call < 5; call++) await workspace.givenCall(lead)
    const after = await own()

    assert.deepEqual(after, before)
  })

  test('logs a tap on the number as the first answer', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ phone: '+12065550142' })

    const response = await workspace.as(
      'principal',
      client.post(`/app/leads/${lead.id}/taps?kind=call&to=%2B12065550142`)
    )

    response.assertStatus(302)
    assert.equal((await workspace.lead(lead.id))!.status, 'contacted')
  })

  test('shows both versions when somebody else saved meanwhile, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'Ann Lee' })
    const put = (form: object) =>
      workspace.as('principal', client.put(`/app/leads/${lead.id}`).form(form))

    const first = await put({ name: 'Ann Leigh', source: 'referral', version: 1 })
    const second = await put({ name: 'Anna Lee', source: 'referral', version: 1 })

    first.assertStatus(302)
    second.assertStatus(409)
    for (const text of ['Somebody saved this lead', 'Ann Leigh', 'Anna Lee', 'value="Anna Lee"'])
      assert.include(second.text(), text)
    const changes = (await workspace.entries(lead.id)).filter(({ kind }) => kind === 'change')
    assert.lengthOf(changes, 1)
  })

  test('ticks the checklist with who and when, and gains stars', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ phone: '+12065550142', intent: 'sell' })
    const tick = (done: boolean) =>
      workspace.as(
        'principal',
        client.put(`/app/leads/${lead.id}/checks/property_exists`).form({ done })
      )

    const before = (await workspace.lead(lead.id))!.qualityStars
    await tick(true)
    const ticked = (await workspace.lead(lead.id))!
    await tick(false)
    const cleared = (await workspace.lead(lead.id))!

    assert.equal(ticked.checklist.property_exists?.name, 'Person principal')
    assert.isAbove(ticked.qualityStars, before - 1)
    assert.notProperty(cleared.checklist, 'property_exists')
  })

  test('keeps what a person thinks of the priority apart from what is reckoned', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ facts: { status: 'contacted' } })
    const say = (priority: string) =>
      workspace.asFragment(
        'principal',
        client.put(`/app/leads/${lead.id}/priority`).form({ priority })
      )

    const refused = await say('100')
    await say('90')
    await workspace.givenCall(lead)
    const said = (await workspace.lead(lead.id))!
    await say('')
    const trusted = (await workspace.lead(lead.id))!

    refused.assertStatus(422)
    assert.equal(said.priority, 90)
    assert.isAbove(said.priorityScore, lead.priorityScore)
    assert.equal(trusted.priority, said.priorityScore)
  })

  test('lists what they are interested in', async ({ client, assert }) => {
    const lead = await workspace.givenLead()
    const url = `/app/leads/${lead.id}/interests`

    const refused = await workspace.asFragment('principal', client.post(url).form({ unit: '' }))
    await workspace.as('principal', client.post(url).form({ unit: 'B-12', note: 'South side' }))
    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    const id = /interests\/([0-9a-f-]{36})/.exec(page.text())![1]
    const removed = await workspace.as('principal', client.delete(`${url}/${id}`))
    const again = await workspace.as('principal', client.delete(`${url}/${id}`))

    refused.assertStatus(422)
    assert.include(page.text(), 'South side')
    removed.assertStatus(302)
    again.assertStatus(404)
  })

  test('stands at the side of its contact', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann Lee' })
    const lead = await workspace.givenLead({ contactId: contact.id, intent: 'rent' })
    await workspace.as(
      'principal',
      client.post(`/app/leads/${lead.id}/interests`).form({ unit: 'Flat B-12' })
    )
    await workspace.givenLead({ name: 'Somebody else', intent: 'sell' })
    const aside = `/app/leads?contact=${contact.id}&as=aside`

    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    const piece = await workspace.asFragment('principal', client.get(aside))
    const agent = await workspace.asFragment('senior_agent', client.get(aside))

    assert.include(page.text(), aside.replaceAll('&', '&amp;'))
    assert.include(piece.text(), 'Wants to rent')
    assert.include(piece.text(), 'Interested in Flat B-12')
    assert.notInclude(piece.text(), 'Wants to sell')
    assert.notInclude(agent.text(), 'Wants to rent')
  })

  for (const [what, ask] of Object.entries(doors)) {
    test(`is guarded: ${what}`, async ({ client, assert }) => {
      const lead = await workspace.givenLead()
      const as = (role: StaffRole) => workspace.as(role, ask(client, lead.id))

      const looking = await as('collections_manager')
      const outside = await as('junior_agent')
      const stranger = await workspace.asStranger(ask(client, lead.id))
      await workspace.agency.switchModule('leads', 'off')
      const off = await as('principal')

      assert.deepEqual(
        [looking, outside, stranger, off].map((response) => response.status()),
        [403, 404, 404, 404]
      )
    })
  }
})
