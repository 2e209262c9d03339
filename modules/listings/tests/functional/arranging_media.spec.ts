import type { ApiClient, ApiRequest } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { unitSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { until } from '#tests/support/until'
import { waitsForLock } from '#tests/support/waits_for_lock'
import { chooseCover } from '../../actions/arrange_media.ts'
import { purgeDeletedMedia } from '../../actions/delete_media.ts'
import type ListingMedium from '../../models/listing_medium.ts'
import { mediaOf, coversOf } from '../../queries/media_of.ts'
import { MediaWorkspace } from '../media_workspace.ts'

const LOST = '01a21251-da9c-7818-9fdf-aef75cbeb7ba'

test.group('Arranging the media of a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  /** A listing with three photos, and its doors. */
  async function given(client: ApiClient) {
    const listing = await workspace.givenListing()
    const [one, two, three] = [
      await workspace.givenMedium(listing, { position: 0, caption: 'one' }),
      await workspace.givenMedium(listing, { position: 1, caption: 'two' }),
      await workspace.givenMedium(listing, { position: 2, caption: 'three' }),
    ]
    const base = `/app/listings/${listing.id}/media`
    const door = {
      page: () => client.get(base),
      update: (id: string, body: object) => client.put(`${base}/${id}`).form(body),
      destroy: (id: string) => client.delete(`${base}/${id}`),
      restore: (id: string) => client.post(`${base}/${id}/restoration`),
      order: (body: object) => client.put(`${base}/order`).form(body),
      cover: (id: string) => client.post(`${base}/${id}/cover`),
      approve: (id: string) => client.post(`${base}/${id}/approval`),
      approveAll: () => client.post(`${base}/approvals`),
      reject: (id: string, body = {}) => client.delete(`${base}/${id}/approval`).form(body),
    }
    const captions = async () => (await workspace.media(listing)).map(({ caption }) => caption)
    return { listing, one, two, three, door, captions, base }
  }

  const asPrincipal = (request: ApiRequest) => workspace.asFragment('principal', request)

  test('shows them in their order, with forms that work without a script', async ({
    client,
    assert,
  }) => {
    const { door, base } = await given(client)

    const page = await workspace.as('principal', door.page())

    const text = page.text()
    assert.isBelow(text.indexOf('value="one"'), text.indexOf('value="two"'))
    assert.include(text, `action="${base}" enctype="multipart/form-data"`)
    assert.include(text, 'type="file"')
  })

  test('puts them into the order of a drag, or moves one by a button', async ({
    client,
    assert,
  }) => {
    const { one, two, three, door, captions } = await given(client)

    await asPrincipal(door.order({ ids: [three.id, one.id, two.id] }))
    assert.deepEqual(await captions(), ['three', 'one', 'two'])

    await asPrincipal(door.order({ ids: [three.id, one.id, two.id], up: two.id }))
    assert.deepEqual(await captions(), ['three', 'two', 'one'])

    await asPrincipal(door.order({ down: one.id }))
    assert.deepEqual(await captions(), ['three', 'two', 'one'], 'the last stays the last')

    const moved = await workspace.as('principal', door.order({ down: three.id }))
    moved.assertStatus(302)
    assert.deepEqual(await captions(), ['two', 'three', 'one'])
  })

  test('rejects an order of what is no id, and passes over what lies elsewhere', async ({
    client,
    assert,
  }) => {
    const { one, door, captions } = await given(client)

    const bad = await asPrincipal(door.order({ ids: ['x; drop table'] }))
    const foreign = await asPrincipal(door.order({ ids: [LOST, one.id] }))

    bad.assertStatus(422)
    foreign.assertStatus(200)
    assert.deepEqual(await captions(), ['one', 'two', 'three'])
  })

  test('chooses the cover, which stands before all others', async ({ client, assert }) => {
    const { listing, one, two, three, door } = await given(client)
    const covers = async () => {
      const found = await workspace.agency.inUnit(() => coversOf([listing.id]))
      return found.get(listing.id)?.id
    }
    assert.equal(await covers(), one.id, 'the first stands for it until somebody chooses')

    await asPrincipal(door.cover(two.id))
    const answer = await asPrincipal(door.cover(three.id))

    answer.assertStatus(200)
    assert.equal(await covers(), three.id)
    const shown = await workspace.agency.inUnit(() => mediaOf([listing.id]))
    assert.deepEqual(
      shown.get(listing.id)?.map(({ caption }) => caption),
      ['three', 'one', 'two']
    )
  })

  test('has one cover when two people choose at once', async ({ client, assert, cleanup }) => {
    const { listing, one, two, three } = await given(client)
    const { agency } = workspace
    const choose = (medium: ListingMedium) =>
      agency.inUnit(() => chooseCover(listing, medium), 'principal')
    await choose(one)
    const media = `"${schemaName(agency.id)}".listing_media`
    const other = await ownerPool().connect()
    cleanup(() => other.release())
    await other.query('begin')
    await other.query(`select from ${media} for update`)
    await other.query(`update ${media} set is_cover = false where id = $1`, [one.id])
    await other.query(`update ${media} set is_cover = true where id = $1`, [two.id])

    const chosen = choose(three)
    await until(waitsForLock)
    await other.query('commit')
    await chosen

    const covers = await agency.inUnit(() => coversOf([listing.id]))
    assert.equal(covers.get(listing.id)?.id, three.id)
  })

  test('has no floor plan for a cover', async ({ client }) => {
    const { listing, door } = await given(client)
    const plan = await workspace.givenMedium(listing, { kind: 'floorplan' })

    const response = await asPrincipal(door.cover(plan.id))

    response.assertStatus(422)
    response.assertTextIncludes('Only a photo can be the cover.')
  })

  test('says what one shows, and does not overwrite what somebody else said', async ({
    client,
    assert,
  }) => {
    const { one, door, captions } = await given(client)

    await asPrincipal(door.update(one.id, { caption: 'The garden', kind: 'floorplan', version: 1 }))
    const stale = await asPrincipal(door.update(one.id, { caption: 'The yard', version: 1 }))
    const long = await asPrincipal(door.update(one.id, { caption: 'x'.repeat(201), version: 2 }))
    const paper = await asPrincipal(door.update(one.id, { kind: 'pdf', version: 2 }))

    stale.assertStatus(409)
    stale.assertTextIncludes('“The garden”')
    long.assertStatus(422)
    paper.assertStatus(422)
    assert.equal((await captions())[0], 'The garden')
  })

  test('deletes one and brings it back, as the cover that it was', async ({ client, assert }) => {
    const { listing, two, door, captions } = await given(client)
    await asPrincipal(door.cover(two.id))

    const answer = await asPrincipal(door.destroy(two.id))
    assert.include(answer.text(), `${two.id}/restoration`)
    assert.deepEqual(await captions(), ['one', 'three'])
    assert.notInclude((await workspace.as('principal', door.page())).text(), 'value="two"')

    await asPrincipal(door.restore(two.id))
    assert.deepEqual(await captions(), ['one', 'two', 'three'])
    const covers = await workspace.agency.inUnit(() => coversOf([listing.id]))
    assert.equal(covers.get(listing.id)?.id, two.id)
  })

  test('cannot bring back what was deleted more than a week ago, nor what was not', async ({
    client,
    assert,
  }) => {
    const { two, three, door } = await given(client)
    await workspace.agency.inUnit(() =>
      unitSql(`update listing_media set deleted_at = now() - interval '8 days' where id = ?`, [
        two.id,
      ])
    )

    ;(await asPrincipal(door.restore(two.id))).assertStatus(404)
    ;(await asPrincipal(door.restore(three.id))).assertStatus(404)

    await workspace.agency.inUnit(() => purgeDeletedMedia())
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ gone: number }>('select count(*) as gone from files where deleted_at is not null')
    )
    assert.equal(rows[0].gone, 1)
  })

  test('shows covers in the list by one query, however many listings there are', async ({
    client,
    assert,
  }) => {
    const { one } = await given(client)
    await workspace.givenListings(20)
    await workspace.agency.inUnit(() =>
      unitSql(
        `insert into listing_media (listing_id, moderation, pictures)
         select listings.id, 'approved', medium.pictures from listings, listing_media as medium
          where medium.id = ? and listings.reference like 'T-%'`,
        [one.id]
      )
    )
    const list = () => workspace.as('principal', client.get('/app/listings?view=gallery'))

    const statements = await countedQueries(async () => {
      const page = await list()
      assert.equal(page.text().match(/<picture>/g)?.length, 21)
    })

    assert.lengthOf(
      statements.filter((sql) => sql.includes('listing_media')),
      1
    )
  })

  test('is forbidden, all of it, to whoever may not', async ({ client }) => {
    const { one, door } = await given(client)
    await workspace.agency.inUnit(async () => (await workspace.medium(one.id)).softDelete())

    const requests = [
      ...[door.page(), door.order({}), door.update(one.id, {}), door.destroy(one.id)],
      ...[door.restore(one.id), door.cover(one.id)],
    ]
    for (const request of requests)
      (await workspace.as('collections_manager', request)).assertStatus(403)
    for (const role of ['marketing', 'collections_manager'] as StaffRole[]) {
      ;(await workspace.as(role, door.approve(one.id))).assertStatus(403)
      ;(await workspace.as(role, door.reject(one.id))).assertStatus(403)
      ;(await workspace.as(role, door.approveAll())).assertStatus(403)
    }
  })

  test('does not exist for another agency, another listing, or where the module is off', async ({
    client,
    cleanup,
  }) => {
    const { one, door } = await given(client)
    const other = await workspace.givenListing()
    const elsewhere = `/app/listings/${other.id}/media/${one.id}`
    const all = () => [
      ...[door.page(), door.order({}), door.update(one.id, { version: 1 }), door.destroy(one.id)],
      ...[door.restore(one.id), door.cover(one.id), door.approve(one.id), door.reject(one.id)],
      door.approveAll(),
    ]

    for (const request of all()) (await workspace.asStranger(request)).assertStatus(404)
    const beside = [
      client.delete(elsewhere),
      client.post(`${elsewhere}/cover`),
      client.post(`${elsewhere}/approval`),
      client.put(elsewhere).form({ version: 1 }),
    ]
    for (const request of beside) (await asPrincipal(request)).assertStatus(404)
    await workspace.agency.switchModule('listings', 'off')
    cleanup(() => workspace.agency.switchModule('listings', 'on'))
    for (const request of all()) (await workspace.as('principal', request)).assertStatus(404)
  })
})
