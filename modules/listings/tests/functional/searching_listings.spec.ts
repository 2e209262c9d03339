import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { countedQueries } from '#tests/support/counted_queries'
import { filterCounts } from '../../queries/filter_counts.ts'
import { listRequest } from '../../queries/listing_list.ts'
import { currentActor } from '#kernel/tenancy/tenancy'
import { ListingsWorkspace } from '../workspace.ts'

function titlesIn(html: string): string[] {
  return [...html.matchAll(/<span class="truncate">([^<]*)<\/span>/g)].map(([, title]) => title)
}

test.group('Searching listings in plain words', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('finds what was meant, and shows it as chips that can be taken away', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing({ title: 'Wanted' })
    await workspace.givenListing({ title: 'Too dear', facts: { priceMinor: 95_000_000 } })
    await workspace.givenListing({ title: 'Elsewhere', property: { locality: 'Fremont' } })

    const words = '3 bed house in Ballrd under 900k'
    const response = await workspace.as('principal', client.get('/app/listings').qs({ q: words }))

    const html = response.text()
    assert.deepEqual(titlesIn(html), ['Wanted'])
    assert.include(html, '<span class="muted">Bedrooms</span> 3</summary>')
    assert.include(html, 'up to $900,000')
    assert.match(
      html,
      /href="\/app\/listings\?[^"]*beds_min=3[^"]*"[^>]*aria-label="Remove filter: Price"/
    )
    assert.notInclude(html, `value="${words}"`)
  })

  test('keeps the words in the box while somebody types', async ({ client, assert }) => {
    await workspace.givenListing()
    const request = client.get('/app/listings').qs({ q: '3 bed', status: 'active' })
    const html = (await workspace.asFragment('principal', request)).text()
    assert.include(html, 'value="3 bed"')
    assert.include(html, 'hx-get="/app/listings?status=active"')
    assert.include(html, 'q=%223+bed%22')
  })

  test('takes words in quotes as they are', async ({ client, assert }) => {
    await workspace.givenListing({ title: 'The 3 bed wonder', property: { beds: 5 } })
    const request = client.get('/app/listings').qs({ q: '"3 bed"' })
    assert.deepEqual(titlesIn((await workspace.as('principal', request)).text()), [
      'The 3 bed wonder',
    ])
  })

  test('lets filters win over words', async ({ client, assert }) => {
    await workspace.givenListing({ title: 'Big', property: { beds: 5 } })
    await workspace.givenListing({ title: 'Small' })
    const request = client.get('/app/listings').qs({ q: '3 bed', beds_min: '4' })
    assert.deepEqual(titlesIn((await workspace.as('principal', request)).text()), ['Big'])
  })

  test('forgives slips of the finger in title, address and description: {words}')
    .with([{ words: 'lighthose' }, { words: 'Rosewod' }, { words: 'kitchn' }])
    .run(async ({ client, assert }, { words }) => {
      await workspace.givenListing({
        title: 'Lighthouse',
        facts: { description: 'With a large kitchen' },
        property: { address: { line: '4 Rosewood Lane' } },
      })
      await workspace.givenListing({ title: 'Another' })
      const request = client.get('/app/listings').qs({ q: `"${words}"` })
      assert.deepEqual(titlesIn((await workspace.as('principal', request)).text()), ['Lighthouse'])
    })
})

