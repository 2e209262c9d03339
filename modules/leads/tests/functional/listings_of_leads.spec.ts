import { test } from '@japa/runner'
import { ListingsWorkspace } from '#workspaces/listings'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { LeadsWorkspace } from '../workspace.ts'

test.group('The listings that leads ask about', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('are chosen by search, and shown on the lead and on the listing', async ({
    client,
    assert,
  }) => {
    const listing = await listings.givenListing({ title: 'Blue house by the lake' })
    const lead = await workspace.givenLead({ name: 'Zoe Keen' })
    await workspace.givenLead({ name: 'Somebody Else' })
    const url = `/app/leads/${lead.id}/interests`

    const found = await workspace.as('principal', client.get(`${url}?q=blue+house`))
    const none = await workspace.as('principal', client.get(`${url}?q=castle`))
    const added = await workspace.as('principal', client.post(url).form({ listingId: listing.id }))
    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    const record = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    const list = await workspace.as('principal', client.get(`/app/leads?listing=${listing.id}`))

    assert.include(found.text(), 'Blue house by the lake')
    assert.include(none.text(), 'No listing has these words')
    added.assertHeader('location', `/app/leads/${lead.id}`)
    assert.include(page.text(), `/app/listings/${listing.id}`)
    assert.include(record.text(), `/app/leads?listing=${listing.id}`)
    assert.include(list.text(), 'Zoe Keen')
    assert.notInclude(list.text(), 'Somebody Else')
  })

  test('begin a lead from the listing’s own page', async ({ client, assert }) => {
    const listing = await listings.givenListing({ title: 'Blue house' })
    const form = await workspace.as(
      'principal',
      client.get(`/app/leads/create?listing=${listing.id}`)
    )
    await workspace.as(
      'principal',
      client.post('/app/leads').form({ name: 'Zoe Keen', listingId: listing.id })
    )

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string }>('select listing_id as id from lead_interests')
    )
    assert.include(form.text(), 'It asks about Blue house.')
    assert.deepEqual(rows, [{ id: listing.id }])
  })

  test('are nothing that one cannot see, nor nothing at all', async ({ client }) => {
    const lead = await workspace.givenLead()
    const url = `/app/leads/${lead.id}/interests`
    const other = '019a0000-0000-7000-8000-000000000000'

    ;(await workspace.as('principal', client.post(url).form({ listingId: other }))).assertStatus(
      404
    )
    ;(await workspace.asFragment('principal', client.post(url).form({}))).assertStatus(422)
    ;(await workspace.as('marketing', client.get(url))).assertStatus(403)
    ;(await workspace.asStranger(client.get(url))).assertStatus(404)
  })
})

test.group('The listings that leads ask about, when two become one', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
    await coreSql('delete from pgboss.job')
  })

  test('lead to the one that stays, and back when the two are parted', async ({
    client,
    assert,
    cleanup,
  }) => {
    const mine = await listings.givenListing({ title: 'Blue house' })
    const other = await listings.givenListing({ title: 'The blue house' })
    const lead = await workspace.givenLead({ name: 'Zoe Keen' })
    const url = `/app/leads/${lead.id}/interests`
    await workspace.as('principal', client.post(url).form({ listingId: other.id }))
    await workspace.givenFacts(lead, { listing_id: other.id })
    const asked = async () => {
      const { rows } = await workspace.agency.inUnit(() =>
        unitSql<{ id: string }>('select listing_id as id from lead_interests')
      )
      return rows.map(({ id }) => id)
    }

    const merges = client.post(`/app/listings/${mine.id}/merges`)
    const both = { otherId: other.id, version: 1, otherVersion: 1 }
    const merged = await workspace.as('principal', merges.form(both))
    await startWorker(cleanup)
    await until(async () => (await asked())[0] === mine.id)
    const merging = (await workspace.lead(lead.id))!.listingId
    const { version } = (await listings.listing(mine.id))!
    await workspace.as(
      'principal',
      client.post(`${merged.header('location')}/undoing`).form({ version })
    )
    await until(async () => (await asked())[0] === other.id)

    assert.deepEqual(await asked(), [other.id])
    assert.deepEqual([merging, (await workspace.lead(lead.id))!.listingId], [mine.id, other.id])
  }).timeout(60_000)
})
