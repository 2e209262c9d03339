import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { Visitor } from '#tests/support/visitor'
import { browserForm } from '../browser_form.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'
import type Listing from '../../models/listing.ts'

test.group('Merging listings', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  const send = (client: ApiClient, [mine, other]: [Listing, Listing], sent: object = {}) =>
    client.post(`/app/listings/${mine.id}/merges`).unsafeForm(
      browserForm({
        otherId: other.id,
        version: mine.version,
        otherVersion: other.version,
        choices: { title: 'other' },
        ...sent,
      })
    )

  test('shows both side by side, with what is right where only one says it', async ({
    client,
    assert,
  }) => {
    const [mine, other] = await workspace.givenTwo()

    const page = await workspace.as(
      'principal',
      client.get(`/app/listings/${mine.id}/merges/create?with=${other.id}`)
    )

    page.assertStatus(200)
    for (const text of ['House on Pine', 'Pine Street family home', '$740,000', 'Old beams'])
      assert.include(page.text(), text)
    assert.match(page.text(), /name="choices\[description\]" value="other" checked/)
    assert.match(page.text(), /name="choices\[price\]" value="mine" checked/)
    assert.match(page.text(), /name="choices\[visibility\]" value="other" checked/)
  })

  test('takes chosen fields of listing and property, and fewer people see it', async ({
    client,
    assert,
  }) => {
    const two = await workspace.givenTwo()

    const response = await workspace.as(
      'principal',
      send(client, two, { choices: { title: 'other', price: 'other', address: 'other' } })
    )

    response.assertStatus(302)
    const survivor = (await workspace.listing(two[0].id))!
    assert.containsSubset(survivor.$attributes, {
      title: 'Pine Street family home',
      description: 'Old beams',
      priceMinor: 74_000_000,
      visibility: 'private',
      status: 'active',
      ownerId: two[0].ownerId,
    })
    assert.equal(survivor.property.address.line, '5 Pine Street')
    assert.equal(survivor.property.yearBuilt, 1932)
    assert.include(await workspace.prices(survivor.id), 74_000_000)
    assert.lengthOf(await workspace.told('listings.price_changed'), 1)
  })

  test('is seen by more people only where somebody says so', async ({ client, assert }) => {
    const two = await workspace.givenTwo()

    await workspace.as('principal', send(client, two, { choices: { visibility: 'mine' } }))

    assert.equal((await workspace.listing(two[0].id))?.visibility, 'public')
  })

  test('keeps the photos of both once, the cover, and all past prices', async ({
    client,
    assert,
  }) => {
    const two = await workspace.givenTwo()
    const [mine, other] = two
    await workspace.givenPhoto(mine, 'front', true)
    await workspace.givenPhoto(other, 'garden', true)
    await workspace.givenPhoto(other, 'front')
    await workspace.givenPrice(mine, 100)
    await workspace.givenPrice(other, 200)

    await workspace.as('principal', send(client, two))

    assert.deepEqual(await workspace.photos(mine), ['front', 'garden'])
    assert.sameMembers(await workspace.prices(mine.id), [100, 200])
  })

  test('leads the old addresses to the survivor, and hides the other everywhere', async ({
    client,
    assert,
  }) => {
    const [mine, other] = await workspace.givenTwo()
    const third = await workspace.givenListing({ title: 'Third' })
    await workspace.givenMerge(mine, other, { visibility: 'mine' })
    await workspace.givenMerge(third, (await workspace.listing(mine.id))!)
    const visit = (path: string) => new Visitor(workspace.agency.host).get(path)

    const old = await workspace.as('principal', client.get(`/app/listings/${other.id}`))
    const site = await visit(`/listings/${other.reference}-pine-street-family-home`)
    const deleted = await workspace.as('principal', client.get('/app/listings?status=deleted'))
    const restored = await workspace.as(
      'principal',
      client.post(`/app/listings/${other.id}/restoration`)
    )
    await workspace.givenFacts(third, { visibility: 'private' })
    const hidden = await visit(`/listings/${other.reference}-pine-street-family-home`)

    old.assertStatus(302)
    old.assertHeader('location', `/app/listings/${third.id}`)
    assert.equal(site.status, 301)
    assert.equal(site.location, `/listings/${third.reference}-third`)
    assert.notInclude(deleted.text(), 'Pine Street family home')
    restored.assertStatus(404)
    assert.equal(hidden.status, 404)
  })

  test('tells the house, once, and the audit log', async ({ client, assert }) => {
    const two = await workspace.givenTwo()

    await workspace.as('principal', send(client, two))

    const told = await workspace.told('listings.merged')
    assert.lengthOf(told, 1)
    assert.containsSubset(told[0], { survivorId: two[0].id, mergedId: two[1].id })
    assert.lengthOf(await workspace.audited('listings.merged'), 1)
  })

  test('refuses nonsense, itself, and what somebody changed meanwhile', async ({
    client,
    assert,
  }) => {
    const two = await workspace.givenTwo()
    const ask = (sent: object) => workspace.asFragment('principal', send(client, two, sent))

    const nonsense = await ask({ choices: { title: 'both' } })
    const noVersion = await ask({ version: '' })
    const itself = await ask({ otherId: two[0].id })
    const stale = await ask({ otherVersion: 7 })

    for (const refusal of [nonsense, noVersion, itself]) refusal.assertStatus(422)
    stale.assertStatus(409)
    assert.include(stale.text(), 'Compare them again')
    assert.equal((await workspace.listing(two[0].id))?.version, two[0].version)
    assert.isNotNull(await workspace.listing(two[1].id))
  })

  test('refuses what is over, and a sale with a letting', async ({ client, assert }) => {
    const mine = await workspace.givenListing({ title: 'Mine' })
    const sold = await workspace.givenListing({ title: 'Sold', status: 'closed' })
    const facts = { dealType: 'rent', rentPeriod: 'month' } as const
    const rent = await workspace.givenListing({ title: 'Rent', facts })
    const ask = (other: Listing) => workspace.asFragment('principal', send(client, [mine, other]))

    const [over, deals] = [await ask(sold), await ask(rent)]

    for (const refusal of [over, deals]) refusal.assertStatus(422)
    assert.include(over.text(), 'history')
    assert.include(deals.text(), 'two offers')
  })

  test('asks for the right on both, and finds neither beyond reach', async ({ client, assert }) => {
    const two = await workspace.givenTwo()
    const [mine, other] = two
    await workspace.givenTeam('North', 'senior_agent')
    const theirs = await workspace.givenListing({ title: 'Theirs', agent: 'junior_agent' })
    const form = `/app/listings/${theirs.id}/merges/create?with=${other.id}`

    const forbidden = await workspace.as('collections_manager', send(client, two))
    const half = await workspace.as('junior_agent', send(client, [theirs, other]))
    const page = await workspace.as('junior_agent', client.get(form))
    const stranger = await workspace.asStranger(send(client, two))
    await workspace.givenReach('junior_agent', 'listings.view', 'own')
    const blind = await workspace.as('junior_agent', send(client, [theirs, other]))
    await workspace.agency.switchModule('listings', 'off')
    const off = await workspace.as('principal', send(client, two))

    for (const response of [forbidden, half, page]) response.assertStatus(403)
    for (const response of [stranger, blind, off]) response.assertStatus(404)
    assert.isNotNull(await workspace.listing(mine.id))
  })

  test('gives nobody a listing who may not assign it', async ({ client, assert }) => {
    const two = await workspace.givenTwo()

    await workspace.as('marketing', send(client, two, { choices: { agent: 'other' } }))

    const survivor = (await workspace.listing(two[0].id))!
    assert.equal(survivor.ownerId, two[0].ownerId)
    assert.isNull(await workspace.listing(two[1].id))
  })

  test('by three people at once happens once', async ({ client, assert }) => {
    const two = await workspace.givenTwo()
    const [mine, other] = two

    const answers = await Promise.all([
      workspace.asFragment('principal', send(client, two)),
      workspace.asFragment('sales_director', send(client, [other, mine])),
      workspace.asFragment('relationship_manager', send(client, two)),
    ])

    const statuses = answers.map((answer) => answer.status()).toSorted()
    assert.equal(statuses[0], 200)
    assert.isTrue(statuses.slice(1).every((status) => [404, 409].includes(status)))
    assert.lengthOf(await workspace.told('listings.merged'), 1)
  })

  test('lets one search for the other', async ({ client, assert }) => {
    const [mine, other] = await workspace.givenTwo()
    const third = await workspace.givenListing({ title: 'Somewhere' })
    await workspace.look(mine)
    const address = `/app/listings/${mine.id}/merges/create`

    const likely = await workspace.as('principal', client.get(address))
    const found = await workspace.as('principal', client.get(`${address}?q=family`))
    const none = await workspace.as('principal', client.get(`${address}?q=castle`))

    assert.include(likely.text(), 'Likely the same')
    assert.include(likely.text(), `with=${third.id}`)
    assert.include(found.text(), `with=${other.id}`)
    assert.include(none.text(), 'Nothing matches')
  })
})
