import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { ContactRequirement } from '#modules/contacts'
import { purgeDeletedLeads } from '../../actions/purge_deleted_leads.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Deleting leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('can be undone for 7 days: status, timeline and assignment come back', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ owner: 'senior_agent', tags: ['Villa'] })
    await workspace.givenCall(lead, 'senior_agent')

    await workspace.as('principal', client.delete(`/app/leads/${lead.id}`))
    const gone = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    const listed = await workspace.as('principal', client.get('/app/leads?status=deleted'))
    const back = await workspace.as('principal', client.post(`/app/leads/${lead.id}/restoration`))

    gone.assertStatus(404)
    assert.include(listed.text(), 'Ann Lee')
    back.assertStatus(302)
    const after = (await workspace.lead(lead.id))!
    assert.containsSubset(after.$attributes, {
      ownerId: lead.ownerId,
      status: 'contacted',
      tagNames: ['Villa'],
    })
    assert.lengthOf(
      (await workspace.entries(lead.id)).filter(({ kind }) => kind === 'call'),
      1
    )
  })

  test('is over after 7 days, and purged with all that hangs on it', async ({ client, assert }) => {
    const old = await workspace.givenLead({ name: 'Old' })
    const young = await workspace.givenLead({ name: 'Young' })
    await workspace.givenCall(old)
    await workspace.givenDeletedLead(old, DateTime.utc().minus({ days: 7, minutes: 1 }))
    await workspace.givenDeletedLead(young, DateTime.utc().minus({ days: 6, hours: 23 }))

    const late = await workspace.as('principal', client.post(`/app/leads/${old.id}/restoration`))
    const purged = await workspace.agency.inUnit(() => purgeDeletedLeads())

    late.assertStatus(404)
    assert.equal(purged, 1)
    assert.lengthOf(await workspace.entries(old.id), 0)
    const back = await workspace.as('principal', client.post(`/app/leads/${young.id}/restoration`))
    back.assertStatus(302)
  })

  test('is taken back as far as the right to delete goes', async ({ client, assert }) => {
    await workspace.givenReach('sales_director', 'leads.delete', 'own')
    const lead = await workspace.givenLead()
    await workspace.givenDeletedLead(lead, DateTime.utc())

    const restored = await workspace.as(
      'sales_director',
      client.post(`/app/leads/${lead.id}/restoration`)
    )

    restored.assertStatus(403)
    assert.isNull(await workspace.lead(lead.id))
  })

  test('and restoring are forbidden to a director, and another agency finds nothing', async ({
    client,
  }) => {
    const lead = await workspace.givenLead()
    const deleted = await workspace.as('sales_director', client.delete(`/app/leads/${lead.id}`))
    await workspace.givenDeletedLead(lead, DateTime.utc())

    const restored = await workspace.as(
      'sales_director',
      client.post(`/app/leads/${lead.id}/restoration`)
    )
    const stranger = await workspace.asStranger(client.post(`/app/leads/${lead.id}/restoration`))

    deleted.assertStatus(403)
    restored.assertStatus(403)
    stranger.assertStatus(404)
  })
})

