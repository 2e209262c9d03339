import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Visitor } from '#tests/support/visitor'
import { listingPath } from '../../presenters/site/site_links.ts'
import { MediaWorkspace } from '../media_workspace.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group("A listing's public page", (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const visitor = () => new Visitor(workspace.agency.host)

  test('says what it is, who looks after it, and what is like it', async ({ assert }) => {
    const listing = await workspace.givenListing({
      facts: { description: 'Old beams.\n\nA new roof.' },
    })
    await workspace.givenListing({ title: 'Its neighbour', facts: { priceMinor: 80_000_000 } })
    await workspace.givenListing({ title: 'Far too dear', facts: { priceMinor: 990_000_000 } })

    const { words, text } = await visitor().get(listingPath(listing))

    for (const said of ['$750,000', 'Ballard, Seattle', '1,800 sq ft', 'Old beams.', 'Garage'])
      assert.include(words, said)
    assert.include(words, 'Person principal')
    assert.include(words, 'Its neighbour')
    assert.notInclude(words, 'Far too dear')
    assert.include(words, 'is the median of')
    assert.include(text, 'openstreetmap.org/?mlat=47.660')
    assert.include(text, `<link rel="canonical" href="http`)
    assert.include(text, `<meta property="og:title" content="House on the hill · Agency north">`)
  })

  test('tells search engines what it is, whatever its words are', async ({ assert }) => {
    const title = '</script><script>alert(1)</script> & “Ann”'
    const listing = await workspace.givenListing({ title })

    const { text } = await visitor().get(listingPath(listing))

    const [, json] = /<script type="application\/ld\+json" nonce="[^"]{16,}">(.*?)<\/script>/.exec(
      text
    )!
    const data = JSON.parse(json)
    assert.equal(data.name, title)
    assert.equal(data['@type'], 'RealEstateListing')
    assert.deepInclude(data.offers, { price: '750000.00', priceCurrency: 'USD' })
    assert.notInclude(json, 'null')
    assert.equal(data.about.numberOfBedrooms, 3)
    assert.notInclude(text, '<script>alert')
  })

  test('says nothing of its owner, nor to which door one would go', async ({ assert }) => {
    const owner = await workspace.givenContact('Ruto Moyo')
    const listing = await workspace.givenListing({ property: { ownerContactId: owner.id } })

    const { text } = await visitor().get(listingPath(listing))

    for (const secret of ['Ruto', owner.id, 'Pine St', listing.id]) assert.notInclude(text, secret)
  })

  test('has one address, to which older ones lead', async ({ assert }) => {
    const listing = await workspace.givenListing({ title: 'Été à la mer: 3 % off?' })
    const path = listingPath(listing)

    assert.equal(path, `/listings/${listing.reference}-ete-a-la-mer-3-off`)
    for (const old of [listing.reference, `${listing.reference}-what-it-was`]) {
      const { status, location } = await visitor().get(`/listings/${old}`)
      assert.deepEqual([status, location], [301, path])
    }
    for (const none of ['L-99999', `x${listing.reference}`, '%00', '-', 'a'.repeat(2000)])
      assert.equal((await visitor().get(`/listings/${none}`)).status, 404, none)
  })

  test('is over when it is sold: it says so, and shows what is like it', async ({ assert }) => {
    const activatedAt = DateTime.now()
    const sold = (title: string, facts = {}) =>
      workspace.givenListing({ title, status: 'closed', facts: { activatedAt, ...facts } })
    const listing = await sold('House on the hill')
    const secret = await sold('For friends', { visibility: 'private' })
    await workspace.givenListing({ title: 'Its neighbour' })

    const { status, words, text } = await visitor().get(listingPath(listing))

    assert.equal(status, 410)
    assert.include(words, 'No longer on the market')
    assert.include(words, 'Its neighbour')
    assert.notInclude(words, 'House on the hill')
    assert.include(text, 'noindex')
    assert.equal((await visitor().get(listingPath(secret))).status, 404)
  })

  test('does not name those who are no agents, or are gone', async ({ assert }) => {
    const listing = await workspace.givenListing({ agent: 'collections_manager' })

    assert.notInclude((await visitor().get(listingPath(listing))).words, 'Person')
    assert.notInclude((await visitor().get('/agents')).words, 'Person')
  })
})

