import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { FeedWorkspace, aRecord } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

const jane = { ListAgentKey: 'AG7', ListAgentMlsId: '77', ListAgentFullName: 'Jane Doe' }

test.group('Agents whom a feed names', (group) => {
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

  const pageOf = (id: string) => `/app/settings/listing-feeds/${id}/agents`
  const agents = async () => (await workspace.stock()).map(({ owner_id: id }) => id)
  const member = (role: 'senior_agent' | 'junior_agent') => workspace.agency.memberId(role)

  test('are known by e-mail, others go to the agent of the feed', async ({ assert }) => {
    const [senior, junior] = [await member('senior_agent'), await member('junior_agent')]
    server.records = [
      aRecord(1, { ...jane, ListAgentEmail: workspace.agency.email('senior_agent') }),
      aRecord(2, { ...jane, ListAgentKey: 'AG8', ListAgentEmail: 'nobody@example.com' }),
      aRecord(3),
    ]

    const feed = await workspace.givenFeed({ ownerId: junior })
    const work = await workspace.sync(feed)

    assert.deepEqual(await agents(), [senior, junior, junior])
    assert.deepEqual(work.counts, { created: 3, warned: 1 })
  })

  test('stay with whom they are where the feed names nobody who is here', async ({ assert }) => {
    const senior = await member('senior_agent')
    server.records = [aRecord(1, jane)]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    await workspace.inUnit(() => unitSql('update listings set owner_id = ?', [senior]))
    server.change('NWM1000001', { ListPrice: 1_000_000 }, '2026-03-02T08:00:00Z')

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1 })
    assert.deepEqual(await agents(), [senior])
  })

  test('are matched in the settings: their listings go over at once, and later ones do', async ({
    client,
    assert,
  }) => {
    const junior = await member('junior_agent')
    server.records = [aRecord(1, jane), aRecord(2, { ListAgentMlsId: '88' }), aRecord(3, jane)]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    await workspace.inUnit(() =>
      unitSql(`update listings set locked_fields = '{agent}' where external_id = 'NWM1000003'`)
    )
    const page = await workspace.as('principal', client.get(pageOf(feed.id)))
    for (const said of ['Jane Doe', 'AG7 · 2 listings', '88 · 1 listing'])
      page.assertTextIncludes(said)

    const saved = await workspace.as(
      'principal',
      client
        .put(pageOf(feed.id))
        .form({ 'agents[0][key]': 'AG7', 'agents[0][memberId]': junior, 'agents[1][key]': '88' })
    )
    saved.assertHeader('location', `/app/settings/listing-feeds/${feed.id}`)
    const work = await workspace.apply(await latestApplication())
    server.records.push(aRecord(4, jane))
    await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1, unchanged: 1 })
    assert.sameMembers(await agents(), [junior, null, null, junior])
    const again = await workspace.as('principal', client.get(pageOf(feed.id)))
    assert.match(again.text(), new RegExp(`value="${junior}" selected`))
  })

  test('count before the e-mail, and are let go again', async ({ client, assert }) => {
    const [senior, junior] = [await member('senior_agent'), await member('junior_agent')]
    const email = workspace.agency.email('senior_agent')
    server.records = [aRecord(1, { ...jane, ListAgentEmail: email.toUpperCase() })]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    const page = await workspace.as('principal', client.get(pageOf(feed.id)))
    const match = (memberId: string) =>
      workspace.as(
        'principal',
        client.put(pageOf(feed.id)).form({
          'agents[0][key]': 'AG7',
          'agents[0][memberId]': memberId,
        })
      )
    page.assertTextIncludes('Person senior_agent, by e-mail')
    assert.deepEqual(await agents(), [senior])

    await match(junior)
    await workspace.apply(await latestApplication())
    assert.deepEqual(await agents(), [junior])

    await match('')
    server.change('NWM1000001', { ListPrice: 1_000_000 }, '2026-03-02T08:00:00Z')
    await workspace.sync(feed)
    assert.deepEqual(await agents(), [senior])
  })

  test('are refused beside the field where they are nobody, or out of reach', async ({
    client,
    assert,
  }) => {
    server.records = [aRecord(1, jane)]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    const send = (memberId: string, key = 'AG7') =>
      workspace.asFragment(
        'principal',
        client
          .put(pageOf(feed.id))
          .header('hx-form', 'feed-agents')
          .form({ 'agents[0][key]': key, 'agents[0][memberId]': memberId })
      )

    for (const wrong of ['nobody', '019a0000-0000-7000-8000-000000000000']) {
      const refused = await send(wrong)
      refused.assertStatus(422)
      refused.assertTextIncludes('err-feed-agents-agents-0-memberId')
    }
    await send(await member('junior_agent'), 'never named')
    assert.lengthOf(await workspace.rowsOf('select 1 from listing_feed_agents'), 0)
  })

  test('wait until what is under way is done', async ({ client }) => {
    server.records = [aRecord(1, jane)]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    await workspace.requested(feed, 'application')

    const refused = await workspace.asFragment(
      'principal',
      client.put(pageOf(feed.id)).form({
        'agents[0][key]': 'AG7',
        'agents[0][memberId]': await member('junior_agent'),
      })
    )

    refused.assertStatus(409)
  })

  test('are asked for in as few queries, however many they are, page by page', async ({
    client,
    assert,
  }) => {
    server.records = [aRecord(1, jane)]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    const look = () => workspace.as('principal', client.get(pageOf(feed.id))).then(() => {})
    await look()
    const few = await countedQueries(look)
    server.records = Array.from({ length: 60 }, (_, index) =>
      aRecord(index + 2, { ListAgentKey: `K${String(index).padStart(2, '0')}` })
    )
    await workspace.sync(feed)
    await look()

    assert.deepEqual(await countedQueries(look), few)
    const first = await workspace.as('principal', client.get(pageOf(feed.id)))
    const next = await workspace.as('principal', client.get(pageOf(feed.id)).qs({ after: 'K48' }))
    assert.match(first.text(), /after=K48/)
    next.assertTextIncludes('K59')
  })

  test('is for those who may import for all, in their own agency, where listings are on', async ({
    client,
  }) => {
    const feed = await workspace.givenFeed()
    const doors = [() => client.get(pageOf(feed.id)), () => client.put(pageOf(feed.id))]
    for (const door of doors) {
      ;(await workspace.as('senior_agent', door())).assertStatus(403)
      ;(await workspace.asStranger(door())).assertStatus(404)
    }
    await workspace.agency.switchModule('listings', 'off')
    for (const door of doors) (await workspace.as('principal', door())).assertStatus(404)
  })

  function latestApplication(): Promise<BulkWork> {
    return workspace.inUnit(() =>
      BulkWork.query()
        .where('kind', 'listings.feed_application')
        .orderBy('id', 'desc')
        .firstOrFail()
    )
  }
})
