import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { coreSql } from '#kernel/tenancy/sql'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'
import type Listing from '../../models/listing.ts'

test.group('Parting listings that were merged', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  async function givenMerged() {
    const [mine, other] = await workspace.givenTwo()
    await workspace.givenPhoto(mine, 'front')
    await workspace.givenPhoto(other, 'front', true)
    await workspace.givenPhoto(other, 'garden')
    await workspace.givenPrice(other, 200)
    await workspace.givenTags(other, 'Sunny')
    await workspace.givenNote(other, 'The owner prefers mornings')
    const two = [(await workspace.listing(mine.id))!, (await workspace.listing(other.id))!]
    const before = await workspace.picture(...two)
    const merge = await workspace.givenMerge(two[0], two[1], {
      title: 'other',
      price: 'other',
      address: 'other',
    })
    return { mine, other, merge, before }
  }

  type Given = { mine: Listing; merge: { id: string } }

  const part = async (client: ApiClient, { mine, merge }: Given, role: StaffRole = 'principal') => {
    const version = (await workspace.listing(mine.id))?.version ?? 1
    const url = `/app/listings/${mine.id}/merges/${merge.id}/undoing`
    return workspace.asFragment(role, client.post(url).form({ version }))
  }

  test('puts everything back in place', async ({ client, assert }) => {
    const given = await givenMerged()
    const { mine, other } = given
    const merged = await workspace.timeline(mine.id)

    const response = await part(client, given)

    response.assertStatus(200)
    assert.include(
      merged.map(({ details }) => details),
      'The owner prefers mornings'
    )
    assert.deepEqual(await workspace.picture(mine, other), given.before)
    assert.deepEqual(await workspace.photos(other), ['front', 'garden'])
    assert.deepEqual(await workspace.prices(other.id), [200])
    assert.lengthOf(await workspace.told('listings.unmerged'), 1)
    assert.lengthOf(await workspace.audited('listings.unmerged'), 1)
    assert.equal((await workspace.pairs())[0].state, 'dismissed')
  })

  test('leaves with the survivor what was changed since, and shows it', async ({
    client,
    assert,
  }) => {
    const given = await givenMerged()
    const { mine, merge } = given
    await workspace.givenFacts(mine, { title: 'Called anew' })
    const address = `/app/listings/${mine.id}/merges/${merge.id}`

    const before = await workspace.as('principal', client.get(address))
    const record = await workspace.as('principal', client.get(`/app/listings/${mine.id}`))
    await part(client, given)
    const after = await workspace.as('principal', client.get(address))

    const survivor = (await workspace.listing(mine.id))!
    assert.equal(survivor.title, 'Called anew')
    assert.equal(survivor.priceMinor, 75_000_000)
    assert.include(record.text(), address)
    assert.deepEqual((await workspace.merge(merge.id)).kept, ['title'])
    for (const page of [before, after]) assert.match(page.text(), /stays[\s\S]*Title/)
    assert.include(after.text(), 'Unmerged')
  })

  test('happens once, and not on a version that is over', async ({ client, assert }) => {
    const given = await givenMerged()
    const { mine, merge } = given
    const url = `/app/listings/${mine.id}/merges/${merge.id}/undoing`
    const ask = (form: object) => workspace.asFragment('principal', client.post(url).form(form))

    const stale = await ask({ version: 1 })
    const nonsense = await ask({ version: 'x' })
    await part(client, given)
    const again = await part(client, given)

    stale.assertStatus(409)
    nonsense.assertStatus(422)
    again.assertStatus(409)
    assert.include(again.text(), 'already unmerged')
  })

  test('goes back step by step where merges were chained', async ({ client, assert }) => {
    const given = await givenMerged()
    const third = await workspace.givenListing({ title: 'Third' })
    const chained = await workspace.givenMerge(third, (await workspace.listing(given.mine.id))!)

    const tooEarly = await part(client, given)
    await part(client, { mine: third, merge: chained })
    await part(client, given)

    tooEarly.assertStatus(404)
    assert.deepEqual(await workspace.picture(given.mine, given.other), given.before)
  })

  test('asks for the right on both, and finds neither beyond reach', async ({ client }) => {
    const given = await givenMerged()
    const { mine, merge } = given
    const url = `/app/listings/${mine.id}/merges/${merge.id}`

    const forbidden = await part(client, given, 'collections_manager')
    const agent = await part(client, given, 'junior_agent')
    const look = await workspace.as('junior_agent', client.get(url))
    const stranger = await workspace.asStranger(client.post(`${url}/undoing`).form({ version: 1 }))
    const nonsense = await part(client, { mine, merge: { id: 'nonsense' } })
    const elsewhere = await part(client, { mine, merge: { id: mine.id } })
    await workspace.agency.switchModule('listings', 'off')
    const off = await part(client, given)

    for (const response of [forbidden, agent, look]) response.assertStatus(403)
    for (const response of [stranger, nonsense, elsewhere, off]) response.assertStatus(404)
  })

  test('is over when the survivor is purged, which takes the other along', async ({ assert }) => {
    const { mine, other } = await givenMerged()
    await workspace.givenLongAgo(other)
    await workspace.purge()
    const still = await workspace.ids()
    await workspace.givenLongAgo(mine)
    await workspace.purge()

    assert.includeMembers(still, [mine.id, other.id])
    assert.deepEqual(await workspace.ids(), [])
  })
})