test.group('Converting a lead', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const ready = { status: 'negotiation' as const }

  test('makes a contact of somebody who is not known', async ({ client, assert }) => {
    const lead = await workspace.givenLead({
      name: 'Tariro Moyo',
      phone: '+12065550142',
      intent: 'sell',
      owner: 'senior_agent',
      facts: ready,
    })

    const page = await workspace.as(
      'senior_agent',
      client.get(`/app/leads/${lead.id}/conversion/create`)
    )
    const response = await workspace.as(
      'senior_agent',
      client.post(`/app/leads/${lead.id}/conversion`).form({ version: lead.version })
    )

    assert.include(page.text(), 'becomes a new contact')
    response.assertStatus(302)
    const after = (await workspace.lead(lead.id))!
    const contact = (await workspace.contactNamed('Tariro Moyo'))!
    assert.equal(after.status, 'converted')
    assert.equal(after.contactId, contact.id)
    assert.isNotNull(after.convertedAt)
    assert.deepEqual(contact.kinds, ['seller'])
    assert.equal(contact.ownerId, lead.ownerId)
    assert.equal(await workspace.stageOf(lead.id), 'Closed')
  })

  test('links the contact that is chosen, or known by the number', async ({ client, assert }) => {
    const known = await workspace.givenContact({ name: 'Known', phone: '+12065550142' })
    const chosen = await workspace.givenContact({ name: 'Chosen' })
    const first = await workspace.givenLead({ phone: '+12065550142', facts: ready })
    const second = await workspace.givenLead({ phone: '+12065550142', facts: ready })
    const convert = (id: string, form: object) =>
      workspace.as('principal', client.post(`/app/leads/${id}/conversion`).form(form))

    await convert(first.id, { version: first.version })
    await convert(second.id, { version: second.version, contactId: chosen.id })

    assert.equal((await workspace.lead(first.id))!.contactId, known.id)
    assert.equal((await workspace.lead(second.id))!.contactId, chosen.id)
  })

  test('prefers, of a family with one telephone, who has the same name', async ({
    client,
    assert,
  }) => {
    const phone = '+12065550142'
    await workspace.givenContact({ name: 'Aaron Lee', phone })
    const ann = await workspace.givenContact({ name: 'ANN LEE', phone })
    const lead = await workspace.givenLead({ name: 'Ann Lee', phone, facts: ready })

    const url = `/app/leads/${lead.id}/conversion`
    await workspace.as('principal', client.post(url).form({ version: lead.version }))

    assert.equal((await workspace.lead(lead.id))!.contactId, ann.id)
  })

  test('keeps with the contact what the lead looks for, if that is wished and not known', async ({
    client,
    assert,
  }) => {
    const wish = { intent: 'buy', budgetMax: 80_000_000, localities: ['Ballard'] } as const
    const contact = await workspace.givenContact({ name: 'Known' })
    const given = () =>
      workspace.givenLead({ ...wish, localities: ['Ballard'], contactId: contact.id, facts: ready })
    const convert = async (form: object) => {
      const lead = await given()
      const url = `/app/leads/${lead.id}/conversion`
      await workspace.as('principal', client.post(url).form({ version: lead.version, ...form }))
    }
    const kept = () =>
      workspace.agency.inUnit(async () => {
        const all = await ContactRequirement.query().where('contactId', contact.id)
        return all.map(({ dealType, budgetToMinor, localities }) => ({
          ...{ dealType, budgetToMinor, localities },
        }))
      })
    const page = await workspace.as(
      'principal',
      client.get(`/app/leads/${(await given()).id}/conversion/create`)
    )

    await convert({})
    const before = await kept()
    await convert({ keepRequirement: 'true' })
    await convert({ keepRequirement: 'true' })

    page.assertTextIncludes('Wants to buy · $800,000 · Ballard')
    assert.isEmpty(before)
    assert.deepEqual(await kept(), [
      { dealType: 'sale', budgetToMinor: 80_000_000, localities: ['Ballard'] },
    ])
  })

  test('of a seller has nothing to keep, nor has a budget in another currency', async ({
    client,
    assert,
  }) => {
    const seller = await workspace.givenLead({ intent: 'sell', localities: ['Ballard'] })
    const foreign = await workspace.givenLead({ intent: 'buy', budgetMax: 5, currency: 'ZAR' })

    for (const { id } of [seller, foreign]) {
      const page = await workspace.as('principal', client.get(`/app/leads/${id}/conversion/create`))
      assert.notInclude(page.text(), 'Save what they are looking for')
    }
  })

  test('is refused before it is time, when stale, and with a foreign contact', async ({
    client,
    assert,
  }) => {
    const early = await workspace.givenLead()
    const lead = await workspace.givenLead({ facts: ready })
    const foreign = await workspace.givenContact({}, workspace.neighbour)
    const convert = (id: string, form: object) =>
      workspace.asFragment('principal', client.post(`/app/leads/${id}/conversion`).form(form))

    const tooEarly = await convert(early.id, { version: 1 })
    const stale = await convert(lead.id, { version: 9 })
    const strange = await convert(lead.id, { version: lead.version, contactId: foreign.id })

    tooEarly.assertStatus(409)
    assert.include(tooEarly.text(), 'Contacted, Lost')
    stale.assertStatus(409)
    strange.assertStatus(404)
    assert.equal((await workspace.lead(lead.id))!.status, 'negotiation')
    assert.isNull(await workspace.contactNamed('Ann Lee'))
  })
})
