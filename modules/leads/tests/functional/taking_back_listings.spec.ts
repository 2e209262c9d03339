import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { ListingsWorkspace } from '#workspaces/listings'
import { aHouse, offer } from '../offering.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Taking back a listing that was just drafted', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const drafted = async (client: ApiClient) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const url = `/app/leads/${lead.id}/listing`
    await workspace.as('senior_agent', client.post(url).form(aHouse))
    const { listingId } = (await workspace.lead(lead.id))!
    return { lead, url, listingId: listingId! }
  }

  test('leaves the lead as it was, but for its contact, and another can be made', async ({
    client,
    assert,
  }) => {
    const { lead, url, listingId } = await drafted(client)

    const undone = await workspace.as('senior_agent', client.post(`${url}?_method=DELETE`))
    const after = (await workspace.lead(lead.id))!
    await workspace.as('senior_agent', client.post(url).form(aHouse))

    undone.assertHeader('location', `/app/leads/${lead.id}`)
    assert.isNull(after.listingId)
    assert.isNotNull(after.contactId)
    assert.isNull(await listings.listing(listingId))
    assert.notEqual((await workspace.lead(lead.id))!.listingId, listingId)
  })

  test('is refused once somebody has worked on it, who may then withdraw it', async ({
    client,
    assert,
  }) => {
    const { lead, url, listingId } = await drafted(client)
    const others = await workspace.asFragment('principal', client.delete(url))
    const withdrawal = client.post(`/app/listings/${listingId}/withdrawal`)
    await workspace.as('senior_agent', withdrawal.form({ version: 1, reason: 'Sold privately' }))

    const late = await workspace.as('senior_agent', client.delete(url))
    await workspace.as('senior_agent', client.post(url).form(aHouse))

    others.assertStatus(409)
    late.assertStatus(404)
    assert.equal((await listings.listing(listingId))!.status, 'withdrawn')
    const { listingId: second } = (await workspace.lead(lead.id))!
    assert.notEqual(second, listingId)
  })
})

test.group('A program that drafts a listing', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('gets the lead with its listing, and is told of the one that there is', async ({
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, owner: 'senior_agent' })
    const program = await ApiProgram.of(workspace)
    const body = { type: 'villa', title: 'Villa by the sea' }
    const ask = () =>
      program.post(`/leads/${lead.id}/listing`, body, { headers: { 'if-match': '*' } })

    const made = await ask()
    const again = await ask()

    const { listing_id: listingId, version } = made.json
    const listing = (await listings.listing(listingId))!
    assert.equal(made.status, 201)
    assert.equal(made.headers.location, `/api/v1/listings/${listingId}`)
    assert.equal(version, lead.version + 1)
    assert.deepEqual([listing.title, listing.property.type], ['Villa by the sea', 'villa'])
    assert.equal(again.status, 409)
    assert.deepEqual([again.json.code, again.json.listing_id], ['already_drafted', listingId])
  })
})
