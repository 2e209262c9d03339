import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { countedQueries } from '#tests/support/counted_queries'
import { ListingsWorkspace } from '../workspace.ts'

const COTTAGE = {
  title: 'Cottage by the sound',
  deal_type: 'sale',
  price_minor: 50_000_000,
  property: { type: 'cottage', beds: 2, size: 900, size_unit: 'sqft', features: ['garden'] },
  address: { line: '1 Pine Street', city: 'Seattle', state: 'WA', postcode: '98107' },
  tags: ['spring'],
}

const NOWHERE = '00000000-0000-4000-8000-000000000000'

test.group('Listings for programs', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const program = () => ApiProgram.of(workspace)
  const titles = ({ data }: { data: { title: string }[] }) => data.map(({ title }) => title)

  test('are listed page by page, each once', async ({ assert }) => {
    await workspace.givenListings(7)
    const reader = await program()

    const found: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 9; page++) {
      const path: string = `/listings?sort=size&limit=3${cursor && `&after=${cursor}`}`
      const { json } = await reader.get(path)
      assert.equal(json.has_more, json.next_cursor !== null)
      found.push(...titles(json))
      cursor = json.next_cursor
    }
    assert.lengthOf(found, 7)
    assert.lengthOf(new Set(found), 7)
  })

  test('are narrowed as on the page', async ({ assert }) => {
    await workspace.givenListings(2)
    await workspace.givenListing({ title: 'Dear', facts: { priceMinor: 150_000_000 } })
    const reader = await program()

    const found = async (question: string) =>
      titles((await reader.get(`/listings?${question}`)).json)
    assert.deepEqual(await found('price_min_minor=100000000'), ['Dear'])
    assert.deepEqual(await found('types=house&beds_min=3'), ['Dear'])
    assert.lengthOf(await found('localities=Ballard&price_max_minor=99900000'), 2)
    assert.deepEqual(await found('status=draft,paused'), [])
  })

  test('are understood in plain words, which the answer repeats', async ({ assert }) => {
    await workspace.givenListing({ title: 'Wanted' })
    await workspace.givenListing({ title: 'Too dear', facts: { priceMinor: 95_000_000 } })
    await workspace.givenListing({ title: 'Too big', property: { beds: 5 } })
    const reader = await program()

    const { json } = await reader.get('/listings?q=3+bed+house+in+Ballrd+under+900k')
    assert.deepEqual(titles(json), ['Wanted'])
    assert.deepEqual(json.meta.parsed, {
      types: ['house'],
      beds_min: 3,
      beds_max: 3,
      price_max_minor: 90_000_000,
      currency: 'USD',
      localities: json.meta.parsed.localities,
    })
    assert.lengthOf(json.meta.parsed.localities, 1)
  })

  test('let filters win over what the words say', async ({ assert }) => {
    await workspace.givenListing({ title: 'Big', property: { beds: 5 } })
    await workspace.givenListing({ title: 'Small' })
    const reader = await program()

    const { json } = await reader.get('/listings?q=3+bed+house&beds_min=4')
    assert.deepEqual(titles(json), ['Big'])
    assert.equal(json.meta.parsed.beds_max, 3)
  })

  test('say only what was understood: other words are the rest', async ({ assert }) => {
    await workspace.givenListing({ title: 'Zanzibar' })
    const reader = await program()

    const { json } = await reader.get('/listings?q=zanzibar')
    assert.deepEqual(json.meta, { parsed: { rest: 'zanzibar' } })
    assert.deepEqual(titles(json), ['Zanzibar'])
    assert.notProperty((await reader.get('/listings')).json, 'meta')
  })

  test('are refused a question that makes no sense, part by part', async ({ assert }) => {
    const reader = await program()
    for (const [question, parameter] of [
      ['limit=101', 'limit'],
      ['types=castle', 'types'],
      ['agent=somebody', 'agent'],
      ['price_min_minor=much', 'price_min_minor'],
      ['sort=height', 'sort'],
      ['after=nonsense', 'after'],
    ]) {
      const { status, json } = await reader.get(`/listings?${question}`)
      assert.equal(status, 422, question)
      assert.deepEqual(
        json.errors.map((error: { parameter: string }) => error.parameter),
        [parameter]
      )
    }
  })

  test('take as many queries however many they are', async ({ assert }) => {
    const reader = await program()
    await workspace.givenListings(2)
    const few = await countedQueries(() => reader.get('/listings?limit=100&q=house'))
    await workspace.agency.reset()
    await workspace.givenListings(60)
    const many = await countedQueries(() => reader.get('/listings?limit=100&q=house'))
    assert.isAtMost(many.length, few.length + 2)
  })

  test('are only those that the person reaches', async ({ assert }) => {
    await workspace.givenReach('senior_agent', 'listings.view', 'own')
    await workspace.givenListing({ title: 'Theirs', agent: 'senior_agent' })
    const mine = await workspace.givenListing({ title: 'Mine', agent: 'principal' })
    const agent = await ApiProgram.of({ agency: workspace.agency, role: 'senior_agent' })

    assert.deepEqual(titles((await agent.get('/listings')).json), ['Theirs'])
    assert.equal((await agent.get(`/listings/${mine.id}`)).status, 404)
  })

  test('are shown, and not again while nothing changes', async ({ assert }) => {
    const listing = await workspace.givenListing()
    const reader = await program()
    const first = await reader.get(`/listings/${listing.id}`)
    const headers = { 'if-none-match': String(first.headers.etag) }
    const second = await reader.get(`/listings/${listing.id}`, { headers })
    assert.deepEqual([second.status, second.text], [304, ''])
  })

  test('are created as drafts of the person whose key it is', async ({ assert }) => {
    const writer = await program()
    const answer = await writer.post('/listings', COTTAGE)

    assert.equal(answer.status, 201)
    assert.equal(answer.headers.location, `/api/v1/listings/${answer.json.id}`)
    assert.equal(answer.json.owner_id, await workspace.agency.memberId('principal'))
    assert.deepEqual(
      [answer.json.status, answer.json.price_minor, answer.json.currency],
      ['draft', 50_000_000, 'USD']
    )
    const shown = await writer.get(`/listings/${answer.json.id}`)
    assert.equal(shown.text, answer.text)
  })

  test('are changed in part, and the rest stays', async ({ assert }) => {
    const writer = await program()
    const { json, headers } = await writer.post('/listings', COTTAGE)
    const seen = { headers: { 'if-match': String(headers.etag) } }
    const change = { property: { beds: 3 }, price_minor: 48_000_000, tags: [] }
    const answer = await writer.patch(`/listings/${json.id}`, change, seen)

    assert.deepEqual(answer.json, {
      ...json,
      version: 2,
      price_minor: 48_000_000,
      property: { ...json.property, beds: 3 },
      tags: [],
      updated_at: answer.json.updated_at,
    })
    assert.deepEqual(await workspace.prices(json.id), [50_000_000, 48_000_000])
  })

  test('do not exist under an id that names nothing', async ({ assert }) => {
    const writer = await program()
    for (const id of [NOWHERE, 'nonsense', '1'])
      assert.equal((await writer.get(`/listings/${id}`)).status, 404, id)
  })
})
