import { test } from '@japa/runner'
import { actInBulk } from '../../actions/act_in_bulk.ts'
import { FeedWorkspace, aRecord, records } from '../feed_workspace.ts'
import { ResoServer, type Sent } from '../reso_server.ts'

const KEY = 'NWM1000001'

test.group('What a feed withdrew and offers again', (group) => {
  const server = new ResoServer()
  const workspace = new FeedWorkspace(server)
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })
  group.each.setup(async () => {
    server.reset()
    await workspace.open()
  })

  const only = async () => {
    const stock = await workspace.stock()
    if (stock.length !== 1) throw new Error(`${stock.length} listings`)
    return stock[0]
  }

  /** A home that the server had, lacked, and that was withdrawn for it. */
  async function givenGone(said: Record<string, unknown> = {}) {
    const record = aRecord(1, said)
    server.records = [record]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    server.records = []
    await workspace.sync(feed)
    return { feed, record }
  }

  test('is on the market again, and the same listing', async ({ assert }) => {
    const { feed, record } = await givenGone()
    const { id, status } = await only()
    assert.equal(status, 'withdrawn')
    server.records = [{ ...record, ListPrice: 600_000, ModificationTimestamp: LATER }]

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1 })
    assert.containSubset(await only(), { id, status: 'active', price_minor: 60_000_000 })
    assert.include((await workspace.steps(id)).at(-1), 'withdrawn → active')
    assert.deepEqual((await workspace.sync(feed)).counts, {})
  })

  test('is heard of although it says what it said before, at the time it said it', async ({
    assert,
  }) => {
    const [gone, other] = records(2)
    server.records = [gone, other]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    server.records = [other]
    await workspace.sync(feed)
    assert.lengthOf(await withStatus('withdrawn'), 1)
    server.records = [gone, other]
    server.heard = []

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1 })
    assert.lengthOf(await withStatus('active'), 2)
    assert.include(server.heard.join('\n'), `ListingKey eq '${KEY}'`)
    server.heard = []
    assert.deepEqual((await workspace.sync(feed)).counts, {})
    assert.notInclude(server.heard.join('\n'), 'ListingKey eq')
  })

  test('is asked for in parts where it is much, each part once', async ({ assert }) => {
    const all = records(60)
    server.records = all
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    for (const part of [all.slice(20), all.slice(40), []]) {
      server.records = part
      const work = await workspace.sync(feed)
      if (work.counts.waiting) await workspace.applyAll(feed)
    }
    assert.lengthOf(await withStatus('withdrawn'), 60)
    server.records = all
    server.most = 10
    server.heard = []

    await workspace.sync(feed)

    assert.lengthOf(await withStatus('active'), 60)
    assert.lengthOf(
      server.heard.filter((asked) => /ListingKey eq/.test(asked) && !/\$skip/.test(asked)),
      3
    )
  }).timeout(60_000)

  test('goes where it stands there, over the market', async ({ assert }) => {
    const { feed, record } = await givenGone()
    server.records = [later(record, { StandardStatus: 'Pending' })]

    await workspace.sync(feed)

    const { id } = await only()
    assert.deepEqual((await workspace.steps(id)).slice(-2), [
      'withdrawn → active',
      'active → under_offer',
    ])
  })

  test('stays withdrawn, with a word why, under an authority that has ended', async ({
    assert,
  }) => {
    const { feed, record } = await givenGone()
    server.records = [later(record, { ExpirationDate: '2026-03-01' })]

    const work = await workspace.sync(feed)

    assert.equal((await only()).status, 'withdrawn')
    assert.equal(work.counts.warned, 1)
  })

  test('stays withdrawn where a person withdrew it, one by one or many at once', async ({
    client,
    assert,
  }) => {
    server.records = records(2)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    const [one, other] = await workspace.stock()
    const withdrawn = await workspace.as(
      'principal',
      client.post(`/app/listings/${one.id}/withdrawal`).form({ version: one.version, reason: 'No' })
    )
    withdrawn.assertStatus(302)
    await workspace.inUnit(() => actInBulk([other.id], { act: 'withdraw' }))
    for (const { ListingKey: key } of records(2)) server.change(key, { BedroomsTotal: 9 }, LATER)

    await workspace.sync(feed)

    assert.deepEqual(
      (await workspace.stock()).map(({ status, beds }) => ({ status, beds })),
      Array.from({ length: 2 }, () => ({ status: 'withdrawn', beds: 9 }))
    )
  })

  test('waits to be looked at where that is how the feed is applied', async ({
    client,
    assert,
  }) => {
    const { feed, record } = await givenGone()
    await workspace.inUnit(async () =>
      (await workspace.feed(feed.id))!.merge({ applies: 'looked_at' }).save()
    )
    server.records = [later(record)]
    await workspace.sync(feed)
    const home = `/app/settings/listing-feeds/${feed.id}`
    const page = await workspace.as('principal', client.get(`${home}/changes`))
    page.assertTextIncludes('Withdrawn')
    page.assertTextIncludes('Active')

    await workspace.applyAll(feed)

    assert.equal((await only()).status, 'active')
  })

  async function withStatus(status: string) {
    return (await workspace.stock()).filter((one) => one.status === status)
  }
})

const LATER = '2026-03-09T08:00:00Z'

function later(record: Sent, said: Record<string, unknown> = {}): Sent {
  return { ...record, ...said, ModificationTimestamp: LATER }
}
