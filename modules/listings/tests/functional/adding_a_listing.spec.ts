import { test } from '@japa/runner'
import { browserForm } from '../browser_form.ts'
import { ListingsWorkspace } from '../workspace.ts'

const cottage = {
  title: ' Cottage by the  sound ',
  dealType: 'sale',
  price: '750k',
  visibility: 'exclusive',
  description: 'Old beams.\nNew roof.',
  property: {
    type: 'cottage',
    beds: '3',
    baths: '2.25',
    size: '1,850',
    plot: '0.5',
    plotUnit: 'acre',
    yearBuilt: '1932',
    features: ['garden', 'view'],
  },
  address: { line: '5 Pine St', city: 'Seattle', state: 'washington', postcode: '98107' },
  authorityKind: 'sole',
  authorityFrom: '2026-01-01',
  authorityUntil: '2027-01-01',
  commissionPercent: '2.5',
  tags: ['Hot', 'hot', 'Sea, View'],
}

test.group('Adding a listing', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('keeps everything that was written, tidied, as a draft with a reference', async ({
    client,
    assert,
  }) => {
    const owner = await workspace.givenContact('Ann Lee')

    const response = await workspace.as(
      'principal',
      client.post('/app/listings').unsafeForm(browserForm({ ...cottage, ownerContactId: owner.id }))
    )

    const listing = await workspace.listingCalled('Cottage by the sound')
    response.assertHeader('location', `/app/listings/${listing?.id}`)
    assert.containsSubset(listing?.$attributes, {
      reference: 'L-00001',
      status: 'draft',
      dealType: 'sale',
      priceMinor: 75_000_000,
      currency: 'USD',
      rentPeriod: null,
      visibility: 'exclusive',
      authorityUntil: '2027-01-01',
      commissionPercent: 2.5,
      tagNames: ['Hot', 'Sea', 'View'],
      version: 1,
    })
    assert.containsSubset(listing?.property.$attributes, {
      type: 'cottage',
      beds: 3,
      baths: 2.25,
      sizeValue: 1850,
      sizeUnit: 'sqft',
      plotValue: 0.5,
      plotUnit: 'acre',
      postcode: '98107',
      ownerContactId: owner.id,
      features: ['garden', 'view'],
    })
    assert.isAbove(listing!.qualityScore, 20)
    assert.deepEqual(await workspace.prices(listing!.id), [75_000_000])
  })

  test('puts it into the locality that its postcode names, and on the map', async ({
    client,
    assert,
  }) => {
    await workspace.as('principal', client.post('/app/listings').unsafeForm(browserForm(cottage)))

    const listing = await workspace.listingCalled('Cottage by the sound')
    assert.isString(listing?.property.locality)
    assert.closeTo(listing!.property.latitude!, 47.67, 0.1)
  })

  test('gives each listing a reference of its own', async ({ client, assert }) => {
    for (const title of ['One', 'Two'])
      await workspace.as(
        'principal',
        client.post('/app/listings').unsafeForm(browserForm({ ...cottage, title }))
      )

    assert.equal((await workspace.listingCalled('Two'))?.reference, 'L-00002')
  })

  test('says beside {field} what is wrong with it: {message}')
    .with([
      { sent: { title: '' }, field: 'title', message: 'Fill this in' },
      { sent: { price: 'much' }, field: 'price', message: 'digits' },
      { sent: { dealType: 'swap' }, field: 'dealType', message: 'Choose one' },
      { sent: { property: { type: 'castle' } }, field: 'property-type', message: 'Choose one' },
      {
        sent: { property: { type: 'house', beds: '-1' } },
        field: 'property-beds',
        message: 'from 0',
      },
      {
        sent: { property: { type: 'house', latitude: '91', longitude: '0' } },
        field: 'property-latitude',
        message: '90',
      },
      { sent: { address: { postcode: '12' } }, field: 'address-postcode', message: 'ZIP' },
      { sent: { authorityUntil: '2026-02-30' }, field: 'authorityUntil', message: 'day' },
      { sent: { authorityUntil: '2025-12-31' }, field: 'authorityUntil', message: 'end after' },
      {
        sent: { ownerContactId: '01976f00-0000-7000-8000-000000000000' },
        field: 'ownerContactId',
        message: 'choose another',
      },
      {
        sent: { categoryId: '01976f00-0000-7000-8000-000000000000' },
        field: 'categoryId',
        message: 'choose another',
      },
    ])
    .run(async ({ client, assert }, { sent, field, message }) => {
      const response = await workspace.asFragment(
        'principal',
        client
          .post('/app/listings')
          .header('hx-source', 'form#listing')
          .unsafeForm(browserForm({ ...cottage, ...sent }))
      )

      response.assertStatus(422)
      assert.include(response.text(), `id="err-listing-${field}"`)
      assert.include(response.text().toLowerCase(), message.toLowerCase())
    })

  test('finds an owner without scripts, and keeps what was typed', async ({ client, assert }) => {
    await workspace.givenContact('Ann Lee')
    const typed = { ...cottage, _form: 'listing', ownerSearch: 'ann', find: 'owner' }

    const sent = await workspace
      .as('principal', client.post('/app/listings').unsafeForm(browserForm(typed)))
      .header('referer', '/app/listings/create')
    const form = await workspace.as('principal', client.get('/app/listings/create'))

    sent.assertStatus(302)
    assert.isNull(await workspace.listingCalled('Cottage by the sound'))
    assert.include(form.text(), 'Ann Lee')
    assert.include(form.text(), 'Old beams.')
  })

  test('finds an owner while their name is typed, among those whom the person sees', async ({
    client,
    assert,
  }) => {
    await workspace.givenContact('Ann Lee')
    await workspace.givenContact('Annie Own', 'junior_agent')

    const all = await workspace.asFragment(
      'principal',
      client.get('/app/listings/owners?ownerSearch=ann')
    )
    const own = await workspace.asFragment(
      'junior_agent',
      client.get('/app/listings/owners?ownerSearch=ann')
    )

    assert.include(all.text(), 'Ann Lee')
    assert.include(all.text(), 'Annie Own')
    assert.notInclude(own.text(), 'Ann Lee')
    assert.include(own.text(), 'Annie Own')
  })

  test('is an agent’s own, whoever they name', async ({ client, assert }) => {
    const principal = await workspace.agency.memberId('principal')

    await workspace.as(
      'junior_agent',
      client.post('/app/listings').unsafeForm(browserForm({ ...cottage, ownerId: principal }))
    )

    const listing = await workspace.listingCalled('Cottage by the sound')
    assert.equal(listing?.ownerId, await workspace.agency.memberId('junior_agent'))
  })

  test('lists a property again that was sold before', async ({ client, assert }) => {
    const seller = await workspace.givenContact('Ann Lee')
    const sold = await workspace.givenListing({
      status: 'closed',
      property: { beds: 4, ownerContactId: seller.id },
    })
    const again = `/app/listings/create?again=${sold.id}`

    const record = await workspace.as('principal', client.get(`/app/listings/${sold.id}`))
    const form = await workspace.as('principal', client.get(again))
    await workspace.as(
      'principal',
      client.post('/app/listings').unsafeForm(browserForm({ ...cottage, again: sold.id }))
    )

    assert.lengthOf(record.text().split(`href="${again}"`), 3)
    assert.include(form.text(), 'value="House on the hill"')
    assert.include(form.text(), `<input type="hidden" name="again" value="${sold.id}">`)
    assert.notInclude(form.text(), seller.id)
    const listing = await workspace.listingCalled('Cottage by the sound')
    assert.equal(listing?.propertyId, sold.propertyId)
    assert.equal(listing?.property.beds, 3)
    const after = await workspace.as('principal', client.get(`/app/listings/${sold.id}`))
    assert.include(after.text(), 'Other listings of this property')
  })

  test('lists nothing again that one may not change, or that is not there', async ({ client }) => {
    const { id } = await workspace.givenListing({ status: 'closed' })
    const form = (again: string) =>
      workspace.as('junior_agent', client.get(`/app/listings/create?again=${again}`))
    const sent = (again: string) =>
      workspace.as(
        'junior_agent',
        client.post('/app/listings').unsafeForm(browserForm({ ...cottage, again }))
      )

    for (const ask of [form, sent]) {
      ;(await ask(id)).assertStatus(403)
      ;(await ask('nonsense')).assertStatus(404)
    }
  })

  test('is forbidden to those who may not', async ({ client }) => {
    const form = await workspace.as('collections_manager', client.get('/app/listings/create'))
    const sent = await workspace.as(
      'collections_manager',
      client.post('/app/listings').unsafeForm(browserForm(cottage))
    )

    form.assertStatus(403)
    sent.assertStatus(403)
  })

  test('is not there while the module is off', async ({ client }) => {
    await workspace.agency.switchModule('listings', 'off')

    const response = await workspace.as('principal', client.get('/app/listings/create'))

    response.assertStatus(404)
  })
})
