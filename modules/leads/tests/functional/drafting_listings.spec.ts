import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { ListingsWorkspace } from '#workspaces/listings'
import { aHouse, offer } from '../offering.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Drafting a listing of what a lead offers', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const counted = async () => {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ count: number }>('select count(*) as count from listings where deleted_at is null')
    )
    return Number(rows[0].count)
  }

  test('brings along all that the lead knows, and leads to the form', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const url = `/app/leads/${lead.id}/listing`

    const page = await workspace.as('senior_agent', client.get(`${url}/create`))
    const response = await workspace.as('senior_agent', client.post(url).form({ type: 'house' }))

    page.assertTextIncludes('becomes a new contact, and the owner')
    page.assertTextIncludes('1,800')
    assert.include(page.text(), '<option value="house" selected>')
    const after = (await workspace.lead(lead.id))!
    response.assertHeader('location', `/app/listings/${after.listingId}/edit`)
    const listing = (await listings.listing(after.listingId!))!
    const contact = (await workspace.contactNamed('Tariro Moyo'))!
    assert.containsSubset(listing.$attributes, {
      title: 'House for sale in Seattle',
      status: 'draft',
      dealType: 'sale',
      priceMinor: 75_000_000,
      currency: 'USD',
      description: null,
      ownerId: lead.ownerId,
    })
    assert.containsSubset(listing.property.$attributes, {
      type: 'house',
      ...{ beds: 3, baths: 2, sizeValue: 1800, sizeUnit: 'sqft', features: ['garage'] },
      address: offer.address,
      ownerContactId: contact.id,
    })
    assert.equal(after.contactId, contact.id)
    assert.equal(after.status, 'new')
  })

  test('is seen on both records and on both timelines', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const page = await workspace.as('senior_agent', client.get(`/app/leads/${lead.id}`))
    await workspace.as('principal', client.post(`/app/leads/${lead.id}/listing`).form(aHouse))
    const { listingId } = (await workspace.lead(lead.id))!

    const record = await workspace.as('senior_agent', client.get(`/app/leads/${lead.id}`))
    const listing = await workspace.as('senior_agent', client.get(`/app/listings/${listingId}`))
    const origin = await workspace.asFragment(
      'senior_agent',
      client.get(`/app/leads?offering=${listingId}&as=origin`)
    )
    const elsewhere = await workspace.asFragment(
      'junior_agent',
      client.get(`/app/leads?offering=${listingId}&as=origin`)
    )

    page.assertTextIncludes('Draft a listing')
    assert.notInclude(record.text(), 'Draft a listing')
    record.assertTextIncludes('Listing: House for sale in Seattle')
    record.assertTextIncludes(`/app/listings/${listingId}`)
    listing.assertTextIncludes(`/app/leads?offering=${listingId}`)
    listing.assertTextIncludes('Drafted from a lead')
    assert.notInclude(listing.text(), 'From the lead of')
    origin.assertTextIncludes('From the lead of Tariro Moyo')
    assert.notInclude(elsewhere.text(), 'Tariro')
    assert.equal((await listings.listing(listingId!))!.ownerId, lead.ownerId)
  })

  test('takes the contact that is chosen, or the one that the lead has', async ({
    client,
    assert,
  }) => {
    const chosen = await workspace.givenContact({ name: 'Chosen' })
    const known = await workspace.givenContact({ name: 'Known' })
    const first = await workspace.givenLead(offer)
    const second = await workspace.givenLead({ ...offer, contactId: known.id })
    const draft = (id: string, form: object) =>
      workspace.as('principal', client.post(`/app/leads/${id}/listing`).form(form))

    await draft(first.id, { ...aHouse, contactId: chosen.id })
    await draft(second.id, aHouse)

    const ownerOf = async (id: string) => {
      const lead = (await workspace.lead(id))!
      const listing = (await listings.listing(lead.listingId!))!
      return [lead.contactId, listing.property.ownerContactId]
    }
    assert.deepEqual(await ownerOf(first.id), [chosen.id, chosen.id])
    assert.deepEqual(await ownerOf(second.id), [known.id, known.id])
  })

  test('of a landlord is for rent, and takes over no price in another currency', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, intent: 'let', currency: 'ZAR' })
    await workspace.as('principal', client.post(`/app/leads/${lead.id}/listing`).form(aHouse))

    const { listingId } = (await workspace.lead(lead.id))!
    assert.containsSubset((await listings.listing(listingId!))!.$attributes, {
      title: 'House to rent in Seattle',
      dealType: 'rent',
      rentPeriod: 'month',
      priceMinor: null,
      currency: 'USD',
    })
  })

  test('is done once, however many press', async ({ client, assert }) => {
    const lead = await workspace.givenLead(offer)
    const press = () =>
      workspace.as('principal', client.post(`/app/leads/${lead.id}/listing`).form(aHouse))

    const answers = await Promise.all(Array.from({ length: 12 }, press))

    const { listingId } = (await workspace.lead(lead.id))!
    assert.equal(await counted(), 1)
    for (const answer of answers)
      assert.match(answer.header('location')!, new RegExp(`^/app/listings/${listingId}`))
    const again = await workspace.as(
      'principal',
      client.get(`/app/leads/${lead.id}/listing/create`)
    )
    again.assertHeader('location', `/app/listings/${listingId}`)
  })

  test('rejects a kind of property that there is not, beside its field', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Chosen' })
    const lead = await workspace.givenLead({ ...offer, contactId: contact.id })
    const url = `/app/leads/${lead.id}/listing`

    const none = await workspace.asFragment('principal', client.post(url).form({ type: '' }))
    const castle = await workspace.asFragment(
      'principal',
      client.post(url).form({ type: 'castle' })
    )

    none.assertStatus(422)
    castle.assertStatus(422)
    castle.assertTextIncludes('-type" data-field-error')
    assert.equal(await counted(), 0)
    assert.isNull((await workspace.lead(lead.id))!.listingId)
  })

  test('is refused for who looks for a home, and for who is lost', async ({ client, assert }) => {
    const buyer = await workspace.givenLead({ ...offer, intent: 'buy' })
    const facts = { status: 'lost' as const, lostReason: 'price' }
    const lost = await workspace.givenLead({ ...offer, facts })

    for (const { id } of [buyer, lost]) {
      const url = `/app/leads/${id}/listing`
      const record = await workspace.as('principal', client.get(`/app/leads/${id}`))
      const page = await workspace.as('principal', client.get(`${url}/create`))
      const draft = await workspace.asFragment('principal', client.post(url).form(aHouse))

      assert.notInclude(record.text(), 'Draft a listing')
      page.assertStatus(404)
      draft.assertStatus(409)
    }
    assert.equal(await counted(), 0)
  })

  test('is forbidden to who may not work on the lead, or make no listings', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const url = `/app/leads/${lead.id}/listing`

    const marketing = await workspace.as('marketing', client.post(url).form(aHouse))
    await listings.givenReach('senior_agent', 'listings.create', 'none')
    const agent = await workspace.as('senior_agent', client.post(url).form(aHouse))
    const page = await workspace.as('senior_agent', client.get(`${url}/create`))
    const undone = await workspace.as('senior_agent', client.delete(url))
    const record = await workspace.as('senior_agent', client.get(`/app/leads/${lead.id}`))

    for (const answer of [marketing, agent, page, undone]) answer.assertStatus(403)
    assert.notInclude(record.text(), 'Draft a listing')
    assert.equal(await counted(), 0)
  })

  test('does not exist for another agency, for who does not reach the lead, or for a stranger’s contact', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const foreign = await workspace.givenContact({}, workspace.neighbour)
    const url = `/app/leads/${lead.id}/listing`

    const answers = [
      await workspace.asStranger(client.post(url).form(aHouse)),
      await workspace.as('junior_agent', client.post(url).form(aHouse)),
      await workspace.as('junior_agent', client.get(`${url}/create`)),
      await workspace.as('principal', client.post(url).form({ ...aHouse, contactId: foreign.id })),
      await workspace.as('principal', client.post('/app/leads/nobody/listing').form(aHouse)),
      await workspace.as('principal', client.delete(url)),
    ]

    for (const answer of answers) answer.assertStatus(404)
    assert.equal(await counted(), 0)
  })

  test('does not exist where leads are off', async ({ client }) => {
    const lead = await workspace.givenLead(offer)
    await workspace.agency.switchModule('leads', 'off')

    const draft = await workspace.as(
      'principal',
      client.post(`/app/leads/${lead.id}/listing`).form(aHouse)
    )

    draft.assertStatus(404)
  })
})
