import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { ContactsWorkspace } from '../workspace.ts'

/** The names in the list, from the top down. */
function namesIn(html: string): string[] {
  return [...html.matchAll(/<span class="truncate">([^<]*)<\/span>/g)].map(([, name]) => name)
}

function nextPageIn(html: string, rel: 'next' | 'prev'): string | null {
  const href = new RegExp(`rel="${rel}" href="([^"]*)"`).exec(html)?.[1]
  return href ? href.replaceAll('&amp;', '&') : null
}

test.group('The list of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows 25 of them by name, and how many there are', async ({ client, assert }) => {
    await workspace.givenContacts(30)

    const response = await workspace.as('principal', client.get('/app/contacts'))

    response.assertStatus(200)
    assert.lengthOf(namesIn(response.text()), 25)
    assert.equal(namesIn(response.text())[24], 'Contact 025')
    assert.match(response.text(), /1.25 of 30/)
  })

  test('offers no tap on a number that may not be called', async ({ client, assert }) => {
    const call = { state: 'refused' as const, at: null, how: null }
    const may = { name: 'May be called', phone: '+12065550142' }
    await workspace.givenContact(may)
    await workspace.givenContact({ ...may, phone: '+12065550143', facts: { consent: { call } } })

    const page = await workspace.as('principal', client.get('/app/contacts'))

    assert.include(page.text(), 'href="tel:+12065550142"')
    assert.include(page.text(), '(206) 555-0143')
    assert.notInclude(page.text(), 'tel:+12065550143')
  })

  test('answers htmx with the list alone', async ({ client, assert }) => {
    await workspace.givenContacts(2)

    const response = await workspace.asFragment('principal', client.get('/app/contacts'))

    assert.lengthOf(namesIn(response.text()), 2)
    assert.notInclude(response.text(), '<html')
  })

  test('is walked through in the order {sort}, every contact once, and back again')
    .with([
      { sort: 'name' },
      { sort: '-name' },
      { sort: 'created' },
      { sort: '-created' },
      { sort: 'touched' },
      { sort: '-touched' },
      { sort: 'next' },
      { sort: '-next' },
      { sort: 'owner' },
      { sort: '-owner' },
    ])
    .run(async ({ client, assert }, { sort }) => {
      await workspace.givenContacts(60)
      await workspace.givenHistory()
      const seen: string[][] = []
      let address: string | null = `/app/contacts?sort=${sort}`
      let last = ''
      while (address) {
        const response = await workspace.as('principal', client.get(address))
        seen.push(namesIn(response.text()))
        last = address
        address = nextPageIn(response.text(), 'next')
      }

      assert.deepEqual(
        seen.map((names) => names.length),
        [25, 25, 10]
      )
      assert.lengthOf(new Set(seen.flat()), 60)
      const third = await workspace.as('principal', client.get(last))
      const back = nextPageIn(third.text(), 'prev')
      const second = await workspace.as('principal', client.get(back!))
      assert.deepEqual(namesIn(second.text()), seen[1])
      assert.match(second.text(), /26.50 of 60/)
    })

  test('finds {typed}')
    .with([
      { typed: 'sibanda' },
      { typed: 'Moyo Sib' },
      { typed: 'ruto' },
      { typed: '(206) 555-0142' },
      { typed: '02065550142' },
      { typed: '555 0142' },
      { typed: 'RUTO@post' },
      { typed: 'harbour' },
      { typed: 'tacoma' },
    ])
    .run(async ({ client, assert }, { typed }) => {
      await workspace.givenContacts(3)
      await workspace.givenContact({
        name: 'Ruto Moyo-Sibanda',
        phone: '+12065550142',
        email: 'ruto@post.example',
        facts: { companyName: 'Harbour Homes', city: 'Tacoma' },
      })

      const response = await workspace.as('principal', client.get('/app/contacts').qs({ q: typed }))

      assert.deepEqual(namesIn(response.text()), ['Ruto Moyo-Sibanda'])
    })

  test('takes signs that mean something to the database as what they are', async ({
    client,
    assert,
  }) => {
    await workspace.givenContacts(3)
    await workspace.givenContact({ name: '100% Homes_Ltd' })

    for (const [typed, count] of [
      ['100%', 1],
      ['s_l', 1],
      ['%', 1],
      ['_', 1],
      ['\\', 0],
    ] as const) {
      const response = await workspace.as('principal', client.get('/app/contacts').qs({ q: typed }))
      assert.lengthOf(namesIn(response.text()), count, typed)
    }
  })

  test('does not stumble over an address that makes no sense: {address}')
    .with([
      { address: '?after=nonsense' },
      { address: `?after=${Buffer.from('["x","y",1]').toString('base64url')}` },
      { address: `?sort=touched&after=${cursor('tomorrow')}` },
      { address: `?sort=next&after=${cursor('2026-99-99x')}` },
      { address: '?sort=constructor' },
      { address: '?sort=-password&before=' },
      { address: '?owner=nobody&team=x&kind=king&from=today&to=2026-02-31&consent=telepathy' },
      { address: '?q[]=a&q[]=b&tag[x]=y&cols[a]=b&status[]=deleted' },
      { address: '?open=../../x&as=everything' },
      { address: '?custom.budget=1&custom.__proto__=2' },
      { address: '?q=%00&tag=%00' },
    ])
    .run(async ({ client }, { address }) => {
      await workspace.givenContacts(1)

      const response = await workspace.as('principal', client.get(`/app/contacts${address}`))

      response.assertStatus(200)
    })

  test('shows the columns that were chosen, and remembers them', async ({ client, assert }) => {
    await workspace.givenContact({ facts: { source: 'Sign at the gate' } })

    const chosen = await workspace.as(
      'principal',
      client.get('/app/contacts?cols=source&cols=city')
    )
    const later = await workspace
      .as('principal', client.get('/app/contacts'))
      .withPlainCookie('contacts_columns', 'source.city')

    assert.include(chosen.text(), 'Sign at the gate')
    assert.equal(chosen.cookie('contacts_columns')?.value, 'city.source')
    assert.include(later.text(), 'Sign at the gate')
  })

  test('costs as many statements for 25 contacts as for one', async ({ client, assert }) => {
    const list = () => workspace.as('principal', client.get('/app/contacts?cols=tags&cols=owner'))
    const ownStatements = async () =>
      (await countedQueries(list)).filter((sql) => /contact|tag|timeline/.test(sql))
    await workspace.givenContacts(1)
    const forOne = await ownStatements()
    await workspace.givenContacts(24)
    const forAll = await ownStatements()

    assert.deepEqual(forAll, forOne)
    assert.lengthOf(forAll, 1, forAll.join('\n'))
  })

  test('says what belongs here while there is nothing yet', async ({ client, assert }) => {
    const empty = await workspace.as('principal', client.get('/app/contacts'))
    const filtered = await workspace.as('principal', client.get('/app/contacts?q=nobody'))

    assert.include(empty.text(), 'No contacts yet')
    assert.include(empty.text(), '/app/contacts/imports/create')
    assert.include(filtered.text(), 'Nobody matches')
  })

  test('is forbidden to those who may not see contacts', async ({ client }) => {
    await workspace.givenReach('marketing', 'contacts.view', 'none')

    const response = await workspace.as('marketing', client.get('/app/contacts'))

    response.assertStatus(403)
  })

  test('shows nothing of another agency', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Only ours' })

    const response = await workspace.asStranger(client.get('/app/contacts'))

    response.assertStatus(200)
    assert.notInclude(response.text(), 'Only ours')
  })

  test('is not there while the module is off', async ({ client }) => {
    await workspace.agency.switchModule('contacts', 'off')

    const response = await workspace.as('principal', client.get('/app/contacts'))

    response.assertStatus(404)
  })
})

function cursor(key: string): string {
  const id = '01976f00-0000-7000-8000-000000000000'
  return Buffer.from(JSON.stringify([key, id, 3])).toString('base64url')
}
