import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { undoRun } from '../../actions/undo_run.ts'
import { FeedUndoSteps } from '../../feeds/undo_steps.ts'
import { FeedWorkspace, aRecord, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

const HOME = '/app/settings/listing-feeds'
const LATER = '2026-03-02T08:00:00Z'

test.group('Undoing what a feed brought', (group) => {
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

  const prices = async () => (await workspace.stock()).map(({ price_minor: price }) => price)

  /** Some that were there; the last sync changed two of them and brought another. */
  async function givenSynced(there = 2) {
    server.records = [...records(2), ...records(there + 3).slice(5)]
    const feed = await workspace.givenFeed()
    const before = await workspace.sync(feed)
    for (const { ListingKey: key } of records(2))
      server.change(key, { ListPrice: 900_000, BedroomsTotal: 9 }, LATER)
    server.records.push(aRecord(3, { ModificationTimestamp: LATER }))
    return { feed, before, last: await workspace.sync(feed) }
  }

  test('removes what it created and puts back what it changed', async ({ assert }) => {
    const { feed, last } = await givenSynced()
    assert.deepEqual(last.counts, { updated: 2, created: 1 })

    const undone = await workspace.undoRun(feed, last)

    assert.deepEqual(undone.counts, { removed: 1, restored: 2 })
    assert.sameMembers(await prices(), [50_100_000, 50_200_000])
    assert.deepEqual((await workspace.sync(feed)).counts, {})
    assert.equal((await works(last.id)).state, 'undone')
  })

  test('leaves what somebody has changed since', async ({ assert }) => {
    const { feed, last } = await givenSynced()
    await workspace.inUnit(() =>
      unitSql(`update listings set price_minor = 111, version = version + 1
                where external_id in ('NWM1000001', 'NWM1000003')`)
    )

    const undone = await workspace.undoRun(feed, last)

    assert.deepEqual(undone.counts, { kept: 2, restored: 1 })
    assert.sameMembers(await prices(), [111, 50_200_000, 111])
    assert.sameDeepMembers(
      await workspace.rowsOf(
        `select beds from listings join properties p on p.id = property_id where external_id = 'NWM1000001'`
      ),
      [{ beds: 3 }]
    )
  })

  test('lets it wait to be looked at, and taken again', async ({ assert }) => {
    const { feed, last } = await givenSynced()
    await workspace.undoRun(feed, last)

    const applied = await workspace.applyAll(feed)

    assert.deepEqual(applied.counts, { updated: 2, created: 1 })
    assert.sameMembers(await prices(), [90_000_000, 90_000_000, 50_300_000])
    assert.deepEqual((await workspace.undoRun(feed, applied)).counts, { removed: 1, restored: 2 })
  })

  test('begins with the last that brought something, and goes on with the one before', async ({
    assert,
  }) => {
    const { feed, before, last } = await givenSynced(3)
    await workspace.sync(feed)
    await assert.rejects(() => workspace.undoRun(feed, before), 'not_last')

    await workspace.undoRun(feed, last)
    const undone = await workspace.undoRun(feed, before)

    assert.deepEqual(undone.counts, { removed: 1, kept: 2 })
    await assert.rejects(() => workspace.undoRun(feed, before), 'not_last')
  })

  test('is refused while the sync is under way, and after 30 days', async ({ client, assert }) => {
    const { feed, last } = await givenSynced()
    const set = (sql: string) =>
      workspace.inUnit(() => unitSql(`update bulk_works set ${sql} where id = ?`, [last.id]))

    await set(`state = 'running'`)
    await assert.rejects(() => workspace.undoRun(feed, last), 'not_over')
    await set(`state = 'done', ended_at = now() - interval '31 days'`)
    const refused = await workspace.asFragment(
      'principal',
      client.post(undoingOf(feed.id, last.id))
    )
    refused.assertStatus(409)
    refused.assertTextIncludes('30 days')
    const page = await workspace.as('principal', client.get(`${HOME}/${feed.id}/runs/${last.id}`))
    assert.notInclude(page.text(), 'Undo the sync')
  })

  test('is asked for on the page of the run, which says what came of it', async ({
    client,
    assert,
  }) => {
    const { feed, before, last } = await givenSynced()
    const see = (id: string) =>
      workspace.as('principal', client.get(`${HOME}/${feed.id}/runs/${id}`))
    assert.include((await see(last.id)).text(), 'Undo the sync')
    assert.notInclude((await see(before.id)).text(), 'Undo the sync')
    await workspace.inUnit(() =>
      unitSql(`update listings set price_minor = 111, title = 'By hand'`)
    )

    const asked = await workspace.as('principal', client.post(undoingOf(feed.id, last.id)))
    asked.assertHeader('location', `${HOME}/${feed.id}/runs/${last.id}`)
    const moving = await workspace.asFragment(
      'principal',
      client.get(`${HOME}/${feed.id}/runs/${last.id}`)
    )
    moving.assertTextIncludes('every 1s')
    const undoing = await workspace.inUnit(() => undoRun(feed, last))
    if (!undoing.ok) throw new Error(undoing.reason)
    await workspace.carryOut(undoing.value, () => new FeedUndoSteps())

    const over = await see(last.id)
    for (const said of ['What was undone', '1 listing was removed', 'By hand', 'Undone'])
      over.assertTextIncludes(said)
    assert.notInclude(over.text(), 'every 1s')
    assert.include((await see(before.id)).text(), 'Undo the sync')
    const feedPage = await workspace.as('principal', client.get(`${HOME}/${feed.id}`))
    feedPage.assertTextIncludes('3 listings are waiting for review')
  })

  test('is for those who may import for all, in their own agency, where listings are on', async ({
    client,
  }) => {
    const { feed, last } = await givenSynced()
    const other = await workspace.givenFeed({ name: 'Another MLS' })
    const door = () => client.post(undoingOf(feed.id, last.id))

    ;(await workspace.as('senior_agent', door())).assertStatus(403)
    ;(await workspace.asStranger(door())).assertStatus(404)
    const elsewhere = client.post(undoingOf(other.id, last.id))
    ;(await workspace.as('principal', elsewhere)).assertStatus(404)
    ;(await workspace.as('principal', client.post(undoingOf(feed.id, 'x')))).assertStatus(404)
    await workspace.agency.switchModule('listings', 'off')
    ;(await workspace.as('principal', door())).assertStatus(404)
  })

  function undoingOf(feedId: string, runId: string): string {
    return `${HOME}/${feedId}/runs/${runId}/undoing`
  }

  function works(id: string): Promise<BulkWork> {
    return workspace.inUnit(() => BulkWork.findOrFail(id))
  }
})
