import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { releaseLetters, takeLetters } from '../../alerts/take_letters.ts'
import { pauseToken } from '../../alerts/pause_link.ts'
import ListingAlertsDue from '../../events/listing_alerts_due.ts'
import SendDailyAlerts from '../../jobs/send_daily_alerts.ts'
import { changePrice } from '../../actions/change_price.ts'
import { moveListing } from '../../actions/move_listing.ts'
import { unit } from '#kernel/tenancy/tenancy'
import { SearchesWorkspace } from '../search_workspace.ts'

test.group('What comes on the market', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(() => workspace.open())
  const found = async () => (await workspace.alerts()).map(({ name }) => name)

  test('is found by the searches that ask for it: {query}')
    .with([
      { query: 'q=3 bed house in Ballard under 900k' },
      { query: 'deal_type=sale&types=house,land&city=seattle' },
      { query: 'price_min=700k&price_max=800k&baths_min=2' },
      { query: 'size_min=1,700&size_max=1900&features=garden' },
      { query: 'near=47.66,-122.38,2' },
      { query: 'area=47.6,-122.4;47.67,-122.4;47.67,-122.36;47.6,-122.36' },
      { query: 'q="hill pine"' },
      { query: '' },
    ])
    .run(async ({ assert }, { query }) => {
      await workspace.givenSearch({ name: 'Wanted', query: query.replaceAll('+', ' ') })
      await workspace.givenSearch({ name: 'Other', query: 'types=land&beds_min=9' })
      await workspace.givenListing()
      await workspace.match()
      assert.deepEqual(await found(), ['Wanted'])
    })

  test('is not found by a search that is paused, or before it is on the market', async ({
    assert,
  }) => {
    await workspace.givenSearch({ frequency: 'off' })
    await workspace.givenListing()
    await workspace.givenSearch({ name: 'Open', query: 'types=apartment' })
    await workspace.givenListing({ status: 'draft', property: { type: 'apartment' } })
    await workspace.match()
    assert.deepEqual(await found(), [])
  })

  test('is told to clients only where it is public', async ({ assert }) => {
    await workspace.givenClient('ann@sea.example')
    await workspace.givenSearch({ name: 'Client', contactEmail: 'ann@sea.example' })
    await workspace.givenSearch({ name: 'Mine' })
    await workspace.givenListing({ facts: { visibility: 'private' } })
    await workspace.match()
    assert.deepEqual(await found(), ['Mine'])
  })

  test('is found once for each reason, however often it is told', async ({ assert }) => {
    await workspace.givenSearch()
    const listing = await workspace.givenListing()
    await workspace.match()
    await workspace.match()
    await workspace.inAgency(async () => {
      for (const price of [80_000_000, 76_000_000])
        await unitSql(
          `insert into listing_prices (listing_id, price_minor, currency) values (?, ?, 'USD')`,
          [listing.id, price]
        )
    })
    await workspace.matchDrops()
    await workspace.matchDrops()
    const reasons = (await workspace.alerts()).map(({ reason }) => reason)
    assert.deepEqual(reasons, ['new', 'price_drop'])
  })

  test('takes one statement, however many searches there are', async ({ assert }) => {
    await workspace.givenListing()
    await workspace.givenSearch()
    const few = await countedQueries(() => workspace.match())
    await workspace.inAgency(() =>
      unitSql(
        `insert into saved_searches (name, owner_id, frequency, beds_min)
         select 'Many', owner_id, 'instant', n % 6 from saved_searches, generate_series(1, 10000) as n`
      )
    )
    const start = performance.now()
    const many = await countedQueries(() => workspace.match())
    assert.isAtMost(many.length, few.length + 2)
    assert.isBelow(performance.now() - start, 5_000)
  })
})

