import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { ListingsWorkspace } from '../workspace.ts'

const nowhere = { property: { latitude: null, longitude: null } }
const SEATTLE = 'south=47.5&west=-122.5&north=47.8&east=-122.2'

interface Cells {
  clusters: { at: [number, number]; count: number; box: number[] }[]
  listings: { id: string; at: [number, number]; price: string; status: string; said: string }[]
}

test.group('The map of listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const at = (latitude: number, longitude: number) => ({ property: { latitude, longitude } })

  test('shows what lies close together as one, and what stands alone with its price', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing(at(47.661, -122.381))
    await workspace.givenListing(at(47.6611, -122.3811))
    const alone = await workspace.givenListing({ title: 'Alone', ...at(47.55, -122.25) })
    await workspace.givenListing({ title: 'Without a place', ...nowhere })

    const cells = await workspace.as(
      'principal',
      client.get(`/app/listings/map-cells?${SEATTLE}&zoom=11`)
    )

    const { clusters, listings } = cells.body() as Cells
    assert.deepEqual(
      clusters.map(({ count }) => count),
      [2]
    )
    assert.approximately(clusters[0].at[0], 47.66105, 0.00001)
    assert.deepEqual(clusters[0].box, [47.661, -122.3811, 47.6611, -122.381])
    assert.deepEqual(
      listings.map(({ id, price, status }) => ({ id, price, status })),
      [{ id: alone.id, price: '$750K', status: 'active' }]
    )
    assert.equal(listings[0].said, 'Alone, $750K, Active')
  })

  test('parts them when one looks from nearer', async ({ client, assert }) => {
    await workspace.givenListing(at(47.661, -122.381))
    await workspace.givenListing(at(47.665, -122.385))
    const look = (zoom: number) =>
      workspace.as('principal', client.get(`/app/listings/map-cells?${SEATTLE}&zoom=${zoom}`))

    const far = (await look(8)).body() as Cells
    const near = (await look(17)).body() as Cells

    assert.deepEqual([far.clusters.length, far.listings.length], [1, 0])
    assert.deepEqual([near.clusters.length, near.listings.length], [0, 2])
  })

  test('is narrowed as the list is, and to what one may see', async ({ client, assert }) => {
    await workspace.givenReach('senior_agent', 'listings.view', 'own')
    await workspace.givenListing({ agent: 'principal', ...at(47.6, -122.3) })
    const mine = await workspace.givenListing({ agent: 'senior_agent', ...at(47.61, -122.31) })
    await workspace.givenListing({ agent: 'senior_agent', status: 'draft', ...at(47.7, -122.4) })

    const cells = await workspace.as(
      'senior_agent',
      client.get(`/app/listings/map-cells?${SEATTLE}&zoom=17&status=active`)
    )

    assert.deepEqual(
      (cells.body() as Cells).listings.map(({ id }) => id),
      [mine.id]
    )
  })

  test('refuses a window that is none: {window}')
    .with([
      { window: '' },
      { window: `${SEATTLE}&zoom=near` },
      { window: `${SEATTLE}&zoom=99` },
      { window: 'south=-91&west=0&north=1&east=1&zoom=3' },
      { window: 'south[a]=1&west=0&north=1&east=1&zoom=3' },
    ])
    .run(async ({ client }, { window }) => {
      const response = await workspace.as(
        'principal',
        client.get(`/app/listings/map-cells?${window}`)
      )
      response.assertStatus(422)
    })

  test('is a look of the list, with the cards beside it', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ title: 'By the sea', ...at(47.6, -122.3) })
    await workspace.givenListing({ title: 'Nowhere', ...nowhere })

    const page = await workspace.as(
      'principal',
      client.get('/app/listings?view=map&area=47.5,-122.4;47.7,-122.4;47.6,-122.2')
    )

    assert.include(page.text(), 'x-data="listingMap"')
    assert.include(page.text(), 'Drawn area')
    assert.include(page.text(), `/app/listings/${listing.id}`)
    assert.notInclude(page.text(), '>Nowhere<')
  })

  test('says how many it cannot show', async ({ client, assert }) => {
    await workspace.givenListing(nowhere)
    const page = await workspace.as('principal', client.get('/app/listings?view=map'))
    assert.include(page.text(), '1 listing has no place on the map')
  })

  test('costs as many queries for one as for many', async ({ client, assert }) => {
    const look = () =>
      countedQueries(() =>
        workspace.as('principal', client.get(`/app/listings/map-cells?${SEATTLE}&zoom=15`))
      )
    await workspace.givenListing(at(47.6, -122.3))
    const one = await look()
    for (let n = 1; n < 20; n++) await workspace.givenListing(at(47.6 + n / 100, -122.3))
    assert.lengthOf(await look(), one.length)
  })
})
