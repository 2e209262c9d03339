import { test } from '@japa/runner'
import { MediaWorkspace } from '../media_workspace.ts'

test.group('Showing a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  test('says what it is, where it stands, and what can be done next', async ({
    client,
    assert,
  }) => {
    const owner = await workspace.givenContact('Ann Lee')
    const listing = await workspace.givenListing({ property: { ownerContactId: owner.id } })

    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    const panel = await workspace.asPanel('principal', client.get(`/app/listings/${listing.id}`))

    page.assertStatus(200)
    for (const text of [
      'House on the hill',
      '$750,000',
      'Ann Lee',
      '1,800\u00a0sq\u00a0ft',
      'Still available',
    ])
      assert.include(page.text(), text)
    assert.include(page.text(), 'How to improve it')
    assert.include(page.text(), 'Mark as under offer')
    assert.notInclude(panel.text(), '<html')
    assert.include(panel.text(), 'House on the hill')
  })

  test('hides an owner whom the person does not see, and acts that they may not', async ({
    client,
    assert,
  }) => {
    const owner = await workspace.givenContact('Ann Lee')
    const listing = await workspace.givenListing({ property: { ownerContactId: owner.id } })

    const page = await workspace.as('junior_agent', client.get(`/app/listings/${listing.id}`))

    page.assertStatus(200)
    assert.notInclude(page.text(), 'Ann Lee')
    assert.notInclude(page.text(), 'Mark as under offer')
  })

  test('is one of what its owner owns', async ({ client, assert }) => {
    const owner = await workspace.givenContact('Ann Lee')
    await workspace.givenListing({ property: { ownerContactId: owner.id } })
    await workspace.givenListing({ title: 'Of another' })

    const contact = await workspace.as('principal', client.get(`/app/contacts/${owner.id}`))
    const listings = await workspace.asFragment(
      'principal',
      client.get(`/app/contacts/${owner.id}/listings`)
    )
    const hidden = await workspace.asFragment(
      'junior_agent',
      client.get(`/app/contacts/${owner.id}/listings`)
    )

    assert.include(contact.text(), `/app/contacts/${owner.id}/listings`)
    assert.include(listings.text(), 'House on the hill')
    assert.notInclude(listings.text(), 'Of another')
    hidden.assertStatus(404)
  })

  test('stands beside up to three others, and what one may not see is left out', async ({
    client,
    assert,
  }) => {
    const ids: string[] = []
    const property = { plotValue: 1, plotUnit: 'acre' as const }
    const first = await workspace.givenListing({ title: 'One', property })
    await workspace.givenMedium(first)
    ids.push(first.id)
    for (const title of ['Two', 'Three', 'Four', 'Five'])
      ids.push((await workspace.givenListing({ title })).id)

    const chosen = await workspace.asFragment(
      'principal',
      client.post('/app/listings/comparison').form({ ids: [ids[0], ids[1], 'nonsense'] })
    )
    const page = await workspace.as(
      'principal',
      client.get(`/app/listings/comparison?ids=${ids.join(',')}`)
    )
    const empty = await workspace.as('principal', client.get('/app/listings/comparison'))
    const stranger = await workspace.asStranger(
      client.get(`/app/listings/comparison?ids=${ids[0]}`)
    )

    chosen.assertHeader('hx-redirect', `/app/listings/comparison?ids=${ids[0]},${ids[1]}`)
    for (const title of ['One', 'Two', 'Three', 'Four'])
      assert.include(page.text(), `>${title}</a>`)
    assert.include(page.text(), '>1 acre</td>')
    assert.lengthOf(page.text().match(/compared-picture/g) ?? [], 1)
    assert.notInclude(page.text(), '>Five</a>')
    assert.include(empty.text(), 'Nothing to compare')
    assert.notInclude(stranger.text(), '>One</a>')
  })

  test('is not there for another agency', async ({ client }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.asStranger(client.get(`/app/listings/${listing.id}`))

    response.assertStatus(404)
  })

  test('needs somebody today where its authority ends, it is stale or waits for a look', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing({ title: 'Ending', facts: { authorityUntil: '2026-01-01' } })
    const stale = await workspace.givenListing({
      title: 'Stale',
      facts: { freshUntil: '2026-01-01' },
    })
    await workspace.givenListing({ title: 'Waiting', status: 'pending_review' })
    await workspace.givenListing({ title: 'Well' })

    const due = await workspace.asFragment('principal', client.get('/app/listings/due'))
    const agents = await workspace.asFragment('junior_agent', client.get('/app/listings/due'))
    const page = await workspace.as('principal', client.get('/app/listings/due'))
    const after = await workspace.asFragment(
      'principal',
      client.post(`/app/listings/${stale.id}/confirmation?back=due`)
    )
    const today = await workspace.as('principal', client.get('/app'))

    for (const title of ['Ending', 'Stale', 'Waiting']) assert.include(due.text(), title)
    assert.notInclude(due.text(), '>Well<')
    assert.notInclude(agents.text(), 'Waiting')
    page.assertStatus(200)
    assert.notInclude(after.text(), 'Stale')
    assert.include(after.text(), 'Ending')
    for (const title of ['Ending', 'Waiting']) assert.include(today.text(), title)
    assert.notInclude(today.text(), 'Stale')
  })
})
