import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { BulkWork } from '#app/bulk_works'
import { forgetOldRuns } from '../../actions/forget_old_runs.ts'
import { syncFeeds } from '../../actions/sync_feeds.ts'
import { mayBeLocal } from '../../feeds/feed_address.ts'
import { accessTo } from '../../feeds/feed_access.ts'
import { FeedDoor } from '../../feeds/feed_door.ts'
import { SyncSteps } from '../../feeds/sync_steps.ts'
import type ListingFeed from '../../models/listing_feed.ts'
import { FeedWorkspace, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

test.group("Asking a feed's server", (group) => {
  const server = new ResoServer()
  const workspace = new FeedWorkspace(server)
  const oauth = (): Partial<ListingFeed> & { secret: string } => ({
    auth: 'oauth2',
    tokenUrl: server.tokenUrl,
    clientId: 'freehold',
    secret: 'client-secret',
  })
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })
  group.each.setup(async () => {
    server.reset()
    server.records = records(3)
    await workspace.open()
  })

  test('says that all is right, and how much there is', async ({ assert }) => {
    const trial = await workspace.try(await workspace.givenFeed())

    assert.equal(trial.state, 'done')
    assert.containSubset(trial.facts, { found: { count: 3, isEmpty: false } })
    assert.lengthOf(await workspace.stock(), 0)
  })

  test('asks for a token with client and secret, in the way that the server knows', async ({
    assert,
  }) => {
    const feed = await workspace.givenFeed(oauth())
    const first = await workspace.try(feed)
    server.client.inBody = true
    const second = await workspace.try(feed)
    server.client.secret = 'another'
    const refused = await workspace.try(feed)

    assert.equal(first.state, 'done')
    assert.equal(second.state, 'done')
    assert.equal(refused.error?.key, 'listings.feeds.faults.token_refused')
  })

  test('asks for another token where one has run out', async ({ assert }) => {
    server.records = records(250)
    const feed = await workspace.givenFeed(oauth())
    let pages = 0
    server.before = () => {
      if (++pages === 1) server.tokens.clear()
    }

    const work = await workspace.sync(feed)

    assert.equal(work.state, 'done', JSON.stringify(work.error))
    assert.lengthOf(await workspace.stock(), 250)
  }).timeout(30_000)

  test('says in words what is wrong', async ({ assert }) => {
    const faults: [string, () => Promise<ListingFeed>][] = [
      ['unauthorized', () => workspace.givenFeed({ name: 'a', secret: 'wrong' })],
      ['not_found', () => workspace.givenFeed({ name: 'b', resource: 'Homes' })],
      ['bad_question', () => workspace.givenFeed({ name: 'c', filter: 'City is nice' })],
      ['not_outward', () => workspace.givenFeed({ name: 'd', serviceUrl: 'https://10.0.0.7/x' })],
      ['not_outward', () => workspace.givenFeed({ name: 'e', serviceUrl: 'https://[fd00::1]/x' })],
      [
        'not_outward',
        () => workspace.givenFeed({ name: 'f', serviceUrl: 'http://169.254.169.254/x' }),
      ],
    ]
    for (const [fault, given] of faults) {
      const trial = await workspace.try(await given())
      assert.equal(trial.state, 'failed')
      assert.equal(trial.error?.key, `listings.feeds.faults.${fault}`)
    }
  })

  test('believes no answer that is none', async ({ assert }) => {
    const feed = await workspace.givenFeed()
    const bent: [string, ResoServer['bend']][] = [
      ['not_odata', () => ({ items: [] })],
      ['no_keys', (answer) => ({ ...answer, value: [{ ListPrice: 1 }] })],
      ['out_of_order', ({ value }) => ({ value: (value as unknown[]).toReversed() })],
      [
        'other_origin',
        (answer) => ({ ...answer, '@odata.nextLink': 'https://elsewhere.example.com/Property' }),
      ],
    ]
    for (const [fault, bend] of bent) {
      server.bend = bend
      const work = await workspace.sync(feed)
      assert.equal(work.error?.key, `listings.feeds.faults.${fault}`)
    }
    server.bend = (answer) => answer
    server.moods = [{ status: 200, body: '<html>Sign in</html>' }]
    assert.equal((await workspace.sync(feed)).error?.key, 'listings.feeds.faults.not_odata')
    assert.lengthOf(await workspace.stock(), 0)
  })

  test('waits as long as a busy server asks, and asks again', async ({ assert }) => {
    server.moods = [
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 503, headers: { 'retry-after': '0' } },
    ]
    const began = Date.now()

    const work = await workspace.sync(await workspace.givenFeed())

    assert.equal(work.state, 'done')
    assert.isAtLeast(Date.now() - began, 1000)
    assert.lengthOf(await workspace.stock(), 3)
  })

  test('leaves a server alone that wants to be left alone for long', async ({ assert }) => {
    server.moods = [{ status: 429, headers: { 'retry-after': '900' } }]
    const feed = await workspace.givenFeed()

    const work = await workspace.sync(feed)
    await workspace.inUnit(() => syncFeeds())

    assert.containSubset(work.error, {
      key: 'listings.feeds.faults.busy',
      params: { seconds: 900 },
    })
    assert.isAbove((await workspace.feed(feed.id))!.notBefore!.toMillis(), Date.now() + 800_000)
    assert.isNull(await waiting())
  })

  test('is asked by the clock where it is on, and by itself', async ({ assert }) => {
    await workspace.givenFeed({ isOn: false, name: 'Off' })
    await workspace.inUnit(() => syncFeeds())
    assert.isNull(await waiting())

    const feed = await workspace.givenFeed()
    await workspace.agency.inUnit(() => syncFeeds())
    const work = (await waiting())!
    assert.isNull(work.ownerId)
    await workspace.carryOut(work, (run) => new SyncSteps(run))

    assert.lengthOf(await workspace.stock(), 3)
    assert.isNotNull((await workspace.feed(feed.id))!.keysComparedAt)
  })

  test('forgets runs that brought nothing sooner than those that did', async ({ assert }) => {
    const feed = await workspace.givenFeed()
    const brought = await workspace.sync(feed)
    await workspace.sync(feed)
    await workspace.rowsOf(`update bulk_works set updated_at = now() - interval '3 days'`)

    await workspace.inUnit(() => forgetOldRuns())

    const left = await workspace.inUnit(async () => BulkWork.query().where('kind', brought.kind))
    assert.deepEqual(
      left.map(({ id }) => id),
      [brought.id]
    )
  })

  test('asks nobody near where people work with it', async ({ assert }) => {
    assert.isFalse(mayBeLocal('production'))
    assert.isFalse(mayBeLocal('demo'))
    const feed = await workspace.givenFeed()
    const access = await workspace.inUnit(async () => accessTo(feed))
    const door = new FeedDoor({ ...access, near: [] })

    await assert.rejects(() => door.page(`${access.collection}?$top=1`), 'Feed fault: not_outward')
    assert.deepEqual(server.heard, [])
  })

  test('goes on at once where a worker was stopped for long', async ({ assert }) => {
    const feed = await workspace.givenFeed()
    const stuck = await workspace.requested(feed, 'sync')
    const longAgo = DateTime.utc().minus({ minutes: 5 }).toISO()
    await workspace.rowsOf(`update bulk_works set updated_at = '${longAgo}'`)

    const work = await workspace.sync(feed)

    assert.notEqual(work.id, stuck.id)
    assert.equal(work.state, 'done')
  })

  function waiting(): Promise<BulkWork | null> {
    return workspace.inUnit(() =>
      BulkWork.query().where({ kind: 'listings.feed_sync', state: 'waiting' }).first()
    )
  }
})
