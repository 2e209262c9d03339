import { test } from '@japa/runner'
import { CreateLead } from '../../actions/create_lead.ts'
import { followMergedContact, followPartedContact } from '../../actions/follow_contact.ts'
import { MergeLeads } from '../../actions/merge_leads.ts'
import Lead from '../../models/lead.ts'
import LeadMerge from '../../models/lead_merge.ts'
import { keepPairs } from '../../queries/lead_pairs.ts'
import { RoutingWorkspace } from '../routing_workspace.ts'

const phone = '+12065550177'

test.group('Leads that may be the same', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(() => workspace.open())

  const pairsAt = async (lead: Lead) => {
    await workspace.agency.inUnit(() => keepPairs([lead.id]))
  }

  test('are found by number, address, place, and name in the same town', async ({
    client,
    assert,
  }) => {
    const address = { line: '9 Pine St', city: 'Seattle' }
    const lead = await workspace.givenLead({ name: 'Ann', phone, email: 'a@b.example', address })
    await workspace.givenLead({ name: 'Ben', phone })
    await workspace.givenLead({ name: 'Cleo', email: 'a@b.example' })
    await workspace.givenLead({ name: 'Dan', address: { line: '9 PINE ST', city: 'Seattle' } })
    await workspace.givenLead({ name: 'ann', address: { city: 'Seattle' } })
    await workspace.givenLead({ name: 'Ann', address: { city: 'Tacoma' } })
    await pairsAt(lead)

    const page = await workspace.as('principal', client.get('/app/leads/duplicates'))

    for (const reason of ['Same number', 'Same e-mail', 'Same place', 'Same name and town'])
      assert.include(page.text(), reason)
    assert.lengthOf(page.text().match(/merges\/create\?with=/g)!, 4)
  })

  test('stay away once somebody says that they are different', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ phone })
    await workspace.givenLead({ phone })
    await pairsAt(lead)
    const list = () => workspace.as('principal', client.get('/app/leads/duplicates'))
    const [, id] = /leads\/duplicates\/([0-9a-f-]{36})/.exec((await list()).text())!

    await workspace.as('principal', client.delete(`/app/leads/duplicates/${id}`))
    await pairsAt(lead)

    assert.include((await list()).text(), 'No likely duplicates')
    ;(await workspace.asStranger(client.delete(`/app/leads/duplicates/${id}`))).assertStatus(404)
  })

  test('are offered before one is written down twice', async ({ client, assert }) => {
    await workspace.givenLead({ name: 'Zoe Known', phone })
    const save = (more: object) =>
      workspace.as(
        'principal',
        client.post('/app/leads').form({ name: 'Zoe', phone: '+1 206 555 0177', ...more })
      )

    const asked = await save({})
    const anyway = await save({ anyway: true })

    asked.assertStatus(409)
    assert.include(asked.text(), 'Zoe Known')
    anyway.assertStatus(302)
  })
})

