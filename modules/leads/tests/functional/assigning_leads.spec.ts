import { test } from '@japa/runner'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Assigning leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('gives a lead to a colleague, whose team goes along, and says so', async ({
    client,
    assert,
  }) => {
    const team = await workspace.givenTeam('North', 'senior_agent')
    const lead = await workspace.givenLead({ owner: null })
    const ownerId = await workspace.agency.memberId('senior_agent')

    const response = await workspace.as(
      'sales_director',
      client.put(`/app/leads/${lead.id}/assignment`).form({ ownerId })
    )

    const after = (await workspace.lead(lead.id))!
    response.assertStatus(302)
    assert.containsSubset(after.$attributes, { ownerId, keeperId: ownerId, teamId: team.id })
    assert.isNotNull(after.assignedAt)
    const [entry] = await workspace.entries(lead.id)
    assert.equal(entry.facts.changes?.[0].to, 'Person senior_agent')
  })

  test('shows how many open leads each has already', async ({ client, assert }) => {
    await workspace.givenLeads(3, 'senior_agent')
    const lead = await workspace.givenLead({ owner: null })

    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))

    assert.include(page.text(), 'Person senior_agent (3 open leads)')
    assert.include(page.text(), 'Person junior_agent (no open leads)')
  })

  test('takes a lead back, so that it is nobody’s', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ owner: 'senior_agent' })

    await workspace.as(
      'principal',
      client.put(`/app/leads/${lead.id}/assignment`).form({ ownerId: '' })
    )
    const list = await workspace.as('principal', client.get('/app/leads?owner=none&status=open'))

    assert.isNull((await workspace.lead(lead.id))!.ownerId)
    assert.include(list.text(), 'Ann Lee')
  })

  test('is refused to whoever does not work here', async ({ client, assert }) => {
    const lead = await workspace.givenLead()
    const gone = await workspace.agency.memberId('junior_agent')
    const foreign = await workspace.neighbour.memberId('principal')
    await workspace.givenRemoved('junior_agent')

    for (const ownerId of [gone, foreign, 'x']) {
      const response = await workspace.asFragment(
        'principal',
        client.put(`/app/leads/${lead.id}/assignment`).form({ ownerId })
      )
      response.assertStatus(422)
    }
    assert.equal((await workspace.lead(lead.id))!.ownerId, lead.ownerId)
  })
})

test.group('Acting on many leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('assigns, tags and loses all that the list matches', async ({ client, assert }) => {
    await workspace.givenLeads(4)
    await workspace.givenLead({ name: 'Other one' })
    const ownerId = await workspace.agency.memberId('senior_agent')
    const act = (form: object) =>
      workspace.as(
        'principal',
        client.post('/app/leads/bulk-acts').form({ all: true, query: 'q=lead', ...form })
      )

    const assigned = await act({ act: 'assign', ownerId })
    const tagged = await act({ act: 'tag', tags: 'spring' })
    const lost = await act({ act: 'lose', lostReason: 'price' })

    for (const response of [assigned, tagged, lost])
      assert.equal(response.header('location'), '/app/leads?q=lead')
    const lead = (await workspace.leadNamed('Lead 001'))!
    assert.containsSubset(lead.$attributes, {
      ownerId,
      tagNames: ['spring'],
      status: 'lost',
      lostReason: 'price',
    })
    assert.deepEqual(await workspace.steps(lead.id), ['new → lost'])
    assert.equal((await workspace.leadNamed('Other one'))!.status, 'new')
  })

  test('reaches no further than the permission, and asks for it', async ({ client, assert }) => {
    await workspace.givenLeads(2)
    await workspace.givenLead({ name: 'Mine', owner: 'junior_agent' })
    const act = (form: object) => client.post('/app/leads/bulk-acts').form({ all: true, ...form })

    const lost = await workspace.as('junior_agent', act({ act: 'lose', lostReason: 'price' }))
    const assigned = await workspace.as('junior_agent', act({ act: 'assign', ownerId: 'x' }))
    const deleted = await workspace.as('sales_director', act({ act: 'delete' }))
    const looking = await workspace.as('collections_manager', act({ act: 'tag', tags: 'x' }))

    lost.assertStatus(302)
    assert.equal((await workspace.leadNamed('Mine'))!.status, 'lost')
    assert.equal((await workspace.leadNamed('Lead 001'))!.status, 'new')
    assert.include([403, 422, 302], assigned.status())
    deleted.assertStatus(403)
    looking.assertStatus(403)
  })

  test('deletes many, and takes it back in one go', async ({ client, assert }) => {
    await workspace.givenLeads(3)

    const deleted = await workspace.as(
      'principal',
      client.post('/app/leads/bulk-acts').form({ act: 'delete', all: true })
    )
    const page = await workspace.as('principal', client.get('/app/leads?status=deleted'))
    const ids = [...page.text().matchAll(/name="ids\[\]" value="([^"]+)"/g)].map(([, id]) => id)
    const restored = await workspace.as(
      'principal',
      client.post('/app/leads/bulk-acts').form({
        act: 'restore',
        query: 'status=deleted',
        all: true,
      })
    )

    deleted.assertStatus(302)
    assert.lengthOf(ids, 3)
    restored.assertStatus(302)
    assert.isNotNull(await workspace.leadNamed('Lead 001'))
  })

  test('says what is missing', async ({ client }) => {
    const lead = await workspace.givenLead()

    for (const form of [{ act: 'lose' }, { act: 'tag' }, { act: 'assign' }, { act: 'dance' }]) {
      const response = await workspace.asFragment(
        'principal',
        client.post('/app/leads/bulk-acts').form({ 'ids[]': lead.id, ...form })
      )
      response.assertStatus(422)
    }
  })
})
