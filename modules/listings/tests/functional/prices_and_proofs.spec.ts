import { test } from '@japa/runner'
import { ListingsWorkspace } from '../workspace.ts'

test.group('The price of a listing', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is changed with its history kept', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const ask = (price: string, version: number) =>
      workspace.asFragment(
        'principal',
        client.post(`/app/listings/${listing.id}/price`).form({ price, version, reason: 'Market' })
      )

    await ask('725k', 1)
    await ask('$699,000', 2)

    assert.deepEqual(await workspace.prices(listing.id), [72_500_000, 69_900_000])
    assert.equal((await workspace.listing(listing.id))?.priceMinor, 69_900_000)
    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    assert.include(page.text(), '-3.6%')
  })

  test('is not changed to what it is, nor from an older version, nor to nonsense', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const ask = (body: object) =>
      workspace.asFragment('principal', client.post(`/app/listings/${listing.id}/price`).form(body))

    const same = await ask({ price: '750000', version: 1 })
    const stale = await ask({ price: '700000', version: 7 })
    const nonsense = await ask({ price: 'cheap', version: 1 })

    same.assertStatus(422)
    stale.assertStatus(409)
    nonsense.assertStatus(422)
    assert.deepEqual(await workspace.prices(listing.id), [])
  })

  test('is compared with neighbours of the same kind for its size', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    for (const [index, priceMinor] of [54_000_000, 60_000_000, 72_000_000].entries())
      await workspace.givenListing({
        facts: { priceMinor },
        property: { latitude: 47.661 + index / 1000, longitude: -122.379 },
      })
    await workspace.givenListing({ property: { type: 'apartment' }, facts: { priceMinor: 1_000 } })
    await workspace.givenListing({ property: { latitude: 40 }, facts: { priceMinor: 1_000 } })
    await workspace.givenListing({ status: 'draft', facts: { priceMinor: 1_000 } })

    const response = await workspace.asFragment(
      'principal',
      client.get(`/app/listings/${listing.id}/neighbours`)
    )

    assert.include(response.text(), '$333.33 per sq ft')
    assert.include(response.text(), '3 listings')
    assert.include(response.text(), '25% above')
  })

  test('stands alone where nothing is like it', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.as(
      'principal',
      client.get(`/app/listings/${listing.id}/neighbours`)
    )

    response.assertStatus(200)
    assert.include(response.text(), 'nothing like it nearby')
  })
})

test.group('What was verified of a listing', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is said with who and when, counts, and can be taken back', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const at = `/app/listings/${listing.id}/verifications/owner`

    await workspace.as('principal', client.post(at))
    const verified = await workspace.listing(listing.id)
    await workspace.as('principal', client.delete(at))
    const undone = await workspace.listing(listing.id)

    assert.equal(verified?.ownerVerifiedBy, await workspace.agency.memberId('principal'))
    assert.isNotNull(verified?.ownerVerifiedAt)
    assert.isNull(undone?.ownerVerifiedAt)
    assert.equal(verified!.qualityScore - undone!.qualityScore, 5)
  })

  test('is the owner or the property and nothing else', async ({ client }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.as(
      'principal',
      client.post(`/app/listings/${listing.id}/verifications/weather`)
    )

    response.assertStatus(404)
  })
})