test.group('The letters of a search', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from caught_letters')
  })
  const tell = (due: ConstructorParameters<typeof ListingAlertsDue>[0]) =>
    workspace.inAgency(async () => unit().tell(new ListingAlertsDue(due)))
  const settled = () =>
    until(async () => {
      const alerts = await workspace.alerts()
      return (
        alerts.length > 0 && alerts.every(({ state }) => !['waiting', 'sending'].includes(state))
      )
    })

  test('go out at once when a listing comes on the market, and when its price falls', async ({
    assert,
    cleanup,
  }) => {
    await startWorker(cleanup)
    await workspace.givenSearch()
    const listing = await workspace.givenListing({ status: 'pending_review' })
    await workspace.inAgency(async () => {
      await unitSql(
        `insert into listing_prices (listing_id, price_minor, currency) values (?, 75000000, 'USD')`,
        [listing.id]
      )
      return moveListing(listing, { to: 'active', seenVersion: 1 })
    })
    await until(async () => (await workspace.letters()).length === 1)
    const active = (await workspace.listing(listing.id))!
    await workspace.inAgency(() =>
      changePrice(active, { price: 70_000_000, version: active.version })
    )
    await until(async () => (await workspace.letters()).length === 2)

    const [first, second] = await workspace.letters()
    assert.equal(first.recipient, workspace.agency.email('principal'))
    assert.include(first.subject, 'By the sea')
    assert.include(first.html, `/app/listings/${listing.id}`)
    assert.include(first.html, '$750,000')
    assert.include(second.html, 'Lower price')
    await settled()
    assert.deepEqual(
      (await workspace.alerts()).map(({ reason, state }) => [reason, state]),
      [
        ['new', 'sent'],
        ['price_drop', 'sent'],
      ]
    )
  })

  test('wait for the morning where they are daily', async ({ assert, cleanup }) => {
    await startWorker(cleanup)
    await workspace.givenSearch({ frequency: 'daily' })
    await workspace.givenListing({ title: 'One' })
    await workspace.givenListing({ title: 'Two' })
    await workspace.match()
    await tell({ frequency: 'instant' })
    assert.deepEqual(await workspace.letters(), [])

    await workspace.inAgency(() => new SendDailyAlerts().handle())
    await settled()
    const letters = await workspace.letters()
    assert.lengthOf(letters, 1)
    assert.include(letters[0].subject, '2 listings')
  })

  test('go out in the morning where a {frequency} one was in the hands of a process that died')
    .with([{ frequency: 'daily' as const }, { frequency: 'instant' as const }])
    .run(async ({ assert, cleanup }, { frequency }) => {
      await startWorker(cleanup)
      const morning = () => workspace.inAgency(() => new SendDailyAlerts().handle())
      await workspace.givenSearch({ frequency })
      await workspace.givenListing()
      await workspace.match()
      await workspace.inAgency(() => takeLetters({ frequency }))
      await workspace.inAgency(releaseLetters)
      assert.deepEqual(
        (await workspace.alerts()).map(({ state }) => state),
        ['sending']
      )

      await workspace.inAgency(() =>
        unitSql(`update search_alerts set settled_at = now() - interval '61 minutes'`)
      )
      await morning()
      await settled()
      await morning()
      assert.lengthOf(await workspace.letters(), 1)
    })

  test('are not written where the reason is {because}, and say so')
    .with([
      {
        because: 'refused',
        change: `update contacts set consent = '{"email":{"state":"refused","at":null,"how":null}}'`,
      },
      { because: 'no_email', change: 'delete from contact_points' },
      { because: 'gone', change: 'update contacts set deleted_at = now()' },
      { because: 'over', change: `update listings set status = 'paused'` },
    ])
    .run(async ({ assert, cleanup }, { because, change }) => {
      await workspace.givenClient('ann@sea.example')
      await workspace.givenSearch({ contactEmail: 'ann@sea.example' })
      await workspace.givenListing()
      await workspace.match()
      await workspace.inAgency(() => unitSql(change))
      await startWorker(cleanup)
      await tell({ frequency: 'instant' })
      await settled()
      assert.deepEqual(
        (await workspace.alerts()).map((alert) => [alert.state, alert.because]),
        [['suppressed', because]]
      )
      assert.deepEqual(await workspace.letters(), [])
    })

  test('hold back what a colleague may no longer see', async ({ assert, cleanup }) => {
    await workspace.givenSearch()
    await workspace.givenListing({ agent: 'senior_agent' })
    await workspace.match()
    await workspace.givenReach('principal', 'listings.view', 'own')
    await startWorker(cleanup)
    await tell({ frequency: 'instant' })
    await settled()
    assert.equal((await workspace.alerts())[0].because, 'out_of_reach')
  })

  test('go out when somebody asks for them now, to a client without links inside or a hidden address', async ({
    client,
    assert,
    cleanup,
  }) => {
    await startWorker(cleanup)
    await workspace.givenClient('ann@sea.example')
    const search = await workspace.givenSearch({
      contactEmail: 'ann@sea.example',
      frequency: 'off',
    })
    await workspace.givenListing({ title: 'Loft at 5 Pine St', facts: { hidesAddress: true } })
    const send = () =>
      workspace.as('principal', client.post(`/app/listings/searches/${search.id}/sending`))
    await send()
    await settled()
    await send()
    const letters = await workspace.letters()
    assert.lengthOf(letters, 1)
    assert.equal(letters[0].recipient, 'ann@sea.example')
    assert.notInclude(letters[0].html, '/app/listings')
    assert.include(letters[0].html, 'Loft at Ballard')
    assert.notMatch(letters[0].html, /pine/i)
    const page = await workspace.as('principal', client.get(`/app/listings/searches/${search.id}`))
    assert.include(page.text(), 'Loft at 5 Pine St')
    assert.include(page.text(), 'Sent')
  })
})

test.group('The link in a letter', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(() => workspace.open())

  test('pauses the search with one post, without signing in or a form', async ({
    client,
    assert,
  }) => {
    const search = await workspace.givenSearch()
    const path = `/unsubscribe/${pauseToken(search.id)}`
    const page = await workspace.asNobody(client.get(path))
    assert.include(page.text(), 'By the sea')
    assert.equal((await workspace.search())!.frequency, 'instant')

    const click = client.post(path).form({ 'List-Unsubscribe': 'One-Click' })
    const response = await workspace.asNobody(click)
    assert.equal(response.status(), 200)
    assert.equal((await workspace.search())!.frequency, 'off')
  })

  test('is worth nothing when it is not ours, elsewhere, or where listings are off', async ({
    client,
  }) => {
    const search = await workspace.givenSearch()
    const path = `/unsubscribe/${pauseToken(search.id)}`
    for (const bent of ['/unsubscribe/x', `${path}x`, `/unsubscribe/${search.id}`])
      (await workspace.asNobody(client.post(bent))).assertStatus(404)
    const elsewhere = client.post(path).header('host', workspace.neighbour.host).redirects(0)
    ;(await elsewhere).assertStatus(404)
    await workspace.agency.switchModule('listings', 'off')
    ;(await workspace.asNobody(client.post(path))).assertStatus(404)
  })
})
