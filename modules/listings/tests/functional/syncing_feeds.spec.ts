import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { SyncSteps } from '../../feeds/sync_steps.ts'
import { FeedWorkspace, aRecord, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

test.group('Syncing a feed', (group) => {
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

  test('brings what the server has, by the names of the data dictionary', async ({ assert }) => {
    const agent = workspace.agency.email('senior_agent')
    server.records = [
      aRecord(1, { ListAgentEmail: agent.toUpperCase() }),
      aRecord(2, {
        PropertyType: 'ResidentialLease',
        PropertySubType: 'Condominium',
        ListPrice: 3200,
        LeaseAmount: 3250,
        LeaseAmountFrequency: 'Monthly',
        UnitNumber: '4B',
        InternetEntireListingDisplayYN: false,
      }),
      aRecord(3, { StandardStatus: 'Closed', CloseDate: '2026-02-20', ClosePrice: 498_500 }),
      aRecord(4, { StandardStatus: 'ActiveUnderContract' }),
      aRecord(5, { StandardStatus: 'Delete' }),
    ]
    const feed = await workspace.givenFeed()

    const work = await workspace.sync(feed)

    assert.equal(work.state, 'done', JSON.stringify(work.error))
    assert.containSubset(work.counts, { created: 4 })
    const stock = await workspace.rowsOf(
      `select l.deal_type, p.type, l.price_minor, l.rent_period, l.status, l.visibility, l.closed_on, l.closed_price_minor,
              l.authority_from, l.authority_until, p.size_value, p.size_unit, p.plot_value, p.baths, p.address, p.features,
              l.feed_id = (select id from listing_feeds) as is_fed, l.owner_id is not null as is_somebodys
         from listings l join properties p on p.id = l.property_id order by l.external_id`
    )
    assert.containSubset(stock, [
      {
        deal_type: 'sale',
        type: 'house',
        price_minor: 50_100_000,
        status: 'active',
        visibility: 'public',
        authority_from: '2026-02-01',
        authority_until: '2027-02-01',
        size_value: 1201,
        size_unit: 'sqft',
        plot_value: 4000,
        baths: 1.75,
        features: ['fireplace'],
        is_fed: true,
        is_somebodys: true,
      },
      {
        deal_type: 'rent',
        type: 'apartment',
        price_minor: 325_000,
        rent_period: 'month',
        visibility: 'private',
        is_somebodys: false,
      },
      { status: 'closed', closed_on: '2026-02-20', closed_price_minor: 49_850_000 },
      { status: 'under_offer' },
    ])
    assert.deepInclude(stock[1].address as object, { line: '102 NW Leary St', unit: '4B' })
  })

  test('asks by the time of the last change, and changes nothing the second time', async ({
    assert,
  }) => {
    server.records = records(5)
    const feed = await workspace.givenFeed({ filter: "City eq 'Seattle' or City eq 'Bellevue'" })
    await workspace.sync(feed)
    const before = await workspace.rowsOf(
      'select id, version, updated_at from listings order by id'
    )
    server.heard = []

    const again = await workspace.sync(feed)

    assert.deepEqual(again.counts, {})
    assert.match(
      server.heard[0],
      /^\$filter=ModificationTimestamp ge 2026-03-01T10:00:05.120Z and \(City eq 'Seattle' or/
    )
    assert.deepEqual(
      await workspace.rowsOf('select id, version, updated_at from listings order by id'),
      before
    )
  })

  test('takes what has changed, and leaves what an agent keeps', async ({ assert }) => {
    server.records = records(2)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    await workspace.inUnit(() =>
      unitSql(
        `update listings set title = 'By hand', price_minor = 111, locked_fields = '{price}' where external_id = 'NWM1000001'`
      )
    )
    server.change(
      'NWM1000001',
      { ListPrice: 1, BedroomsTotal: 7, StandardStatus: 'Pending' },
      '2026-03-02T08:00:00Z'
    )

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1 })
    assert.containSubset(await workspace.stock(), [
      { title: 'By hand', price_minor: 111, beds: 7, status: 'under_offer' },
    ])
  })

  test('counts a listing as changed that only took a step', async ({ assert }) => {
    server.records = records(1)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    server.change('NWM1000001', { StandardStatus: 'Hold' }, '2026-03-02T08:00:00Z')

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 1 })
    assert.containSubset(await workspace.stock(), [{ status: 'paused' }])
  })

  test('loses none of many that changed in the same instant', async ({ assert }) => {
    server.records = Array.from({ length: 450 }, (_, index) =>
      aRecord(index, { ModificationTimestamp: '2026-03-01T10:00:00Z' })
    )
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    assert.lengthOf(await workspace.stock(), 450)

    server.most = 70
    server.records.push(...records(3).map((one) => ({ ...one, ListingKey: `${one.ListingKey}X` })))
    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { created: 3 })
  }).timeout(60_000)

  test('misses nothing that changes while it is read', async ({ assert }) => {
    server.records = records(250)
    const feed = await workspace.givenFeed()
    let pages = 0
    server.before = () => {
      if (++pages !== 2) return
      for (let number = 1; number <= 50; number++)
        server.change(`NWM${1_000_000 + number}`, { ListPrice: 1e6 }, '2026-04-01T10:00:00Z')
    }

    await workspace.sync(feed)

    const stock = await workspace.stock()
    assert.lengthOf(stock, 250)
    assert.lengthOf(
      stock.filter(({ price_minor: price }) => price === 1e8),
      50
    )
  }).timeout(60_000)

  test('goes on where it was killed', async ({ assert }) => {
    server.records = records(450)
    const feed = await workspace.givenFeed()
    const work = await workspace.requested(feed, 'sync')
    await workspace.killedAt(work, 4)
    const half = (await workspace.stock()).length
    server.heard = []

    await workspace.carryOut(work, (run) => new SyncSteps(run))

    assert.isAbove(half, 0)
    assert.isBelow(half, 450)
    assert.lengthOf(await workspace.stock(), 450)
    assert.match(server.heard[0], /ModificationTimestamp ge 2026-03-01T10:0[36]/)
  }).timeout(60_000)

  test('withdraws what is deleted there, and what is no longer there at all', async ({
    assert,
  }) => {
    server.records = records(4)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    server.records = server.records.filter(({ ListingKey: key }) => key !== 'NWM1000002')
    server.records[0] = {
      ListingKey: 'NWM1000001',
      ModificationTimestamp: '2026-03-05T10:00:00Z',
      StandardStatus: 'Delete',
    }

    const work = await workspace.sync(feed)
    const again = await workspace.sync(feed)

    assert.deepEqual(work.counts, { updated: 2 })
    assert.deepEqual(again.counts, {})
    assert.deepEqual(
      (await workspace.rowsOf('select status from listings order by external_id')).map(
        ({ status }) => status
      ),
      ['withdrawn', 'withdrawn', 'active', 'active']
    )
  })

  test('does not believe a server that suddenly lacks most of its listings', async ({ assert }) => {
    server.records = records(30)
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    server.records = server.records.slice(0, 5)

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { waiting: 25 })
    assert.lengthOf(
      (await workspace.stock()).filter(({ status }) => status === 'withdrawn'),
      0
    )
  })

  test('says what it does not understand, and takes the rest', async ({ assert }) => {
    server.records = [
      aRecord(1, { PropertySubType: 'Houseboat', StandardStatus: 'Teleported' }),
      aRecord(2, { StreetName: null, Latitude: null, Longitude: null }),
    ]
    const feed = await workspace.givenFeed()

    const work = await workspace.sync(feed)

    assert.deepEqual(work.counts, { created: 1, warned: 1, refused: 1 })
    const rows = await workspace.rowsOf<{ problems: { key: string; column: string }[] }>(
      'select problems from listing_import_rows order by line'
    )
    assert.deepEqual(
      rows.flatMap(({ problems }) => problems.map(({ key }) => key.split('.').at(-1))),
      ['type_unknown', 'status_unknown', 'nothing']
    )
  })

  test('queues the photos in the order of the server', async ({ assert }) => {
    server.records = [
      aRecord(1, {
        Media: [
          { MediaURL: 'https://media.example.com/2.jpg', Order: 2, MediaCategory: 'Photo' },
          { MediaURL: 'https://media.example.com/1.jpg', Order: 1, MediaCategory: 'Photo' },
          {
            MediaURL: 'https://media.example.com/tour',
            Order: 0,
            MediaCategory: 'Unbranded Virtual Tour',
          },
        ],
      }),
    ]
    await workspace.sync(await workspace.givenFeed())

    assert.deepEqual(
      await workspace.rowsOf('select url from listing_photo_sources order by position'),
      [{ url: 'https://media.example.com/1.jpg' }, { url: 'https://media.example.com/2.jpg' }]
    )
  })

  test('brings nothing twice when two run at once', async ({ assert }) => {
    server.records = records(30)
    const feed = await workspace.givenFeed()
    const work = await workspace.requested(feed, 'sync')

    await assert.rejects(() => workspace.requested(feed, 'sync'), 'under_way')
    await Promise.all([
      workspace.carryOut(work, (run) => new SyncSteps(run)),
      workspace.carryOut(work, (run) => new SyncSteps(run)),
    ])

    assert.lengthOf(await workspace.stock(), 30)
  })
})