test.group('What search engines are told', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is a list of all public pages, on the canonical host', async ({ assert }) => {
    const listing = await workspace.givenListing({ title: 'A & B' })
    const { text, headers } = await new Visitor(workspace.agency.host).get('/sitemap.xml')

    assert.include(headers['content-type'], 'application/xml')
    assert.include(text, `${workspace.agency.host}${listingPath(listing)}</loc>`)
    assert.match(text, /^<\?xml/)
  })

  test('is on each host what may be read there', async ({ assert }) => {
    const own = await new Visitor(workspace.agency.host).get('/robots.txt')
    const apex = await new Visitor('freehold.localhost').get('/robots.txt')

    assert.include(own.text, 'Disallow: /app')
    assert.include(own.text, `${workspace.agency.host}/sitemap.xml`)
    assert.equal(apex.status, 200)
    assert.notInclude(apex.text, 'Sitemap')
  })
})

test.group('The agents on the site', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('are those with public listings, each with theirs', async ({ assert }) => {
    await workspace.givenListing({ agent: 'senior_agent' })
    await workspace.givenListing({ agent: 'senior_agent', title: 'Of hers, too' })
    await workspace.givenListing({ title: 'Of another' })
    await workspace.givenListing({ agent: 'junior_agent', status: 'draft' })
    const person = new Visitor(workspace.agency.host)

    const { words, text } = await person.get('/agents')
    assert.match(words, /Person senior_agent 2 properties/)
    assert.notInclude(words, 'junior_agent')
    const [, theirs] = /href="(\/listings\?agent=[^"]+)"/.exec(text)!
    const list = await person.get(theirs)
    assert.include(list.words, 'Of hers, too')
    assert.notInclude(list.words, 'Of another')
  })
})

test.group('A listing whose address may not be shown', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  const address = { line: '123 Pine (North) St.', city: 'Seattle', state: 'WA', postcode: '98107' }
  const hidden = (title: string, facts = {}) =>
    workspace.givenListing({
      title,
      facts: { hidesAddress: true, ...facts },
      property: { address },
    })

  test('names its locality wherever its words name the street', async ({ assert }) => {
    const listing = await hidden('Loft at 123 pine (north) st. by the park', {
      description: 'On Pine (North) St. since 1908. See 123 PINE (NORTH) ST. on a sunny day.',
    })
    await workspace.givenListing({ title: 'Its neighbour' })
    for (const caption of ['Front of 123 Pine (North) St.', 'The stove'])
      await workspace.givenMedium(listing, { caption })
    await workspace.givenMedium(listing, { kind: 'floorplan', name: '123 Pine.pdf' })
    const person = new Visitor(workspace.agency.host)
    const path = `/listings/${listing.reference}-loft-at-ballard-by-the-park`

    const page = await person.get(path)

    assert.equal(page.status, 200)
    assert.include(page.words, 'Loft at Ballard by the park')
    assert.include(page.words, 'On Ballard since 1908. See Ballard on a sunny day.')
    assert.include(page.text, 'The stove')
    assert.notInclude(page.text, 'openstreetmap')
    for (const at of [path, '/', '/listings', '/sitemap.xml'])
      assert.notMatch((await person.get(at)).text, /\bpine/i, at)
    assert.include((await person.get('/sitemap.xml')).text, path)
    assert.equal((await person.get(listingPath(listing))).location, path)
  })

  test('is not found by its street, and by its other words', async ({ assert }) => {
    await hidden('Loft at 123 Pine (North) St.')
    const person = new Visitor(workspace.agency.host)

    for (const word of ['pine', '123'])
      assert.include(
        (await person.get(`/listings?q=${word}&read=yes`)).words,
        'No property matches'
      )
    assert.include((await person.get('/listings?q=loft&read=yes')).words, 'One property')
  })

  test('is called as it is where nothing names the street, or nothing is known of it', async ({
    assert,
  }) => {
    await hidden('House on the hill')
    await workspace.givenListing({
      title: 'Without any address',
      facts: { hidesAddress: true },
      property: { address: {} },
    })
    await workspace.givenListing({ title: 'Loft at 5 Pine St' })
    const { words } = await new Visitor(workspace.agency.host).get('/listings')

    for (const title of ['House on the hill', 'Without any address', 'Loft at 5 Pine St'])
      assert.include(words, title)
  })
})
