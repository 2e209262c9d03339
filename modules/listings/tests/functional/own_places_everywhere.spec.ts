import { test } from '@japa/runner'
import { ContactRequirement } from '#modules/contacts'
import { ApiProgram } from '#tests/support/api_client'
import { until } from '#tests/support/until'
import { Visitor } from '#tests/support/visitor'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { savePlace } from '../../actions/save_place.ts'
import ListingPlace from '../../models/listing_place.ts'
import { ListingImportWorkspace } from '../import_workspace.ts'
import { RecommendationsWorkspace, addressOf } from '../recommendations_workspace.ts'
import { SearchesWorkspace } from '../search_workspace.ts'
import type { ListingsWorkspace } from '../workspace.ts'

const MILL = {
  ...{ name: 'Old Mill Estate', also: ['The Mill', 'Millside'], city: 'Seattle' },
  ...{ latitude: 47.61, longitude: -122.31 },
}
const AT_THE_MILL = { locality: 'Old Mill Estate', latitude: 47.612, longitude: -122.312 }

const givenMill = ({ agency }: ListingsWorkspace) =>
  agency.inUnit(() => savePlace(null, MILL), 'principal')

/** Saved again, with something else said of it. */
const changeMill = ({ agency }: ListingsWorkspace, sent: object) =>
  agency.inUnit(async () => {
    const place = await ListingPlace.firstOrFail()
    const result = await savePlace(place, { ...MILL, ...sent, version: place.version })
    if (!result.ok) throw new Error(result.reason)
  }, 'principal')

test.group('Searching around a place of an agency’s own', (group) => {
  const workspace = new SearchesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await givenMill(workspace)
    await workspace.givenListing({ title: 'By the mill', property: AT_THE_MILL })
    await workspace.givenListing({ title: 'Far away' })
  })

  test('finds what lies there, by any of its names: {question}')
    .with([
      { question: 'near=Old Mill Estate,2' },
      { question: 'near=millside,2 km' },
      { question: 'localities=The Mill' },
      { question: 'localities=Millside&view=gallery' },
      { question: 'near=The Mill,2&view=map' },
    ])
    .run(async ({ client, assert }, { question }) => {
      const list = await workspace.as(
        'principal',
        client.get('/app/listings').qs(Object.fromEntries(new URLSearchParams(question)))
      )

      assert.include(list.text(), 'By the mill')
      assert.notInclude(list.text(), 'Far away')
    })

  test('says around what, and where nobody knows such a place', async ({ client, assert }) => {
    const said = async (near: string) =>
      (await workspace.as('principal', client.get('/app/listings').qs({ near }))).text()

    assert.include(await said('Millside,2'), '2 km around Millside')
    assert.include(await said('Millside, 2 mi'), '2 mi around Millside')
    assert.include(await said('47.61,-122.31,2'), '2 km around a point')
    assert.include(await said('Hobbiton,2'), '“Hobbiton,2” is not a known place')
  })

  test('says the nearest first', async ({ client, assert }) => {
    await workspace.givenListing({
      title: 'At its gate',
      property: { ...AT_THE_MILL, latitude: 47.6101, longitude: -122.3101 },
    })
    const list = await workspace.as(
      'principal',
      client.get('/app/listings').qs({ near: 'Millside,9', types: 'house' })
    )
    const text = list.text()
    assert.isBelow(text.indexOf('At its gate'), text.indexOf('By the mill'))
  })

  test('finds it for programs and for visitors alike', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const { json } = await program.get('/listings?near=Millside,2')
    const site = await new Visitor(workspace.agency.host).get('/listings?localities=Millside')

    assert.deepEqual(
      json.data.map(({ title }: { title: string }) => title),
      ['By the mill']
    )
    assert.include(site.words, 'By the mill')
    assert.notInclude(site.words, 'Far away')
  })

  test('understands visitors who name it, and tells them of no other place', async ({ assert }) => {
    const visitor = new Visitor(workspace.agency.host)
    await workspace.givenListing({
      title: 'Hidden',
      facts: { visibility: 'private' },
      property: { locality: 'Hobbiton' },
    })
    const asked = async (q: string) =>
      (await visitor.get(`/listings?q=${encodeURIComponent(q)}`)).location ?? ''

    await until(async () => decodeURIComponent(await asked('house in millside')).includes('Mill'))
    assert.include(
      decodeURIComponent(await asked('house in millside')),
      'localities=Old+Mill+Estate'
    )
    assert.notInclude(await asked('house in hobbiton'), 'localities')
  })

  test('acts on all that it found', async ({ client, assert }) => {
    const acted = await workspace.as(
      'principal',
      client
        .post('/app/listings/bulk-acts')
        .form({ act: 'tag', all: 'true', query: 'near=Millside,2', tags: 'Mill' })
    )

    acted.assertStatus(302)
    assert.deepEqual((await workspace.listingCalled('By the mill'))?.tagNames, ['Mill'])
    assert.deepEqual((await workspace.listingCalled('Far away'))?.tagNames, [])
  })

  test('is kept, and goes along when the place moves or is renamed', async ({ assert }) => {
    await workspace.givenSearch({ name: 'Around', query: 'near=Millside,2' })
    await workspace.givenSearch({ name: 'Inside', query: 'localities=The Mill' })
    const kept = () =>
      workspace.inAgency(async () => {
        const { rows } = await unitSql(
          'select name, latitude, localities from saved_searches order by name'
        )
        return rows
      })

    const before = await kept()
    await changeMill(workspace, { name: 'New Mill', latitude: 47.7 })

    assert.containSubset(before, [
      { name: 'Around', latitude: 47.61 },
      { name: 'Inside', localities: ['old mill estate'] },
    ])
    assert.containSubset(await kept(), [
      { name: 'Around', latitude: 47.7 },
      { name: 'Inside', localities: ['new mill'] },
    ])
  })
})

