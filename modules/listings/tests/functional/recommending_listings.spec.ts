import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { RecommendationsWorkspace, addressOf } from '../recommendations_workspace.ts'

test.group('Recommended listings', (group) => {
  const workspace = new RecommendationsWorkspace()
  group.each.setup(() => workspace.open())

  test('are those that come near to what a contact looks for, the best first, with the reasons', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWays(ann)
    const wish = await workspace.givenWish(ann, { dealBreakers: 'busy road, no garage' })
    await workspace.givenListing({ title: 'Bare', property: { features: ['garage'] } })
    await workspace.givenListing({ title: 'Just right' })
    await workspace.givenListing({ title: 'A bit dear', facts: { priceMinor: 84_000_000 } })
    await workspace.givenListing({
      title: 'Loud',
      facts: { description: 'On a busy road' },
    })
    await workspace.givenListing({ title: 'Elsewhere', property: { locality: 'Fremont' } })
    await workspace.givenListing({ title: 'Tiny', property: { beds: 1 } })
    await workspace.givenListing({ title: 'Dear', facts: { priceMinor: 99_000_000 } })
    await workspace.givenListing({ title: 'Gone', status: 'closed' })

    const fragment = await workspace.asFragment('principal', client.get(addressOf(wish)))
    const page = await workspace.as('principal', client.get(addressOf(wish)))
    const contact = await workspace.as('principal', client.get(`/app/contacts/${ann.id}`))

    const text = fragment.text()
    const places = ['Just right', 'Bare', 'A bit dear', 'Loud'].map((one) =>
      text.indexOf(`>${one}<`)
    )
    assert.isTrue(places.every((place) => place > 0))
    assert.equal(text.indexOf('>Just right<'), Math.min(...places))
    assert.equal(text.indexOf('>Loud<'), Math.max(...places))
    assert.include(text, 'Within budget, in Ballard, house, 3 beds, garden')
    assert.include(text, 'Within budget, in Ballard, house, 3 beds; no garden')
    assert.include(text, '5% over budget')
    assert.include(text, 'Deal-breaker: busy road')
    assert.include(text, 'https://wa.me/12065550100?text=Just%20right')
    assert.include(text, 'mailto:ann@north.example?subject=Just%20right')
    for (const title of ['Elsewhere', 'Tiny', '>Dear<', 'Gone']) assert.notInclude(text, title)
    assert.include(page.text(), 'Recommended for Ann Lee')
    assert.include(contact.text(), addressOf(wish))
  })

  test('go when they are nothing for them, and come back', async ({ client, assert }) => {
    const wish = await workspace.givenWish(await workspace.givenContact('Ann Lee'))
    const listing = await workspace.givenListing()
    const at = `${addressOf(wish)}/${listing.id}/dismissal`

    const dismissed = await workspace.asFragment('principal', client.post(at))
    const again = await workspace.asFragment('principal', client.post(at))
    const back = await workspace.asFragment('principal', client.delete(at))
    const plain = await workspace.as('principal', client.post(at))

    assert.include(dismissed.text(), 'No listing on the market matches right now')
    assert.include(dismissed.text(), 'dismissal?_method=DELETE')
    again.assertStatus(200)
    assert.include(back.text(), 'House on the hill')
    plain.assertHeader('location', addressOf(wish))
  })

  test('are sent from the own telephone or mailbox, which writes itself down', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact('Ann Lee')
    const wish = await workspace.givenWish(ann)
    const listing = await workspace.givenListing()
    const at = `${addressOf(wish)}/${listing.id}/sending`

    await workspace.as('principal', client.post(`${at}?kind=whatsapp`))
    const nonsense = await workspace.asFragment('principal', client.post(`${at}?kind=pigeon`))
    const list = await workspace.asFragment('principal', client.get(addressOf(wish)))

    nonsense.assertStatus(422)
    assert.deepEqual(await workspace.contactTimeline(ann.id), [
      `whatsapp: Sent by WhatsApp: House on the hill (${listing.reference})`,
    ])
    assert.include(list.text(), 'Sent ')
  })

  test('go to no channel that was refused, and carry no address of what is not public', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWays(ann)
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set consent = '{"email":{"state":"refused"}}' where id = ?`, [
        ann.id,
      ])
    )
    await workspace.givenListing({ facts: { visibility: 'private' } })

    const wish = await workspace.givenWish(ann)
    const list = await workspace.asFragment('principal', client.get(addressOf(wish)))

    assert.notInclude(list.text(), 'mailto:')
    assert.include(list.text(), 'wa.me')
    assert.notInclude(list.text(), '%2Flistings%2F')
  })

  test('keep an address to themselves that may not be shown', async ({ client, assert }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWays(ann)
    await workspace.givenListing({ title: 'Loft at 5 Pine St', facts: { hidesAddress: true } })

    const wish = await workspace.givenWish(ann)
    const list = await workspace.asFragment('principal', client.get(addressOf(wish)))

    const sent = list.text().match(/(?:mailto:|wa\.me)[^"]+/g) ?? []
    assert.lengthOf(sent, 2)
    for (const one of sent) {
      assert.include(one, 'Loft%20at%20Ballard')
      assert.notMatch(one, /pine/i)
    }
    assert.include(list.text(), 'Loft at 5 Pine St')
  })

  test('are for those who reach the contact, and work with them', async ({ client, assert }) => {
    const wish = await workspace.givenWish(await workspace.givenContact('Ann Lee'))
    const listing = await workspace.givenListing()
    const dismissal = `${addressOf(wish)}/${listing.id}/dismissal`

    const junior = await workspace.as('junior_agent', client.get(addressOf(wish)))
    const stranger = await workspace.asStranger(client.get(addressOf(wish)))
    const looker = await workspace.as('collections_manager', client.get(addressOf(wish)))
    const acting = await workspace.as('collections_manager', client.post(dismissal))
    const nonsense = await workspace.as(
      'principal',
      client.get('/app/contacts/a/requirements/b/recommendations')
    )

    junior.assertStatus(404)
    stranger.assertStatus(404)
    nonsense.assertStatus(404)
    looker.assertStatus(200)
    assert.notInclude(looker.text(), 'Not for them')
    acting.assertStatus(403)
  })

  test('cost as many queries, however many there are', async ({ client, assert }) => {
    const wish = await workspace.givenWish(await workspace.givenContact('Ann Lee'))
    const read = () => workspace.asFragment('principal', client.get(addressOf(wish)))
    await workspace.givenListing()
    await read()
    const few = await countedQueries(async () => void (await read()))
    for (let count = 0; count < 5; count++) await workspace.givenListing()
    await read()
    const many = await countedQueries(async () => void (await read()))
    assert.isAtMost(many.length, few.length + 2)
  })
})

test.group('Who looks for a listing', (group) => {
  const workspace = new RecommendationsWorkspace()
  group.each.setup(() => workspace.open())

  test('is everybody in reach whose wishes it comes near to, with the reasons', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const at = `/app/listings/${listing.id}/seekers`
    const ann = await workspace.givenContact('Ann Lee')
    const wish = await workspace.givenWish(ann)
    await workspace.givenWish(await workspace.givenContact('Anywhere Moyo', 'senior_agent'), {
      ...{ localities: [], types: [], bedsMin: 4, budgetToMinor: null, features: [] },
    })
    await workspace.givenWish(await workspace.givenContact('Too Poor'), {
      budgetToMinor: 10_000_000,
    })
    await workspace.givenWish(await workspace.givenContact('A Tenant'), { dealType: 'rent' })

    const all = await workspace.asFragment('principal', client.get(at))
    const own = await workspace.asFragment('senior_agent', client.get(at))
    const page = await workspace.as('principal', client.get(at))
    const record = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    await workspace.as('principal', client.post(`${addressOf(wish)}/${listing.id}/dismissal`))
    const after = await workspace.asFragment('principal', client.get(at))

    assert.include(all.text(), 'Ann Lee')
    assert.include(all.text(), 'Within budget, in Ballard, house, 3 beds, garden')
    assert.include(all.text(), 'Only 3 beds')
    assert.notInclude(all.text(), 'Too Poor')
    assert.notInclude(all.text(), 'A Tenant')
    assert.notInclude(own.text(), 'Ann Lee')
    assert.include(own.text(), 'Anywhere Moyo')
    page.assertStatus(200)
    assert.include(record.text(), at)
    assert.notInclude(after.text(), 'Ann Lee')
  })

  test('is nobody where nobody does, and nothing for another agency', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const at = `/app/listings/${listing.id}/seekers`
    const none = await workspace.asFragment('principal', client.get(at))
    const stranger = await workspace.asStranger(client.get(at))
    assert.include(none.text(), 'Nobody you can see')
    stranger.assertStatus(404)
  })
})
