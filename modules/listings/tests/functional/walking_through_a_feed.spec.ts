import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import ListingFeed from '../../models/listing_feed.ts'
import { FeedWorkspace, aRecord, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

const HOME = '/app/settings/listing-feeds'

test.group('Walking through a feed', (group) => {
  const server = new ResoServer()
  const workspace = new FeedWorkspace(server)
  const draft = (said: Record<string, unknown> = {}) => ({
    name: 'Northwest MLS',
    serviceUrl: server.url,
    resource: 'Property',
    filter: "City eq 'Seattle'",
    auth: 'bearer',
    secret: 'right-token',
    applies: 'looked_at',
    isOn: 'true',
    ...said,
  })
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })
  group.each.setup(async () => {
    server.reset()
    await workspace.open()
  })

  test('adds a feed, whose secret nobody reads again', async ({ client, assert }) => {
    const saved = await workspace.as('principal', client.post(HOME).form(draft()))
    saved.assertStatus(302)
    const feed = (await workspace.inUnit(() => ListingFeed.first()))!
    assert.equal(saved.header('location'), `${HOME}/${feed.id}`)

    const edited = await workspace.as('principal', client.get(`${HOME}/${feed.id}/edit`))
    const kept = await workspace.as(
      'principal',
      client
        .put(`${HOME}/${feed.id}`)
        .form(draft({ secret: '', name: 'MLS', version: feed.version }))
    )
    kept.assertStatus(302)
    const list = await workspace.as('principal', client.get(HOME))

    assert.notInclude(edited.text(), 'right-token')
    assert.notInclude(feed.secrets!, 'right-token')
    list.assertTextIncludes('MLS')
    assert.containSubset((await workspace.try(feed)).facts, { found: { count: 0, isEmpty: true } })
  })

  test('says beside the field what is wrong, keeps what was typed, and no secret', async ({
    client,
    assert,
  }) => {
    const wrongs: [Record<string, unknown>, string][] = [
      [{ serviceUrl: 'http://example.com/odata' }, 'err-feed-serviceUrl'],
      [{ serviceUrl: 'https://me:pass@example.com' }, 'err-feed-serviceUrl'],
      [{ resource: 'Property?$top=1' }, 'err-feed-resource'],
      [{ auth: 'oauth2', tokenUrl: '' }, 'err-feed-tokenUrl'],
      [{ auth: 'oauth2', tokenUrl: 'https://example.com/t', clientId: '' }, 'err-feed-clientId'],
      [{ secret: '' }, 'err-feed-secret'],
      [{ name: '' }, 'err-feed-name'],
    ]
    for (const [wrong, place] of wrongs) {
      const refused = await workspace.asFragment(
        'principal',
        client.post(HOME).header('hx-form', 'feed').form(draft(wrong))
      )
      refused.assertStatus(422)
      refused.assertTextIncludes(place)
    }
    const plain = await workspace.as(
      'principal',
      client
        .post(HOME)
        .header('referer', `${HOME}/create`)
        .form(draft({ resource: '%' }))
    )
    plain.assertStatus(302)
    assert.lengthOf(await workspace.inUnit(async () => ListingFeed.all()), 0)
  })

  test('wants the secret again where it would go to another server', async ({ client }) => {
    const feed = await workspace.givenFeed()

    const moved = await workspace.asFragment(
      'principal',
      client.put(`${HOME}/${feed.id}`).form(
        draft({
          serviceUrl: 'https://elsewhere.example.com/odata',
          secret: '',
          version: feed.version,
        })
      )
    )
    const stale = await workspace.asFragment(
      'principal',
      client.put(`${HOME}/${feed.id}`).form(draft({ version: 99 }))
    )

    moved.assertStatus(422)
    stale.assertStatus(409)
  })

  test('shows what a feed would change, old beside new, and what an agent keeps', async ({
    client,
    assert,
  }) => {
    server.records = records(2)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    await workspace.inUnit(() => unitSql(`update listings set locked_fields = '{beds}'`))
    await workspace.inUnit(() => unitSql(`update listing_feeds set applies = 'looked_at'`))
    server.change(
      'NWM1000001',
      { ListPrice: 555_000, BedroomsTotal: 9, StandardStatus: 'Pending' },
      '2026-03-02T08:00:00Z'
    )
    server.change('NWM1000002', { ListPrice: 777_000 }, '2026-03-02T08:00:01Z')
    server.records.push(aRecord(3, { ModificationTimestamp: '2026-03-02T08:00:02Z' }))

    const work = await workspace.sync(feed)
    const page = await workspace.as('principal', client.get(`${HOME}/${feed.id}/changes`))

    assert.deepEqual(work.counts, { waiting: 3 })
    page.assertStatus(200)
    for (const said of ['$501,000', '$555,000', '9', 'Under offer', '$503,000', 'NWM1000003'])
      page.assertTextIncludes(said)
    assert.containSubset(await workspace.stock(), [{ price_minor: 50_100_000, status: 'active' }])
  })

  test('applies what was chosen, skips what was not wanted, then takes all', async ({
    client,
    assert,
  }) => {
    server.records = records(4)
    const feed = await workspace.givenFeed({ applies: 'looked_at' })
    await workspace.sync(feed)
    const ids = await recordIds()

    const applied = await workspace.as(
      'principal',
      client.post(`${HOME}/${feed.id}/application`).form({ 'ids[]': ids[0] })
    )
    applied.assertStatus(302)
    await workspace.apply(await latest('listings.feed_application'))
    const skipped = await workspace.as(
      'principal',
      client.post(`${HOME}/${feed.id}/skipping`).form({ 'ids[]': ids[1] })
    )
    skipped.assertStatus(302)
    assert.lengthOf(await workspace.stock(), 1)

    await workspace.as(
      'principal',
      client.post(`${HOME}/${feed.id}/application`).form({ all: 'true' })
    )
    const work = await workspace.apply(await latest('listings.feed_application'))
    const run = await workspace.as('principal', client.get(`${HOME}/${feed.id}/runs/${work.id}`))
    const shown = await workspace.as('principal', client.get(`${HOME}/${feed.id}`))

    assert.lengthOf(await workspace.stock(), 3)
    run.assertTextIncludes('New')
    shown.assertTextIncludes('2 new')
    assert.deepEqual((await workspace.sync(feed)).counts, {})
    const none = await workspace.asFragment(
      'principal',
      client.post(`${HOME}/${feed.id}/application`).form({ 'ids[]': ids[0] })
    )
    none.assertStatus(422)
  })

  test('hands trial and run to the workers, once at a time, and stops a run', async ({
    client,
  }) => {
    const feed = await workspace.givenFeed()
    for (const part of ['trial', 'run']) {
      const first = await workspace.as('principal', client.post(`${HOME}/${feed.id}/${part}`))
      const second = await workspace.asFragment(
        'principal',
        client.post(`${HOME}/${feed.id}/${part}`)
      )
      first.assertStatus(302)
      second.assertStatus(409)
    }
    const moving = await workspace.asFragment('principal', client.get(`${HOME}/${feed.id}`))
    moving.assertTextIncludes('every 1s')
    const stopped = await workspace.as('principal', client.delete(`${HOME}/${feed.id}/run`))
    const nothing = await workspace.asFragment('principal', client.delete(`${HOME}/${feed.id}/run`))
    stopped.assertStatus(302)
    nothing.assertStatus(409)
  })

  test('names what was refused or not understood, and why', async ({ client }) => {
    server.records = [
      aRecord(1, { PropertySubType: 'Houseboat' }),
      aRecord(2, { StreetName: '', Latitude: 0, Longitude: 0 }),
    ]
    const feed = await workspace.givenFeed()
    const work = await workspace.sync(feed)

    const page = await workspace.as('principal', client.get(`${HOME}/${feed.id}/runs/${work.id}`))

    for (const said of ['Houseboat', 'PropertySubType', 'NWM1000002', 'no address and no place'])
      page.assertTextIncludes(said)
  })

  test('goes away with its secret and its memory, and leaves its listings', async ({
    client,
    assert,
  }) => {
    server.records = records(2)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)

    const removed = await workspace.as('principal', client.delete(`${HOME}/${feed.id}`))

    removed.assertStatus(302)
    assert.isNull(await workspace.feed(feed.id))
    assert.lengthOf(await workspace.stock(), 2)
  })

  test('asks the database no more for many changes than for few', async ({ client, assert }) => {
    server.records = records(3)
    const feed = await workspace.givenFeed({ applies: 'looked_at' })
    await workspace.sync(feed)
    const look = () =>
      workspace.as('principal', client.get(`${HOME}/${feed.id}/changes`)).then(() => {})
    await look()
    const few = await countedQueries(look)
    server.records = records(20)
    await workspace.sync(feed)
    await look()

    assert.deepEqual(await countedQueries(look), few)
  })

  test('is for those who may import for all, in their own agency, where listings are on', async ({
    client,
  }) => {
    const feed = await workspace.givenFeed()
    const doors = [
      () => client.get(HOME),
      () => client.get(`${HOME}/create`),
      () => client.post(HOME).form(draft()),
      () => client.get(`${HOME}/${feed.id}`),
      () => client.get(`${HOME}/${feed.id}/edit`),
      () => client.put(`${HOME}/${feed.id}`).form(draft()),
      () => client.delete(`${HOME}/${feed.id}`),
      () => client.post(`${HOME}/${feed.id}/trial`),
      () => client.post(`${HOME}/${feed.id}/run`),
      () => client.delete(`${HOME}/${feed.id}/run`),
      () => client.get(`${HOME}/${feed.id}/runs/${feed.id}`),
      () => client.get(`${HOME}/${feed.id}/changes`),
      () => client.post(`${HOME}/${feed.id}/application`),
      () => client.post(`${HOME}/${feed.id}/skipping`),
    ]
    await workspace.givenReach('sales_director', 'listings.import', 'own')
    for (const door of doors) {
      ;(await workspace.as('senior_agent', door())).assertStatus(403)
      ;(await workspace.as('sales_director', door())).assertStatus(403)
    }
    for (const door of doors.slice(3)) (await workspace.asStranger(door())).assertStatus(404)
    await workspace.agency.switchModule('listings', 'off')
    for (const door of doors) (await workspace.as('principal', door())).assertStatus(404)
  })

  async function recordIds(): Promise<string[]> {
    const rows = await workspace.rowsOf<{ id: string }>(
      'select id from listing_feed_records order by listing_key'
    )
    return rows.map(({ id }) => id)
  }

  function latest(kind: string): Promise<BulkWork> {
    return workspace.inUnit(() =>
      BulkWork.query().where('kind', kind).orderBy('id', 'desc').firstOrFail()
    )
  }
})