test.group('Searching listings by where they are', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('finds {query}, the nearest first')
    .with([
      { query: { near: '47.66,-122.38,5' }, found: ['Here', 'Next'] },
      { query: { near: '47.66,-122.38,1' }, found: ['Here'] },
      { query: { near: 'Ballard,8 km' }, found: ['Here', 'Next'] },
      { query: { area: '47.6,-122.4;47.67,-122.4;47.67,-122.36;47.6,-122.36' }, found: ['Here'] },
      { query: { box: '47.6,-122.4,47.7,-122.3' }, found: ['Next', 'Here'] },
      { query: { near: 'nonsense', area: '1,2', box: '9,9,1,1' }, found: ['Far', 'Next', 'Here'] },
    ])
    .run(async ({ client, assert }, { query, found }) => {
      await workspace.givenListing({ title: 'Here' })
      await workspace.givenListing({ title: 'Next', property: { latitude: 47.69 } })
      await workspace.givenListing({ title: 'Far', property: { latitude: 48.5 } })

      const request = workspace.as('principal', client.get('/app/listings').qs(query))

      assert.deepEqual(titlesIn((await request).text()), found)
    })

  test('pages through the nearest, each once', async ({ client, assert }) => {
    await workspace.givenListings(30)
    await workspace.agency.inUnit(async () => {
      const { unitSql } = await import('#kernel/tenancy/sql')
      await unitSql('update properties set latitude = 47.6 + random() / 100, longitude = -122.3')
    })
    const query = 'near=47.6%2C-122.3%2C50'
    const first = await workspace.as('principal', client.get(`/app/listings?${query}`))
    const next = /rel="next" href="([^"]*)"/.exec(first.text())![1].replaceAll('&amp;', '&')
    const second = await workspace.as('principal', client.get(next))
    assert.lengthOf(new Set([...titlesIn(first.text()), ...titlesIn(second.text())]), 30)
  })
})

test.group('The counts beside the filters', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const wanted = ['types', 'status', 'features', 'localities']
  const counts = (asked: Record<string, string>, role: StaffRole = 'principal') =>
    workspace.agency.inUnit(
      async () => filterCounts(currentActor(), await listRequest(asked, currentActor()), wanted),
      role
    )

  test('respect the other filters, and not their own', async ({ assert }) => {
    await workspace.givenListing()
    await workspace.givenListing({ property: { type: 'apartment', features: ['pool'] } })
    await workspace.givenListing({ status: 'draft', property: { type: 'land' } })

    const found = await counts({ types: 'house', status: 'active' })

    assert.deepEqual(Object.fromEntries(found.get('types')!), { house: 1, apartment: 1 })
    assert.deepEqual(Object.fromEntries(found.get('status')!), { active: 1 })
    assert.deepEqual(Object.fromEntries(found.get('features')!), { garage: 1, garden: 1 })
    assert.deepEqual(Object.fromEntries(found.get('localities')!), { Ballard: 1 })
  })

  test('come when a filter is opened, in as many queries however many there are', async ({
    client,
    assert,
  }) => {
    const menu = (as = 'filter~types') =>
      workspace.asFragment('principal', client.get('/app/listings').qs({ as }))
    await workspace.givenListings(2)
    const few = await countedQueries(async () => void (await menu()))
    await workspace.agency.reset()
    await workspace.givenListings(40)
    const many = await countedQueries(async () => void (await menu()))
    assert.isAtMost(many.length, few.length + 2)
    assert.match((await menu()).text(), />20<\/span><\/a>/)
    const whole = await countedQueries(async () => {
      assert.include((await menu('filters')).text(), 'as=filter%7Etypes')
    })
    assert.notMatch(whole.join('\n'), /group by/)
  })

  test('are only of what the person reaches', async ({ assert }) => {
    await workspace.givenReach('senior_agent', 'listings.view', 'own')
    await workspace.givenListing({ agent: 'principal' })
    const found = await counts({}, 'senior_agent')
    assert.equal(found.get('types')!.size, 0)
  })

  test('of one chip come with what changes it', async ({ client, assert }) => {
    const request = client
      .get('/app/listings')
      .qs({ as: 'filter~beds_min~beds_max', beds_min: '3' })
    const html = (await workspace.asFragment('principal', request)).text()
    assert.match(html, /name="beds_min"[^>]*value="3"/)
    assert.include(html, 'name="beds_max"')
    assert.notInclude(html, 'name="price_min"')
  })
})
