import { test } from '@japa/runner'
import { LeadsWorkspace } from '../workspace.ts'

const typed = { name: 'Tariro Moyo', phone: '(206) 555-0142', email: 'Tariro@Post.example' }

test.group('Adding a lead', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('suggests the agency’s own places, as the form of a rule does', async ({
    client,
    assert,
  }) => {
    const place = { name: 'Old Mill Estate', city: 'Seattle' }
    await workspace.as('principal', client.post('/app/settings/listing-places').form(place))

    for (const form of ['/app/leads/create', '/app/settings/lead-rules/create']) {
      const page = await workspace.as('principal', client.get(form))
      assert.include(page.text(), '<option value="Old Mill Estate">')
    }
  })

  test('writes it down, new and at the first stage', async ({ client, assert }) => {
    const response = await workspace.as(
      'principal',
      client.post('/app/leads').form({
        ...typed,
        'intent': 'buy',
        'budgetMin': '250,000',
        'budgetMax': '1.2m',
        'motivation': '4',
        'source': 'referral',
        'localities[]': 'Ballard, Fremont',
        'tags[]': 'Hot',
      })
    )

    const lead = await workspace.leadNamed('Tariro Moyo')
    assert.equal(response.header('location'), `/app/leads/${lead!.id}`)
    assert.containsSubset(lead!.$attributes, {
      phone: '+12065550142',
      email: 'tariro@post.example',
      status: 'new',
      budgetMinMinor: 25_000_000,
      budgetMaxMinor: 120_000_000,
      currency: 'USD',
      localities: ['Ballard', 'Fremont'],
      tagNames: ['Hot'],
    })
    assert.isAbove(lead!.priorityScore, 50)
    assert.equal(await workspace.stageOf(lead!.id), 'Lead')
  })

  test('keeps it with an agent who may not assign, whatever the form says', async ({
    client,
    assert,
  }) => {
    const ownerId = await workspace.agency.memberId('principal')
    await workspace.as('junior_agent', client.post('/app/leads').form({ ...typed, ownerId }))

    const lead = await workspace.leadNamed('Tariro Moyo')
    assert.equal(lead!.ownerId, await workspace.agency.memberId('junior_agent'))
  })

  test('gives what marketing brings in to somebody who works on leads', async ({
    client,
    assert,
  }) => {
    await workspace.as('marketing', client.post('/app/leads').form(typed))

    const lead = await workspace.leadNamed('Tariro Moyo')
    assert.equal(lead!.ownerId, await workspace.agency.memberId('senior_agent'))
  })

  test('offers the contact that is known by the number, and links it', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Tariro M', phone: '+12065550142' })

    const asked = await workspace.as('principal', client.post('/app/leads').form(typed))
    const linked = await workspace.as(
      'principal',
      client.post('/app/leads').form({ ...typed, contactId: contact.id, anyway: true })
    )

    asked.assertStatus(409)
    assert.include(asked.text(), 'Tariro M')
    assert.include(asked.text(), 'value="Tariro Moyo"')
    linked.assertStatus(302)
    assert.equal((await workspace.leadNamed('Tariro Moyo'))!.contactId, contact.id)
  })

  test('begins with what is known of a contact', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Tariro M', phone: '+12065550142' })

    const response = await workspace.as(
      'principal',
      client.get(`/app/leads/create?contact=${contact.id}`)
    )

    assert.include(response.text(), 'value="Tariro M"')
    assert.include(response.text(), 'value="(206) 555-0142"')
  })

  test('says beside the field what is wrong, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const wrong = { ...typed, _form: 'lead', phone: '12', motivation: '9' }
    const refused = await workspace
      .as('principal', client.post('/app/leads').form(wrong))
      .header('referer', '/app/leads/create')
    const page = await workspace.as('principal', client.get('/app/leads/create'))

    refused.assertStatus(302)
    assert.include(page.text(), 'value="Tariro Moyo"')
    assert.include(page.text(), 'This number has 2 digits')
    assert.isNull(await workspace.leadNamed('Tariro Moyo'))
  })

  test('refuses a colleague who no longer works here', async ({ client, assert }) => {
    const ownerId = await workspace.agency.memberId('junior_agent')
    await workspace.givenRemoved('junior_agent')

    const response = await workspace.asFragment(
      'principal',
      client.post('/app/leads').form({ ...typed, ownerId })
    )

    response.assertStatus(422)
    assert.isNull(await workspace.leadNamed('Tariro Moyo'))
  })

  test('is forbidden to those who only look', async ({ client }) => {
    const response = await workspace.as(
      'collections_manager',
      client.post('/app/leads').form(typed)
    )

    response.assertStatus(403)
  })

  test('cannot link a contact of another agency', async ({ client }) => {
    const contact = await workspace.givenContact({ owner: 'principal' }, workspace.neighbour)

    const response = await workspace.as(
      'principal',
      client.post('/app/leads').form({ ...typed, contactId: contact.id })
    )

    response.assertStatus(404)
  })

  test('is not there while the module is off', async ({ client }) => {
    await workspace.agency.switchModule('leads', 'off')

    const response = await workspace.as('principal', client.post('/app/leads').form(typed))

    response.assertStatus(404)
  })
})