test.group('Merging leads', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(() => workspace.open())

  const givenTwo = async () => {
    const first = await workspace.givenLead({ name: 'Ann', tags: ['early'] })
    const later = await workspace.givenLead({ name: 'Ann Lee', phone, tags: ['late'] })
    await workspace.givenCall(later)
    return {
      first: (await workspace.lead(first.id))!,
      later: (await workspace.lead(later.id))!,
    }
  }

  test('takes the later into the earlier, field by field, and parts them with everything back', async ({
    client,
    assert,
  }) => {
    const { first, later } = await givenTwo()
    const choose = await workspace.as(
      'principal',
      client.get(`/app/leads/${later.id}/merges/create?with=${first.id}`)
    )
    const merged = await workspace.as(
      'principal',
      client.post(`/app/leads/${first.id}/merges`).form({
        'otherId': later.id,
        'version': first.version,
        'otherVersion': later.version,
        'choices[name]': 'other',
      })
    )
    const one = (await workspace.lead(first.id))!

    assert.include(choose.text(), 'Merge into Ann')
    merged.assertHeader('location', `/app/leads/${first.id}`)
    assert.containsSubset(one.$attributes, { name: 'Ann Lee', phone, tagNames: ['early', 'late'] })
    assert.isNotNull(one.firstRespondedAt)
    assert.isNull(await workspace.lead(later.id))
    assert.isTrue(one.createdAt.equals(first.createdAt))

    const { id } = await workspace.agency.inUnit(async () => LeadMerge.firstOrFail())
    const page = await workspace.as('principal', client.get(`/app/leads/${first.id}`))
    assert.include(page.text(), `merges/${id}`)
    const parted = await workspace.as(
      'principal',
      client.delete(`/app/leads/${first.id}/merges/${id}`).form({ version: one.version })
    )

    parted.assertHeader('location', `/app/leads/${first.id}`)
    const apart = (await workspace.lead(first.id))!
    const back = (await workspace.lead(later.id))!
    assert.containsSubset(apart.$attributes, { name: 'Ann', phone: null, tagNames: ['early'] })
    assert.containsSubset(back.$attributes, { name: 'Ann Lee', phone, tagNames: ['late'] })
    assert.isNull(apart.firstRespondedAt)
    assert.isNotNull(back.firstRespondedAt)
  })

  test('keeps what was changed since, when they are parted', async ({ client, assert }) => {
    const { first, later } = await givenTwo()
    const result = await workspace.agency.inUnit(
      () => new MergeLeads().handle(first, later, { name: 'other' }),
      'principal'
    )
    if (!result.ok) throw new Error(result.reason)
    await workspace.givenFacts(first, { name: 'Ann Newer' })

    await workspace.as(
      'principal',
      client
        .delete(`/app/leads/${first.id}/merges/${result.value.id}`)
        .form({ version: first.version + 1 })
    )

    const apart = (await workspace.lead(first.id))!
    assert.equal(apart.name, 'Ann Newer')
    assert.isNull(apart.phone)
  })

  test('is refused to what is out of date, and to whom either is out of reach', async ({
    client,
  }) => {
    const { first, later } = await givenTwo()
    const mine = await workspace.givenLead({ owner: 'junior_agent' })
    const form = { otherId: later.id, version: 9, otherVersion: 1 }
    const merge = (lead: Lead) => client.post(`/app/leads/${lead.id}/merges`).form(form)

    ;(await workspace.asFragment('principal', merge(first))).assertStatus(409)
    ;(await workspace.as('junior_agent', merge(mine))).assertStatus(404)
    ;(await workspace.as('marketing', merge(first))).assertStatus(403)
    ;(await workspace.asStranger(merge(first))).assertStatus(404)
    const wrong = client.post(`/app/leads/${first.id}/merges`).form({ otherId: 'x' })
    ;(await workspace.asFragment('principal', wrong)).assertStatus(422)
  })

  test('happens by itself when a door sends the same person twice', async ({ assert }) => {
    const draft = { phone, source: 'website' }
    const [first] = await workspace.givenNewLeads(1, { ...draft, message: 'Is it free?' })

    const again = await workspace.agency.inUnit(() =>
      new CreateLead().handle({ ...draft, name: 'Zoe', message: 'And on Sunday?' })
    )
    const other = await workspace.agency.inUnit(() =>
      new CreateLead().handle({ ...draft, name: 'Zoe', source: 'walk_in' })
    )

    if (!again.ok || !other.ok) throw new Error('not created')
    assert.equal(again.value.id, first.id)
    assert.equal(again.value.message, 'And on Sunday?')
    assert.equal(again.value.ownerId, first.ownerId)
    assert.notEqual(other.value.id, first.id)
    const leads = await workspace.agency.inUnit(async () => Lead.query())
    assert.lengthOf(leads, 2)
  })

  test('follows the contact of a lead when contacts are merged and parted', async ({ assert }) => {
    const [one, other] = [await workspace.givenContact(), await workspace.givenContact()]
    const lead = await workspace.givenLead({ contactId: one.id })
    const contactOf = async () => (await workspace.lead(lead.id))!.contactId

    await workspace.agency.inUnit(() => followMergedContact(one.id, other.id, 'm1'))
    assert.equal(await contactOf(), other.id)
    await workspace.agency.inUnit(() => followPartedContact(one.id, other.id, 'm1'))
    assert.equal(await contactOf(), one.id)
  })
})
