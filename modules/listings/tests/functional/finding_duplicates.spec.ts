import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { localitiesOf } from '#kernel/markets/localities'
import { coreSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Finding duplicates among all listings', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  const page = '/app/listings/duplicates'

  test('lists pairs with the reasons, and leaves history alone', async ({ client, assert }) => {
    const [mine] = await workspace.givenTwo()
    const over = await workspace.givenListing({ title: 'Sold before', status: 'closed' })
    await workspace.givenListing({
      title: 'For rent',
      facts: { dealType: 'rent', rentPeriod: 'month' },
    })
    await workspace.look(mine, over)

    const list = await workspace.as('principal', client.get(page))

    list.assertStatus(200)
    for (const text of ['House on Pine', 'Pine Street family home', 'Same address', 'Same place'])
      assert.include(list.text(), text)
    for (const text of ['Sold before', 'For rent']) assert.notInclude(list.text(), text)
    assert.lengthOf(await workspace.pairs(), 1)
  })

  test('finds the same property that is on the market twice, until one is over', async ({
    client,
    assert,
  }) => {
    const mine = await workspace.givenListing({ title: 'One', property: { address: {} } })
    const again = await workspace.givenListing({
      title: 'Once more',
      facts: { propertyId: mine.propertyId },
    })
    await workspace.look(mine)
    const both = await workspace.as('principal', client.get(page))
    await workspace.givenFacts(again, { status: 'withdrawn' })
    const one = await workspace.as('principal', client.get(page))
    await workspace.look(again)

    assert.include(both.text(), 'Same property')
    assert.notInclude(one.text(), 'Same property')
    assert.lengthOf(await workspace.pairs(), 0)
  })

  test('does not take the middle of a locality for a place', async ({ assert }) => {
    const property = { address: {}, latitude: 47.6771, longitude: -122.3857 }
    const [{ lat, lng }] = localitiesOf('US')
    const one = await workspace.givenListing({
      property: { ...property, latitude: lat, longitude: lng },
    })
    await workspace.givenListing({ property: { ...property, latitude: lat, longitude: lng } })
    await workspace.look(one)

    assert.lengthOf(await workspace.pairs(), 0)
  })

  test('remembers that two are not the same, and can be told otherwise', async ({
    client,
    assert,
  }) => {
    const [mine] = await workspace.givenTwo()
    await workspace.look(mine)
    const [pair] = await workspace.pairs()
    const dismissal = `${page}/${pair.id}/dismissal`

    const gone = await workspace.asFragment('principal', client.post(dismissal))
    await workspace.look(mine)
    const still = await workspace.as('principal', client.get(page))
    const plain = await workspace.as('principal', client.delete(dismissal))
    const again = await workspace.as('principal', client.get(page))

    assert.notInclude(gone.text(), 'House on Pine')
    assert.include(gone.text(), 'Marked as different listings')
    assert.notInclude(still.text(), 'House on Pine')
    plain.assertHeader('location', page)
    assert.include(again.text(), 'House on Pine')
  })

  test('shows and lets dismiss only what both may be changed', async ({ client, assert }) => {
    const [mine] = await workspace.givenTwo()
    await workspace.look(mine)
    const [pair] = await workspace.pairs()
    const dismissal = `${page}/${pair.id}/dismissal`

    const list = await workspace.as('senior_agent', client.get(page))
    const agent = await workspace.as('senior_agent', client.post(dismissal))
    const forbidden = await workspace.as('collections_manager', client.post(dismissal))
    const stranger = await workspace.asStranger(client.post(dismissal))
    const nonsense = await workspace.as('principal', client.post(`${page}/nonsense/dismissal`))
    await workspace.givenReach('senior_agent', 'listings.view', 'own')
    const blind = await workspace.as('senior_agent', client.post(dismissal))
    await workspace.agency.switchModule('listings', 'off')
    const off = await workspace.as('principal', client.post(dismissal))

    assert.notInclude(list.text(), 'House on Pine')
    for (const answer of [agent, forbidden]) answer.assertStatus(403)
    for (const answer of [stranger, nonsense, blind, off]) answer.assertStatus(404)
  })

  test('looks through everything in the background, one search at a time', async ({
    client,
    assert,
    cleanup,
  }) => {
    await coreSql('delete from outbox')
    await coreSql('delete from pgboss.job')
    await workspace.givenListings(600)
    await workspace.givenTwo()
    const search = () => workspace.as('principal', client.post(`${page}/search`))

    const first = await search()
    await search()
    const waiting = await workspace.as('principal', client.get(page))
    const works = await workspace.searches()
    await startWorker(cleanup)
    await until(async () => (await workspace.latestSearch()).isOver)
    const over = await workspace.as('principal', client.get(page))

    first.assertHeader('location', page)
    assert.include(waiting.text(), 'Searching for duplicates')
    assert.lengthOf(works, 1)
    assert.include(over.text(), 'House on Pine')
    assert.notInclude(over.text(), 'Searching for duplicates')
    assert.equal((await workspace.latestSearch()).rowsDone, 602)
  }).timeout(60_000)

  test('pages through them, and costs one statement however many there are', async ({
    client,
    assert,
  }) => {
    for (let count = 0; count < 30; count++) {
      const property = {
        address: { line: `${count} Oak St`, city: 'Seattle' },
        latitude: null,
        longitude: null,
      }
      const one = await workspace.givenListing({ title: `First ${count}`, property })
      await workspace.givenListing({ title: `Second ${count}`, property })
      await workspace.look(one)
    }
    const ask = (query = '') => workspace.as('principal', client.get(`${page}${query}`))

    const first = await ask()
    const next = /href="[^"]*\?(after=[^"&]*)"/.exec(first.text())?.[1]
    const second = await ask(`?${next}`)
    const nonsense = await ask('?after=nonsense')
    const statements = await countedQueries(() => ask())

    nonsense.assertStatus(200)
    assert.lengthOf(first.text().match(/<article/g) ?? [], 25)
    assert.lengthOf(second.text().match(/<article/g) ?? [], 5)
    assert.lengthOf(
      statements.filter((sql) => sql.includes('listing_pairs')),
      1
    )
  })

  test('is closed to those who may change nothing, and while the module is off', async ({
    client,
  }) => {
    const forbidden = await workspace.as('collections_manager', client.get(page))
    const search = await workspace.as('collections_manager', client.post(`${page}/search`))
    await workspace.agency.switchModule('listings', 'off')
    const off = await workspace.as('principal', client.get(page))

    forbidden.assertStatus(403)
    search.assertStatus(403)
    off.assertStatus(404)
  })

  /** A planner that took the tables for empty would read all of them for each home: minutes. */
  test('looks through all homes of a county, though the tables were counted while they were empty', async ({
    assert,
  }) => {
    await ownerPool().query('analyze')
    await workspace.givenCounty(21_612)
    await workspace.searchThrough()

    assert.lengthOf(await workspace.pairs(), 1_612)
  }).timeout(60_000)
})
