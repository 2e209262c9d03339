import { test } from '@japa/runner'
import { browserForm } from '../browser_form.ts'
import { ListingsWorkspace } from '../workspace.ts'

const better = {
  title: 'House on the hill, renewed',
  dealType: 'sale',
  price: '800,000',
  visibility: 'public',
  property: { type: 'house', beds: '4', baths: '2', size: '1800', features: ['garage'] },
  address: { line: '5 Pine St', city: 'Seattle', state: 'WA', postcode: '98107' },
  version: 1,
}

test.group('Changing a listing', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows what is known, saves what was changed, and says so on the timeline', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()

    const form = await workspace.as('principal', client.get(`/app/listings/${listing.id}/edit`))
    const saved = await workspace.as(
      'principal',
      client.put(`/app/listings/${listing.id}`).unsafeForm(browserForm(better))
    )

    assert.include(form.text(), 'value="750000.00"')
    saved.assertHeader('location', `/app/listings/${listing.id}`)
    const now = await workspace.listing(listing.id)
    assert.equal(now?.version, 2)
    assert.equal(now?.property.beds, 4)
    assert.deepEqual(await workspace.prices(listing.id), [80_000_000])
    const [entry] = await workspace.timeline(listing.id)
    assert.include(JSON.stringify(entry.facts), '$750,000')
    assert.include(JSON.stringify(entry.facts), 'listings.fields.beds')
  })

  test('names what a draft still lacks, each beside where it is said', async ({
    client,
    assert,
  }) => {
    const facts = { priceMinor: null }
    const draft = await workspace.givenListing({
      status: 'draft',
      facts,
      property: { baths: null },
    })
    const active = await workspace.givenListing({ facts })
    const land = await workspace.givenListing({
      status: 'draft',
      property: { type: 'land', features: [] },
    })
    const form = async ({ id }: { id: string }) =>
      (await workspace.as('principal', client.get(`/app/listings/${id}/edit`))).text()

    const page = await form(draft)
    const aboutLand = await form(land)

    const links = (html: string) =>
      [...html.matchAll(/<li><a class="link" href="([^"]+)">/g)].map(([, href]) => href)
    assert.sameMembers(links(page), [
      '#field-listing-ownerSearch',
      `/app/listings/${draft.id}/media`,
      '#field-listing-description',
      '#field-listing-price',
      '#field-listing-property-beds',
      '#field-listing-authorityUntil',
    ])
    for (const href of links(page).filter((one) => one.startsWith('#')))
      assert.include(page, `id="${href.slice(1)}"`)
    assert.include(links(aboutLand), '#field-listing-property-plot')
    assert.include(links(aboutLand), '#field-listing-property-features')
    assert.include(aboutLand, 'id="field-listing-property-features"')
    assert.notInclude(await form(active), 'Still missing')
  })

  test('shows both where somebody else has saved meanwhile, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const change = (title: string) =>
      workspace.as(
        'principal',
        client
          .put(`/app/listings/${listing.id}`)
          .unsafeForm(browserForm({ ...better, title, _form: 'listing' }))
      )

    await change('Theirs')
    const stale = await change('Mine')

    stale.assertStatus(409)
    assert.include(stale.text(), 'Somebody saved this listing')
    assert.include(stale.text(), 'Theirs')
    assert.include(stale.text(), 'value="Mine"')
    assert.equal((await workspace.listing(listing.id))?.title, 'Theirs')
  })

  test('takes nonsense back beside its field', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.asFragment(
      'principal',
      client
        .put(`/app/listings/${listing.id}`)
        .header('hx-source', 'form#listing')
        .unsafeForm(browserForm({ ...better, price: 'cheap' }))
    )

    response.assertStatus(422)
    assert.include(response.text(), 'err-listing-price')
  })

  test('keeps an owner whom the person does not see', async ({ client, assert }) => {
    const owner = await workspace.givenContact('Ann Lee')
    const listing = await workspace.givenListing({
      agent: 'junior_agent',
      property: { ownerContactId: owner.id },
    })

    await workspace.as(
      'junior_agent',
      client
        .put(`/app/listings/${listing.id}`)
        .unsafeForm(browserForm({ ...better, ownerContactId: owner.id }))
    )

    assert.equal((await workspace.listing(listing.id))?.property.ownerContactId, owner.id)
  })

  test('is forbidden on a colleague’s, and 404 for a stranger', async ({ client }) => {
    const listing = await workspace.givenListing()
    const at = `/app/listings/${listing.id}`

    const colleague = await workspace.as('junior_agent', client.get(`${at}/edit`))
    const stranger = await workspace.asStranger(client.put(at).unsafeForm(browserForm(better)))

    colleague.assertStatus(403)
    stranger.assertStatus(404)
  })
})

test.group('Deleting a listing', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('can be taken back for 7 days', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const deleted = await workspace.as('principal', client.delete(`/app/listings/${listing.id}`))
    const gone = await workspace.listing(listing.id)
    const list = await workspace.as('principal', client.get('/app/listings?status=deleted'))
    await workspace.as('principal', client.post(`/app/listings/${listing.id}/restoration`))

    deleted.assertStatus(302)
    assert.isNull(gone)
    assert.include(list.text(), 'House on the hill')
    assert.isNotNull(await workspace.listing(listing.id))
  })

  test('is taken back as far as the right to delete goes', async ({ client, assert }) => {
    await workspace.givenReach('sales_director', 'listings.delete', 'own')
    const listing = await workspace.givenListing()
    await workspace.as('principal', client.delete(`/app/listings/${listing.id}`))

    const restored = await workspace.as(
      'sales_director',
      client.post(`/app/listings/${listing.id}/restoration`)
    )

    restored.assertStatus(403)
    assert.isNull(await workspace.listing(listing.id))
  })

  test('is for the principal', async ({ client }) => {
    const listing = await workspace.givenListing({ agent: 'senior_agent' })

    const response = await workspace.as(
      'senior_agent',
      client.delete(`/app/listings/${listing.id}`)
    )

    response.assertStatus(403)
  })
})
