import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { countedQueries } from '#tests/support/counted_queries'
import { Visitor } from '#tests/support/visitor'
import { listingPath } from '../../presenters/site/site_links.ts'
import { ListingsWorkspace } from '../workspace.ts'

const rented = { dealType: 'rent', rentPeriod: 'month', priceMinor: 150_000 } as const
const deletedAt = DateTime.utc()
const OFF_THE_MARKET = [
  ...(['draft', 'pending_review', 'paused', 'closed', 'expired', 'withdrawn'] as const),
]

test.group("An agency's public site", (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const visitor = () => new Visitor(workspace.agency.host)

  test('begins with the newest listings, the areas, and a box for plain words', async ({
    assert,
  }) => {
    await workspace.givenListing({ title: 'House on the hill' })
    await workspace.givenListing({ title: 'Flat by the sea', facts: rented })

    const { status, words, text } = await visitor().get('/')

    assert.equal(status, 200)
    for (const said of ['Agency north', 'House on the hill', '$750,000', 'One to rent', 'Ballard'])
      assert.include(words, said)
    assert.include(words, 'Staff sign-in')
    assert.match(text, /<meta name="description" content="2 properties for sale/)
    assert.include(text, '--brand:')
    assert.notMatch(text, /<script(?! type="application\/ld\+json")/)
  })

  test('says so where nothing is on the market', async ({ assert }) => {
    for (const path of ['/', '/listings', '/agents', '/sitemap.xml'])
      assert.equal((await visitor().get(path)).status, 200, path)
    assert.include((await visitor().get('/')).words, 'Nothing is on the market just now')
  })

  test('shows what is on the market for everybody, and nothing else', async ({ assert }) => {
    const shown = await workspace.givenListing({ title: 'For all' })
    const offered = await workspace.givenListing({ title: 'Almost gone', status: 'under_offer' })
    const kept = [
      await workspace.givenListing({ title: 'Secret 1', facts: { visibility: 'private' } }),
      await workspace.givenListing({ title: 'Secret 2', facts: { visibility: 'exclusive' } }),
    ]
    for (const status of OFF_THE_MARKET)
      kept.push(await workspace.givenListing({ title: `Secret ${status}`, status }))
    kept.push(await workspace.givenListing({ title: 'Secret 3', facts: { deletedAt } }))

    const person = visitor()
    assert.include((await person.get('/listings')).words, '2 properties')
    for (const path of ['/', '/listings', '/sitemap.xml', '/agents'])
      assert.notInclude((await person.get(path)).text, 'Secret', path)
    for (const listing of kept)
      assert.equal((await person.get(listingPath(listing))).status, 404, listing.title)
    for (const listing of [shown, offered])
      assert.equal((await person.get(listingPath(listing))).status, 200, listing.title)
  })

  test('cannot be asked for what only the agency knows', async ({ assert }) => {
    const owner = await workspace.givenContact('Ann Lee')
    await workspace.givenListing({
      facts: { tagNames: ['Divorce'], custom: { key: 'secret' } },
      property: { ownerContactId: owner.id },
    })
    const person = visitor()
    for (const asked of [
      `owner=${owner.id}`,
      'tag=Divorce',
      'status=draft',
      'visibility=private',
      'currency=EUR',
    ])
      assert.include((await person.get(`/listings?${asked}&custom.key=no`)).words, 'One property')
    for (const asked of ['q=Pine&read=yes', 'q=5+pine+st&read=yes'])
      assert.include((await person.get(`/listings?${asked}`)).words, 'No property matches', asked)
  })

  test("does not show another agency's listing", async ({ assert }) => {
    const listing = await workspace.givenListing()
    const stranger = new Visitor(workspace.neighbour.host)

    assert.equal((await stranger.get(listingPath(listing))).status, 404)
    assert.notInclude((await stranger.get('/listings')).text, 'House on the hill')
  })

  test('does not exist where listings are off: the address leads to the workspace', async ({
    assert,
  }) => {
    const listing = await workspace.givenListing()
    await workspace.agency.switchModule('listings', 'off')
    const person = visitor()

    assert.equal((await person.get('/')).location, '/app')
    for (const path of ['/listings', listingPath(listing), '/agents', '/sitemap.xml'])
      assert.equal((await person.get(path)).status, 404, path)
    assert.notInclude((await person.get('/robots.txt')).text, 'Sitemap')
  })

  test('is closed with its agency, and not there at the apex', async ({ assert }) => {
    for (const path of ['/listings', '/agents', '/sitemap.xml'])
      assert.equal((await new Visitor('freehold.localhost').get(path)).status, 404, path)
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    for (const path of ['/', '/listings', '/agents'])
      assert.equal((await visitor().get(path)).status, 423, path)
    await workspace.agency.fleet('resume')
  })

  test('understands plain words, and shows each as a chip that can be taken away', async ({
    assert,
  }) => {
    await workspace.givenListing()
    const person = visitor()

    const said = await person.get('/listings?q=3+bedroom+house+in+Ballard+under+900k')
    assert.equal(said.status, 302)
    assert.deepInclude(Object.fromEntries(new URLSearchParams(said.location!.split('?')[1])), {
      types: 'house',
      beds_min: '3',
      beds_max: '3',
      price_max: '900000',
      currency: 'USD',
    })

    const found = await person.get(said.location!)
    assert.include(found.words, 'One property')
    assert.include(found.words, 'House on the hill')
    assert.include(found.text, 'Remove')
    assert.include(found.words, 'Price up to $900,000')
  })

  test('keeps the words that no filter says, and does not read them twice', async ({ assert }) => {
    await workspace.givenListing({ title: 'Penthouse with a turret' })
    const person = visitor()

    const { location } = await person.get('/listings?q=house+under+900k+turret')
    assert.include(location!, 'q=turret&read=yes')
    const again = await person.get(location!)
    assert.equal(again.status, 200)
    assert.include((await person.get('/listings?q=castle')).words, 'No property matches')
  })

  test('says which chip to drop where nothing matches', async ({ assert }) => {
    await workspace.givenListing()
    await workspace.givenListing({ title: 'Another', property: { type: 'villa' } })

    const { words, text } = await visitor().get('/listings?types=house&beds_min=9')

    assert.include(words, 'No property matches everything')
    assert.include(words, 'Without “Bedrooms: 9 or more”: one property')
    assert.include(text, 'href="/listings?types=house"')
  })

  test('sorts and pages, and answers nonsense with the list', async ({ assert }) => {
    await workspace.givenListings(30)
    const person = visitor()

    const first = await person.get('/listings?sort=price')
    assert.include(first.words, '30 properties')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)![1].replaceAll('&amp;', '&')
    const second = await person.get(next)
    assert.include(second.words, '25')
    assert.equal((second.text.match(/class="site-card"/g) ?? []).length, 6)
    for (const asked of [
      'sort=nonsense&after=x&beds_min=a',
      'price_max=%00&q=%25_',
      'types[]=house',
      'q[a]=b',
      'agent=me',
      `q=${'x'.repeat(3000)}`,
    ])
      assert.include([200, 302], (await person.get(`/listings?${asked}`)).status, asked)
  })

  test('asks the database no more for many listings than for few', async ({ assert }) => {
    const listing = await workspace.givenListing()
    const person = visitor()
    const paths = ['/', '/listings?types=house', listingPath(listing), '/agents', '/sitemap.xml']
    const few: number[] = []
    for (const path of paths) few.push((await countedQueries(() => person.get(path))).length)
    await workspace.givenListings(30)
    for (const [index, path] of paths.entries()) {
      const { length } = await countedQueries(() => person.get(path))
      assert.isAtMost(length, few[index], path)
      assert.isAtMost(length, 10, path)
    }
  })

  test('stores nothing when it is only looked at', async ({ assert }) => {
    const listing = await workspace.givenListing()
    const before = await workspace.agency.fingerprint()
    const person = visitor()
    for (const path of ['/', '/listings', listingPath(listing), '/agents', '/robots.txt'])
      await person.get(`${path}?utm_source=paper`)
    assert.equal(await workspace.agency.fingerprint(), before)
  })
})
