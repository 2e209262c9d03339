import { test } from '@japa/runner'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Finding listed homes while typing', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  const address = (more = '') =>
    `/app/listings/likenesses?dealType=sale&address[line]=5+PINE+Street&address[city]=seattle${more}`

  test('shows the one at the same address, with the reason and the way to it', async ({
    client,
    assert,
  }) => {
    const known = await workspace.givenListing({ title: 'House on Pine' })

    const page = await workspace.asFragment('principal', client.get(address()))

    page.assertStatus(200)
    assert.include(page.text(), `href="/app/listings/${known.id}"`)
    assert.include(page.text(), 'Same address')
  })

  test('shows the one at the same place, of the same type, bedrooms and size', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing({ title: 'House on Pine' })
    const at = (latitude: number, size = 1810) =>
      `/app/listings/likenesses?property[type]=house&property[beds]=3&property[size]=${size}&property[sizeUnit]=sqft&property[latitude]=${latitude}&property[longitude]=-122.38`
    const ask = async (url: string) =>
      (await workspace.asFragment('principal', client.get(url))).text()

    assert.include(await ask(at(47.6602)), 'Same place, type and size')
    assert.notInclude(await ask(at(47.6604)), 'House on Pine')
    assert.notInclude(await ask(at(47.6602, 1900)), 'House on Pine')
  })

  test('knows another door, another town, another deal and what is over apart', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing({
      title: 'Flat one',
      property: { address: { line: '5 Pine St', unit: 'Apt 1', city: 'Seattle' } },
    })
    await workspace.givenListing({ title: 'Sold once', status: 'closed' })
    await workspace.givenListing({ title: 'Ran out', status: 'expired' })
    const ask = async (more: string, url = address()) =>
      (await workspace.asFragment('principal', client.get(url + more))).text()

    assert.notInclude(await ask('&address[unit]=2'), 'Flat one')
    assert.include(await ask('&address[unit]=1'), 'Flat one')
    assert.notInclude(
      await ask('&address[unit]=1', address().replace('seattle', 'kent')),
      'Flat one'
    )
    assert.notInclude(await ask('&address[unit]=1', address().replace('sale', 'rent')), 'Flat one')
    for (const over of ['Sold once', 'Ran out']) assert.notInclude(await ask(''), over)
  })

  test('takes anything that is half typed without complaint', async ({ client, assert }) => {
    for (const asked of [
      '',
      'address=x&property=y',
      'property[size]=12x&property[beds]=-9e99&property[sizeUnit]=acre',
      'address[line][]=a&of=nonsense',
      'property[latitude]=900&property[longitude]=1',
    ]) {
      const response = await workspace.asFragment(
        'principal',
        client.get(`/app/listings/likenesses?${asked}`)
      )
      response.assertStatus(200)
      assert.notInclude(response.text(), 'listed already')
    }
  })

  test('looks while a listing is changed, too, but never at itself', async ({ client, assert }) => {
    const known = await workspace.givenListing({ title: 'House on Pine' })
    const form = await workspace.as('principal', client.get(`/app/listings/${known.id}/edit`))
    const itself = await workspace.asFragment('principal', client.get(address(`&of=${known.id}`)))

    assert.include(form.text(), `hx-get="/app/listings/likenesses?of=${known.id}"`)
    assert.notInclude(itself.text(), 'House on Pine')
  })

  test('knows only what the person may see, and asks for the right to add', async ({
    client,
    assert,
  }) => {
    await workspace.givenListing({ title: 'Secret house' })
    await workspace.givenReach('senior_agent', 'listings.view', 'own')

    const agent = await workspace.asFragment('senior_agent', client.get(address()))
    const forbidden = await workspace.asFragment('collections_manager', client.get(address()))
    const stranger = await workspace.asStranger(client.get(address()))
    await workspace.agency.switchModule('listings', 'off')
    const off = await workspace.asFragment('principal', client.get(address()))

    for (const one of [agent, stranger]) assert.notInclude(one.text(), 'Secret house')
    forbidden.assertStatus(403)
    off.assertStatus(404)
  })

  test('saves all the same, and says on the record what is like it', async ({ client, assert }) => {
    const known = await workspace.givenListing({ title: 'House on Pine' })

    const saved = await workspace.as(
      'principal',
      client.post('/app/listings').unsafeForm({
        'title': 'Once more',
        'dealType': 'sale',
        'property[type]': 'house',
        'address[line]': '5 Pine St',
        'address[city]': 'Seattle',
        'address[state]': 'WA',
      })
    )
    const record = await workspace.as('principal', client.get(saved.header('location')!))

    saved.assertStatus(302)
    assert.include(record.text(), 'This may be listed already')
    assert.include(record.text(), `merges/create?with=${known.id}`)
  })

  test('reads an address as the database does', async ({ assert }) => {
    for (const written of [
      { line: '12, Lake-Shore Avenue', unit: 'Apt. 4b' },
      { line: '7 Avenue Road', unit: '#3' },
      { line: 'गली नंबर ४', unit: 'Flat २' },
      { line: '', unit: '3' },
      { line: 'Straße 5 Drive' },
    ]) {
      const [stored, typed] = await workspace.addressKeys(written)
      assert.equal(typed, stored, JSON.stringify(written))
    }
  })
})