test.group('Looking for a home in a place of an agency’s own', (group) => {
  const workspace = new RecommendationsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await givenMill(workspace)
  })

  const wishes = () => workspace.agency.inUnit(async () => ContactRequirement.query().orderBy('id'))

  test('is suggested, kept by its name, and recommended', async ({ client, assert }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenListing({ title: 'By the mill', property: AT_THE_MILL })
    const url = `/app/contacts/${ann.id}/requirements`

    const form = await workspace.as('principal', client.get(`${url}/create`))
    await workspace.as(
      'principal',
      client.post(url).form({ 'dealType': 'sale', 'localities[]': 'millside, ballard, Nowhere' })
    )

    const [wish] = await wishes()
    const found = await workspace.asFragment('principal', client.get(addressOf(wish)))
    assert.include(form.text(), '<option value="Old Mill Estate">')
    assert.deepEqual(wish.localities, ['Old Mill Estate', 'Ballard', 'Nowhere'])
    assert.include(found.text(), 'By the mill')
    assert.match(found.text(), /in Old Mill Estate/i)
  })

  test('follows the place to a new name', async ({ assert }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWish(ann, { localities: ['the mill', 'Ballard', 'OLD MILL ESTATE'] })

    await changeMill(workspace, { name: 'New Mill' })

    assert.deepEqual((await wishes())[0].localities, ['New Mill', 'Ballard'])
  })

  test('knows the market’s places alone where listings are off', async ({ client, assert }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.agency.switchModule('listings', 'off')

    const form = await workspace.as(
      'principal',
      client.get(`/app/contacts/${ann.id}/requirements/create`)
    )

    assert.include(form.text(), '<option value="Ballard">')
    assert.notInclude(form.text(), 'Old Mill')
  })
})

test.group('A listing in a place of an agency’s own', (group) => {
  const workspace = new ListingImportWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await givenMill(workspace)
  })

  const typed = { 'title': 'Cottage', 'dealType': 'sale', 'property[type]': 'cottage' }
  const add = { ...typed, 'address[locality]': 'millside', 'address[city]': 'Seattle' }

  test('takes its name and its middle, until somebody points elsewhere', async ({
    client,
    assert,
  }) => {
    await workspace.as('principal', client.post('/app/listings').form(add))
    const listing = await workspace.listingCalled('Cottage')
    await changeMill(workspace, { latitude: 47.7 })
    const moved = await workspace.listingCalled('Cottage')

    assert.containSubset(listing?.property, {
      locality: 'Old Mill Estate',
      ...{ latitude: 47.61, longitude: -122.31 },
    })
    assert.equal(moved?.property.latitude, 47.7)
  })

  test('is told of under the new name of its place, and so found by it', async ({
    client,
    assert,
  }) => {
    await workspace.as('principal', client.post('/app/listings').form(add))
    const { id } = (await workspace.listingCalled('Cottage'))!

    await changeMill(workspace, { name: 'New Mill' })

    const { rows } = await coreSql<{ payload: object }>(
      `select payload from outbox where tenant_id = ? and name = 'listings.updated' order by id`,
      [workspace.agency.id]
    )
    assert.deepEqual(rows.at(-1)?.payload, { listingIds: [id] })
  })

  test('goes to the middle of another place where nobody pointed', async ({ client, assert }) => {
    await workspace.as('principal', client.post('/app/listings').form(add))
    const { id } = (await workspace.listingCalled('Cottage'))!

    const form = await workspace.as('principal', client.get(`/app/listings/${id}/edit`))
    await workspace.as(
      'principal',
      client
        .put(`/app/listings/${id}`)
        .form({ ...add, 'version': 1, 'address[locality]': 'Ballard', 'property[latitude]': '' })
    )

    assert.notMatch(form.text(), /name="property\[latitude\]"[^>]* value=/)
    assert.closeTo((await workspace.listing(id))!.property.latitude!, 47.67, 0.02)
  })

  test('comes in with a list by any of its names', async ({ assert }) => {
    await workspace.import({
      list: 'Listing ID,Title,Price,Locality,City\nA1,Mill house,$450k,The Mill,Seattle\n',
    })

    const listing = await workspace.listingCalled('Mill house')
    assert.containSubset(listing?.property, { locality: 'Old Mill Estate', latitude: 47.61 })
  })

  test('is named once the place is written down', async ({ assert }) => {
    const unplaced = { latitude: null, longitude: null }
    const early = await workspace.givenListing({
      property: { locality: 'Lower Mill', city: 'Seattle', ...unplaced },
    })
    const elsewhere = await workspace.givenListing({
      property: { locality: 'Lower Mill', city: 'Tacoma', ...unplaced },
    })

    await changeMill(workspace, { also: ['Lower Mill'] })

    const known = (await workspace.listing(early.id))?.property
    assert.containSubset(known, { locality: 'Old Mill Estate', latitude: 47.61 })
    assert.equal((await workspace.listing(elsewhere.id))?.property.locality, 'Lower Mill')
  })
})
