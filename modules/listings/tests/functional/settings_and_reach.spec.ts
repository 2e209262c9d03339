import { test } from '@japa/runner'
import { daysAfter, today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import search from '../../search.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('The settings of listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('keep the agency’s categories, each name once', async ({ client, assert }) => {
    const send = (name: string) =>
      workspace.asFragment(
        'principal',
        client.post('/app/settings/listing-categories').form({ name })
      )

    await send('Farms')
    const twice = await send(' farms')
    const nameless = await send('')
    const page = await workspace.as('principal', client.get('/app/settings/listings'))

    twice.assertStatus(422)
    nameless.assertStatus(422)
    assert.include(page.text(), 'Farms')
  })

  test('let a category be renamed by the version that was seen, and go while it is empty', async ({
    client,
    assert,
  }) => {
    const category = await workspace.givenCategory('Farms')
    const at = `/app/settings/listing-categories/${category.id}`
    const listing = await workspace.givenListing({ facts: { categoryId: category.id } })

    const stale = await workspace.asFragment(
      'principal',
      client.put(at).form({ name: 'Stale', version: 4 })
    )
    await workspace.as('principal', client.put(at).form({ name: 'Large farms', version: 1 }))
    const full = await workspace.asFragment('principal', client.delete(at))
    await workspace.agency.inUnit(() =>
      unitSql('update listings set category_id = null where id = ?', [listing.id])
    )
    const empty = await workspace.as('principal', client.delete(at))

    stale.assertStatus(409)
    full.assertStatus(409)
    assert.include(full.text(), '1 listing is in this category')
    empty.assertStatus(302)
  })

  test('say how long a confirmation counts', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const nonsense = await workspace.asFragment(
      'principal',
      client.put('/app/settings/listings').form({ freshDays: 0 })
    )
    await workspace.as('principal', client.put('/app/settings/listings').form({ freshDays: 10 }))
    await workspace.as('principal', client.post(`/app/listings/${listing.id}/confirmation`))

    nonsense.assertStatus(422)
    const until = daysAfter(today('America/Los_Angeles'), 10)
    assert.equal((await workspace.listing(listing.id))?.freshUntil, until)
  })

  test('are for those who may configure listings', async ({ client }) => {
    const page = await workspace.as('senior_agent', client.get('/app/settings/listings'))
    const sent = await workspace.as(
      'senior_agent',
      client.post('/app/settings/listing-categories').form({ name: 'Mine' })
    )

    page.assertStatus(403)
    sent.assertStatus(403)
  })
})

test.group('Reach over listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is everything for everybody who looks, from the start', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    for (const role of ['junior_agent', 'marketing', 'collections_manager'] as const) {
      const list = await workspace.as(role, client.get('/app/listings'))
      const page = await workspace.as(role, client.get(`/app/listings/${listing.id}`))
      assert.include(list.text(), 'House on the hill')
      page.assertStatus(200)
    }
  })

  test('shrinks to own ones at every door where the agency decides so', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing({ facts: { authorityUntil: '2026-01-01' } })
    await workspace.givenReach('senior_agent', 'listings.view', 'own')
    await workspace.givenReach('senior_agent', 'listings.update', 'own')

    for (const address of [
      '/app/listings',
      '/app/listings?view=gallery',
      '/app/listings/due',
      `/app/listings/comparison?ids=${listing.id}`,
    ]) {
      const page = await workspace.as('senior_agent', client.get(address))
      assert.notInclude(page.text(), 'House on the hill', address)
    }
    for (const path of ['', '/edit', '/neighbours']) {
      const page = await workspace.as(
        'senior_agent',
        client.get(`/app/listings/${listing.id}${path}`)
      )
      page.assertStatus(404)
    }
  })

  test('lets a senior agent change what belongs to the team', async ({ client }) => {
    const team = await workspace.givenTeam('North', 'senior_agent', 'junior_agent')
    const ours = await workspace.givenListing({
      agent: 'junior_agent',
      facts: { teamId: team.id },
    })
    const theirs = await workspace.givenListing()

    const own = await workspace.as('senior_agent', client.get(`/app/listings/${ours.id}/edit`))
    const other = await workspace.as('senior_agent', client.get(`/app/listings/${theirs.id}/edit`))

    own.assertStatus(200)
    other.assertStatus(403)
  })

  test('is written into what the search knows of a listing', async ({ assert }) => {
    const listing = await workspace.givenListing()

    const [document] = await workspace.agency.inUnit(async () => search.documents([listing.id]))

    assert.containsSubset(document, {
      title: 'House on the hill',
      permission: 'listings.view',
      ownerId: listing.ownerId,
    })
    assert.include(document.words, '5 Pine St')
    assert.include(document.words, listing.reference)
  })
})
