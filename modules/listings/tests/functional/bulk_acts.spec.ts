import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { purgeDeletedListings } from '../../actions/purge_deleted_listings.ts'
import { browserForm } from '../browser_form.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('Acting on many listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('pauses those for which it is a step, and resumes them', async ({ client, assert }) => {
    const active = await workspace.givenListing()
    const draft = await workspace.givenListing({ status: 'draft' })
    const over = await workspace.givenListing({
      status: 'paused',
      facts: { authorityUntil: '2026-01-01' },
    })
    const act = (name: string) =>
      workspace.as(
        'principal',
        client
          .post('/app/listings/bulk-acts')
          .form({ act: name, ids: [active.id, draft.id, over.id] })
      )

    await act('pause')
    const paused = await workspace.listing(active.id)
    await act('resume')

    assert.equal(paused?.status, 'paused')
    assert.equal((await workspace.listing(active.id))?.status, 'active')
    assert.equal((await workspace.listing(draft.id))?.status, 'draft')
    assert.equal((await workspace.listing(over.id))?.status, 'paused')
    assert.deepEqual(await workspace.steps(active.id), ['active → paused', 'paused → active'])
  })

  test('does what the filters match, within reach alone', async ({ client, assert }) => {
    const mine = await workspace.givenListing({ agent: 'junior_agent' })
    const theirs = await workspace.givenListing()
    const other = await workspace.givenListing({ agent: 'junior_agent', status: 'draft' })

    await workspace.as(
      'junior_agent',
      client.post('/app/listings/bulk-acts').form({
        act: 'tag',
        all: 'true',
        query: 'status=active&types=house&types=land',
        tags: 'Sunny',
      })
    )

    assert.deepEqual((await workspace.listing(mine.id))?.tagNames, ['Sunny'])
    assert.deepEqual((await workspace.listing(theirs.id))?.tagNames, [])
    assert.deepEqual((await workspace.listing(other.id))?.tagNames, [])
  })

  test('gives, confirms, withdraws, deletes and brings back', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ facts: { freshUntil: '2026-01-01' } })
    const agent = await workspace.agency.memberId('senior_agent')
    const act = (form: object) =>
      workspace.as(
        'principal',
        client
          .post('/app/listings/bulk-acts')
          .unsafeForm(browserForm({ ids: [listing.id], ...form }))
      )

    await act({ act: 'assign', ownerId: agent })
    await act({ act: 'confirm' })
    const confirmed = await workspace.listing(listing.id)
    await act({ act: 'withdraw' })
    const withdrawn = await workspace.listing(listing.id)
    await act({ act: 'delete' })
    const deleted = await workspace.listing(listing.id)
    await act({ act: 'restore', query: 'status=deleted' })

    assert.equal(confirmed?.ownerId, agent)
    assert.notEqual(confirmed?.freshUntil, '2026-01-01')
    assert.equal(withdrawn?.status, 'withdrawn')
    assert.isNull(deleted)
    assert.isNotNull(await workspace.listing(listing.id))
  })

  test('takes no act that is none, and none that is not allowed', async ({ client }) => {
    const listing = await workspace.givenListing({ agent: 'junior_agent' })
    const act = (form: object) =>
      workspace.asFragment(
        'junior_agent',
        client
          .post('/app/listings/bulk-acts')
          .unsafeForm(browserForm({ ids: [listing.id], ...form }))
      )

    const unknown = await act({ act: 'burn' })
    const forbidden = await act({ act: 'delete' })
    const unassignable = await act({
      act: 'assign',
      ownerId: await workspace.agency.memberId('principal'),
    })

    unknown.assertStatus(422)
    forbidden.assertStatus(403)
    unassignable.assertStatus(403)
  })

  test('takes very many in the background', async ({ client, assert }) => {
    await workspace.givenListings(501)

    const response = await workspace.as(
      'principal',
      client.post('/app/listings/bulk-acts').form({ act: 'tag', all: 'true', tags: 'All' })
    )
    const page = await workspace.as('principal', client.get(String(response.header('location'))))

    assert.match(String(response.header('location')), /bulk-acts\/[0-9a-f-]{36}$/)
    assert.include(page.text(), 'Tagging 501 listings')
  })

  test('leaves nothing of what was deleted more than 7 days ago, but a property listed again', async ({
    assert,
  }) => {
    const gone = await workspace.givenListing()
    const again = await workspace.givenListing()
    const { rows } = await workspace.agency.inUnit(async () => {
      await unitSql('update listings set property_id = ?', [gone.propertyId])
      await unitSql(`update listings set deleted_at = now() - interval '8 days' where id = ?`, [
        gone.id,
      ])
      await purgeDeletedListings()
      return unitSql<{ listings: number; properties: number }>(
        `select (select count(*) from listings) as listings,
                (select count(*) from properties where id = ?) as properties`,
        [gone.propertyId]
      )
    })

    assert.deepEqual(rows, [{ listings: 1, properties: 1 }])
    assert.isNotNull(await workspace.listing(again.id))
  })
})
