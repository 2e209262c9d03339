import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { ListingsWorkspace } from '../workspace.ts'

/** The titles in the list, from the top down. */
function titlesIn(html: string): string[] {
  return [...html.matchAll(/<span class="truncate">([^<]*)<\/span>/g)].map(([, title]) => title)
}

function nextPageIn(html: string, rel: 'next' | 'prev'): string | null {
  const href = new RegExp(`rel="${rel}" href="([^"]*)"`).exec(html)?.[1]
  return href ? href.replaceAll('&amp;', '&') : null
}

test.group('The list of listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is walked through in the order {sort}, every listing once, and back again')
    .with(
      ['', 'created', 'title', 'price', 'size', 'quality', 'authority', 'agent']
        .flatMap((sort) => (sort === '' ? [sort] : [sort, `-${sort}`]))
        .map((sort) => ({ sort }))
    )
    .run(async ({ client, assert }, { sort }) => {
      await workspace.givenListings(60)
      const seen: string[][] = []
      let address: string | null = `/app/listings?sort=${sort}`
      let last = ''
      while (address) {
        const response = await workspace.as('principal', client.get(address))
        seen.push(titlesIn(response.text()))
        last = address
        address = nextPageIn(response.text(), 'next')
      }

      assert.deepEqual(
        seen.map((titles) => titles.length),
        [25, 25, 10]
      )
      assert.lengthOf(new Set(seen.flat()), 60)
      const third = await workspace.as('principal', client.get(last))
      const second = await workspace.as('principal', client.get(nextPageIn(third.text(), 'prev')!))
      assert.deepEqual(titlesIn(second.text()), seen[1])
      assert.match(second.text(), /26.50 of 60/)
    })

  test('is narrowed by {query}')
    .with([
      { query: 'q=hill' },
      { query: 'q=pine+house' },
      { query: 'q=L-00001' },
      { query: 'deal_type=sale&types=house,land' },
      { query: 'price_min=700k&price_max=$1m' },
      { query: 'beds_min=3&beds_max=3&baths_min=2' },
      { query: 'size_min=1,700&size_max=1900' },
      { query: 'localities=ballard,Nowhere' },
      { query: 'localities=98107' },
      { query: 'city=Seattle&status=active,paused' },
      { query: 'features=garage,garden' },
      { query: 'agent=me' },
      { query: 'visibility=public' },
      { query: 'tag=Sea' },
      { query: 'stale=yes' },
      { query: 'authority=14' },
      { query: 'custom.view=lake' },
    ])
    .run(async ({ client, assert }, { query }) => {
      await workspace.givenListing({ ...found })
      await workspace.givenListing({ ...other })

      const response = await workspace.as('principal', client.get(`/app/listings?${query}`))

      assert.deepEqual(titlesIn(response.text()), ['House on the hill'])
    })

  test('does not stumble over an address that makes no sense: {address}')
    .with([
      { address: '?after=nonsense' },
      { address: `?sort=price&after=${cursor('much')}` },
      { address: `?sort=size&after=${cursor('1e99')}` },
      { address: `?sort=authority&after=${cursor('2026-99-99x')}` },
      { address: '?sort=constructor' },
      { address: '?agent=x&team=x&types=castle&price_min=lots&beds_min=-1&size_max=big' },
      { address: '?q[]=a&features[x]=y&cols[a]=b&status[]=deleted' },
      { address: '?authority=soon&stale=perhaps&category=x&owner=y&rent_period=z' },
      { address: '?custom.budget=1&custom.__proto__=2&q=%00&localities=,,,' },
      { address: '?beds_min=99999999999&size_min=999999999&quality_max=1e9' },
      { address: '?open=../../x&as=everything&view=cinema' },
    ])
    .run(async ({ client }, { address }) => {
      await workspace.givenListings(2)

      const response = await workspace.as('principal', client.get(`/app/listings${address}`))

      response.assertStatus(200)
    })

  test('looks like cards where one wants to see them', async ({ client, assert }) => {
    await workspace.givenListing()

    const response = await workspace.as('principal', client.get('/app/listings?view=gallery'))

    assert.include(response.text(), 'gallery-card')
    assert.include(response.text(), '$750,000')
    assert.include(response.text(), '3 beds')
    assert.notInclude(response.text(), '<table')
  })

  test('shows all by which it can be narrowed', async ({ client, assert }) => {
    await workspace.givenListing()
    await workspace.givenCategory('New developments')

    const menu = await workspace.asFragment(
      'principal',
      client.get('/app/listings?as=filters&types=house')
    )
    const page = await workspace.as('principal', client.get('/app/listings?as=filter~localities'))

    assert.include(menu.text(), 'New developments')
    assert.include(menu.text(), 'types=house%2Capartment')
    assert.include(page.text(), 'href="/app/listings?localities=Ballard"')
  })

  test('costs as many statements for 25 listings as for one', async ({ client, assert }) => {
    const list = () => workspace.as('principal', client.get('/app/listings?cols=tags&cols=agent'))
    const ownStatements = async () =>
      (await countedQueries(list)).filter((sql) => /listing|propert|tag|timeline/.test(sql))
    await workspace.givenListings(1)
    const forOne = await ownStatements()
    await workspace.givenListings(0)
    await workspace.givenListing()
    const forAll = await ownStatements()

    assert.deepEqual(forAll, forOne)
    assert.lengthOf(forAll, 1, forAll.join('\n'))
  })

  test('says what belongs here while there is nothing yet', async ({ client, assert }) => {
    const empty = await workspace.as('principal', client.get('/app/listings'))
    const filtered = await workspace.as('principal', client.get('/app/listings?q=castle'))

    assert.include(empty.text(), 'No listings yet')
    assert.include(filtered.text(), 'Nothing matches')
  })

  test('is forbidden to those who may not see listings', async ({ client }) => {
    await workspace.givenReach('marketing', 'listings.view', 'none')

    const response = await workspace.as('marketing', client.get('/app/listings'))

    response.assertStatus(403)
  })

  test('shows nothing of another agency', async ({ client, assert }) => {
    await workspace.givenListing({ title: 'Only ours' })

    const response = await workspace.asStranger(client.get('/app/listings'))

    response.assertStatus(200)
    assert.notInclude(response.text(), 'Only ours')
  })

  test('is not there while the module is off', async ({ client }) => {
    await workspace.agency.switchModule('listings', 'off')

    const response = await workspace.as('principal', client.get('/app/listings'))

    response.assertStatus(404)
  })
})

const found = {
  facts: {
    tagNames: ['Sea'],
    freshUntil: '2026-01-01',
    authorityUntil: '2026-02-01',
    custom: { view: 'lake' },
  },
}

const other = {
  title: 'Flat down town',
  status: 'withdrawn' as const,
  agent: null,
  facts: {
    dealType: 'rent' as const,
    rentPeriod: 'month' as const,
    priceMinor: 200_000,
    visibility: 'private' as const,
  },
  property: {
    type: 'apartment' as const,
    address: { line: '9 Oak Ave', city: 'Tacoma' },
    city: 'Tacoma',
    locality: 'Proctor',
    sizeValue: 700,
    beds: 1,
    baths: 1,
    features: ['lift'],
  },
}

function cursor(key: string): string {
  const id = '01976f00-0000-7000-8000-000000000000'
  return Buffer.from(JSON.stringify([key, id, 3])).toString('base64url')
}
