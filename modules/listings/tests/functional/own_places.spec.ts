import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { until } from '#tests/support/until'
import { savePlace } from '../../actions/save_place.ts'
import ListingPlace from '../../models/listing_place.ts'
import { PLACES_CHANGED, agencyVocabulary } from '../../queries/agency_vocabulary.ts'
import { ListingsWorkspace } from '../workspace.ts'

const HOME = '/app/settings/listing-places'

const MILL = {
  ...{ 'name': 'Old Mill Estate', 'also[]': 'The Mill, Millside', 'city': 'Seattle' },
  ...{ latitude: '47.61', longitude: '-122.31' },
}

test.group('Places of an agency’s own', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const place = () => workspace.agency.inUnit(async () => ListingPlace.query().firstOrFail())

  test('are suggested, understood and shown on the map', async ({ client, assert }) => {
    const added = await workspace.as('principal', client.post(HOME).form(MILL))
    const page = await workspace.as('principal', client.get(HOME))
    const form = await workspace.as('principal', client.get('/app/listings/create'))
    await workspace.givenListing({
      title: 'By the mill',
      property: { locality: 'Old Mill Estate' },
    })
    await workspace.givenListing({ title: 'Not there' })
    const map = await workspace.as('principal', client.get('/app/listings?view=map'))

    added.assertHeader('location', HOME)
    for (const text of [page.text(), form.text(), map.text()])
      assert.include(text, 'Old Mill Estate')
    await until(async () => {
      const { localities } = await workspace.agency.inUnit(agencyVocabulary)
      return localities.some(({ also }) => also.includes('Millside'))
    })
    const found = await workspace.asFragment(
      'principal',
      client.get('/app/listings').qs({ q: 'house in millside' })
    )
    assert.include(found.text(), 'By the mill')
    assert.notInclude(found.text(), 'Not there')
  })

  test('are read anew once they stand, not while they are being written', async ({ assert }) => {
    const heard: string[] = []
    noticeBoard.on(PLACES_CHANGED, (id) => heard.push(id))

    await workspace.agency.inUnit(async () => {
      await savePlace(null, { name: 'Old Mill Estate' })
      await setTimeout(200)
      assert.notInclude(heard, workspace.agency.id)
    }, 'principal')

    await until(() => heard.includes(workspace.agency.id))
  })

  test('are called as no other place, and lie somewhere on earth', async ({ client, assert }) => {
    const send = (sent: object) =>
      workspace.asFragment('principal', client.post(HOME).form({ ...MILL, ...sent }))

    const known = await send({ name: 'ballard' })
    await send({})
    const twice = await send({ name: 'the mill' })
    const nowhere = await send({ name: 'Elsewhere', latitude: '99' })
    const half = await send({ name: 'Half', latitude: '' })
    const nameless = await send({ name: '' })

    assert.include(known.text(), 'Ballard is already known')
    assert.include(twice.text(), 'The Mill is already among your places')
    for (const refused of [known, twice, nowhere, half, nameless]) refused.assertStatus(422)
  })

  test('take their listings along to a new name, by the version that was seen', async ({
    client,
    assert,
  }) => {
    await workspace.as('principal', client.post(HOME).form(MILL))
    const { id } = await place()
    const listing = await workspace.givenListing({ property: { locality: 'old mill estate' } })
    const sent = { ...MILL, name: 'New Mill' }

    const stale = await workspace.asFragment(
      'principal',
      client.put(`${HOME}/${id}`).form({ ...sent, version: 4 })
    )
    await workspace.as('principal', client.put(`${HOME}/${id}`).form({ ...sent, version: 1 }))

    stale.assertStatus(409)
    assert.equal((await place()).name, 'New Mill')
    assert.equal((await workspace.listing(listing.id))?.property.locality, 'New Mill')
  })

  test('go again', async ({ client, assert }) => {
    await workspace.as('principal', client.post(HOME).form(MILL))
    const { id } = await place()

    await workspace.as('principal', client.delete(`${HOME}/${id}`))
    const gone = await workspace.as('principal', client.get(`${HOME}/${id}/edit`))

    gone.assertStatus(404)
    const page = await workspace.as('principal', client.get(HOME))
    assert.include(page.text(), 'No places of your own yet')
  })

  test('are for those who may configure listings, and nobody of another agency', async ({
    client,
  }) => {
    await workspace.as('principal', client.post(HOME).form(MILL))
    const { id } = await place()

    const agent = await workspace.as('senior_agent', client.get(HOME))
    const sent = await workspace.as('senior_agent', client.post(HOME).form(MILL))
    const stranger = await workspace.asStranger(client.get(`${HOME}/${id}/edit`))

    agent.assertStatus(403)
    sent.assertStatus(403)
    stranger.assertStatus(404)
  })
})
