import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { ListingsWorkspace } from '../workspace.ts'

test.group('Similar listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('are of the same kind, about as large and dear, and near; each says why', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    await workspace.givenListing({
      title: 'A twin',
      facts: { priceMinor: 60_000_000 },
      property: { type: 'villa', locality: 'Fremont', latitude: 47.67, beds: 4 },
    })
    await workspace.givenListing({ title: 'Too dear', facts: { priceMinor: 175_000_000 } })
    await workspace.givenListing({ title: 'Too large', property: { beds: 6 } })
    await workspace.givenListing({ title: 'Another kind', property: { type: 'land' } })
    await workspace.givenListing({ title: 'Far away', property: { latitude: 46.2 } })
    await workspace.givenListing({ title: 'Not ready', status: 'draft' })

    const at = `/app/listings/${listing.id}/similar`
    const fragment = await workspace.asFragment('principal', client.get(at))
    const page = await workspace.as('principal', client.get(at))
    const record = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))

    for (const text of ['A twin', '0.7 mi away', 'Villa', '20% cheaper', '4 beds'])
      assert.include(fragment.text(), text)
    for (const title of ['Too dear', 'Too large', 'Another kind', 'Far away', 'Not ready'])
      assert.notInclude(fragment.text(), title)
    assert.include(page.text(), '<html')
    assert.include(page.text(), 'A twin')
    assert.include(record.text(), at)
  })

  test('are none where nothing is like it', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ property: { latitude: null, longitude: null } })
    const response = await workspace.asFragment(
      'principal',
      client.get(`/app/listings/${listing.id}/similar`)
    )
    assert.include(response.text(), 'Nothing of this kind')
  })

  test('are those in reach alone', async ({ client, assert }) => {
    const own = await workspace.givenListing({ agent: 'senior_agent', title: 'Mine' })
    const other = await workspace.givenListing({ title: 'Of another' })
    await workspace.givenReach('senior_agent', 'listings.view', 'own')

    const read = (id: string) =>
      workspace.asFragment('senior_agent', client.get(`/app/listings/${id}/similar`))
    const similar = await read(own.id)

    similar.assertStatus(200)
    assert.notInclude(similar.text(), 'Of another')
    const hidden = await read(other.id)
    hidden.assertStatus(404)
  })

  test('cost as many queries, however many there are', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    await workspace.givenListing()
    const read = () =>
      workspace.asFragment('principal', client.get(`/app/listings/${listing.id}/similar`))
    await read()
    const few = await countedQueries(async () => void (await read()))
    for (let count = 0; count < 5; count++) await workspace.givenListing()
    await read()
    const many = await countedQueries(async () => void (await read()))
    assert.isAtMost(many.length, few.length + 2)
  })

  test('are not there for another agency, an unknown listing or nonsense', async ({ client }) => {
    const listing = await workspace.givenListing()
    const stranger = await workspace.asStranger(client.get(`/app/listings/${listing.id}/similar`))
    const nonsense = await workspace.as('principal', client.get('/app/listings/nonsense/similar'))
    stranger.assertStatus(404)
    nonsense.assertStatus(404)
  })
})
