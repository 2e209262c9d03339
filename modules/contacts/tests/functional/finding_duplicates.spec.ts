import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { browserForm } from '../browser_form.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Finding duplicates while typing', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  test('shows who has the same number, the same e-mail or nearly the same name, and why', async ({
    client,
    assert,
  }) => {
    await workspace.givenContact({ name: 'By Phone', phone: '+12065550142' })
    await workspace.givenContact({ name: 'By Mail', email: 'ann@lee.example' })
    await workspace.givenContact({ name: 'Annabel Leighton' })
    await workspace.givenContact({ name: 'Nobody Else' })
    const typed = new URLSearchParams(
      browserForm({
        type: 'person',
        firstName: 'Anabel',
        lastName: 'Leighton',
        phones: [{ number: '206 555 0142' }],
        emails: [{ address: 'Ann@Lee.example' }],
      })
    )

    const response = await workspace.asFragment(
      'principal',
      client.get(`/app/contacts/likenesses?${typed}`)
    )

    response.assertStatus(200)
    for (const name of ['By Phone', 'By Mail', 'Annabel Leighton'])
      assert.include(response.text(), name)
    for (const reason of ['Same phone', 'Same e-mail', 'Similar name'])
      assert.include(response.text(), reason)
    assert.notInclude(response.text(), 'Nobody Else')
  })

  test('takes anything that is half typed without complaint', async ({ client, assert }) => {
    for (const asked of ['', 'phones=x', 'phones[0][number]=12', 'firstName[]=a', 'of=nonsense']) {
      const response = await workspace.asFragment(
        'principal',
        client.get(`/app/contacts/likenesses?${asked}`)
      )
      response.assertStatus(200)
      assert.notInclude(response.text(), 'You may already know them')
    }
  })

  test('knows only what the person may see, and asks for the right to add', async ({
    client,
    assert,
  }) => {
    await workspace.givenContact({ name: 'Secret Person', phone: '+12065550142' })
    const address = '/app/contacts/likenesses?phones[0][number]=2065550142'

    const agent = await workspace.asFragment('junior_agent', client.get(address))
    const forbidden = await workspace.asFragment('collections_manager', client.get(address))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.asFragment('principal', client.get(address))

    assert.notInclude(agent.text(), 'Secret Person')
    forbidden.assertStatus(403)
    off.assertStatus(404)
  })

  test('looks while somebody is changed, too, but never at themselves', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550142' })
    const form = await workspace.as('principal', client.get(`/app/contacts/${ann.id}/edit`))
    const address = `/app/contacts/likenesses?of=${ann.id}`
    const typed = '&type=person&firstName=Ann&lastName=Lee'

    const alone = await workspace.asFragment('principal', client.get(`${address}${typed}`))
    await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550143' })
    const other = await workspace.asFragment('principal', client.get(`${address}${typed}`))

    assert.include(form.text(), `hx-get="${address}"`)
    assert.notInclude(alone.text(), 'Ann Lee')
    assert.include(other.text(), 'Ann Lee')
    assert.include(other.text(), `hx-get="${address}"`)
  })

  test('asks before somebody of the same name is added', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Ann Lee' })
    const typed = { type: 'person', firstName: 'Ann', lastName: 'Lee' }

    const asked = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm(typed))
    )
    const added = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm({ ...typed, anyway: 'true' }))
    )

    asked.assertStatus(409)
    assert.include(asked.text(), 'Similar name')
    added.assertStatus(302)
  })
})

test.group('Finding duplicates among all contacts', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  test('lists likely pairs with reason and score, the likeliest first', async ({
    client,
    assert,
  }) => {
    const one = await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550142' })
    await workspace.givenContact({ name: 'Anne Lee', phone: '+12065550142' })
    await workspace.givenContact({ name: 'Bob Other', email: 'bob@other.example' })
    const bob = await workspace.givenContact({ name: 'Robert Kay', email: 'bob@other.example' })
    await workspace.look(one, bob)

    const page = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    page.assertStatus(200)
    const text = page.text()
    assert.isBelow(text.indexOf('Anne Lee'), text.indexOf('Robert Kay'))
    assert.include(text, '60% likely')
    assert.include(text, 'Same phone')
    assert.include(text, 'Same e-mail')
  })

  test('passes over namesakes who can be told apart', async ({ client, assert }) => {
    const one = await workspace.givenContact({
      name: 'John Smith',
      phone: '+12065550142',
      facts: { city: 'Seattle' },
    })
    await workspace.givenContact({
      name: 'John Smith',
      phone: '+12065550143',
      facts: { city: 'Kent' },
    })
    await workspace.look(one)

    const page = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    assert.notInclude(page.text(), 'John Smith')
  })

  test('shows an agent only pairs of which both are theirs', async ({ client, assert }) => {
    const mine = await workspace.givenContact({
      name: 'Mine One',
      owner: 'senior_agent',
      phone: '+12065550142',
    })
    await workspace.givenContact({ name: 'Secret One', phone: '+12065550142' })
    await workspace.look(mine)

    const page = await workspace.as('senior_agent', client.get('/app/contacts/duplicates'))

    assert.notInclude(page.text(), 'Secret One')
    assert.notInclude(page.text(), 'Mine One')
  })

  test('remembers that two are different, and can be told otherwise', async ({
    client,
    assert,
  }) => {
    const one = await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550142' })
    await workspace.givenContact({ name: 'Anne Lee', phone: '+12065550142' })
    await workspace.look(one)
    const [pair] = await workspace.pairs()
    const dismissal = `/app/contacts/duplicates/${pair.id}/dismissal`

    const gone = await workspace.asFragment('principal', client.post(dismissal))
    await workspace.look(one)
    const still = await workspace.as('principal', client.get('/app/contacts/duplicates'))
    const plain = await workspace.as('principal', client.delete(dismissal))
    const again = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    assert.notInclude(gone.text(), 'Anne Lee')
    assert.include(gone.text(), 'Marked as different people')
    assert.notInclude(still.text(), 'Anne Lee')
    plain.assertHeader('location', '/app/contacts/duplicates')
    assert.include(again.text(), 'Anne Lee')
  })

  test('lets nobody dismiss a pair beyond their reach', async ({ client }) => {
    const one = await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550142' })
    await workspace.givenContact({ name: 'Anne Lee', phone: '+12065550142' })
    await workspace.look(one)
    const [pair] = await workspace.pairs()
    const dismissal = `/app/contacts/duplicates/${pair.id}/dismissal`

    const agent = await workspace.as('senior_agent', client.post(dismissal))
    const stranger = await workspace.asStranger(client.post(dismissal))
    const forbidden = await workspace.as('marketing', client.post(dismissal))
    const nonsense = await workspace.as(
      'principal',
      client.post('/app/contacts/duplicates/nonsense/dismissal')
    )

    agent.assertStatus(404)
    stranger.assertStatus(404)
    forbidden.assertStatus(403)
    nonsense.assertStatus(404)
  })

  test('looks through everybody in the background, one search at a time', async ({
    client,
    assert,
    cleanup,
  }) => {
    await coreSql('delete from outbox')
    await coreSql('delete from pgboss.job')
    await workspace.givenContacts(600)
    await workspace.givenContact({ name: 'Said Twice', phone: '+12065559999' })
    await workspace.givenContact({ name: 'Sad Twice', phone: '+12065559999' })
    const search = () => workspace.as('principal', client.post('/app/contacts/duplicates/search'))

    const first = await search()
    await search()
    const waiting = await workspace.as('principal', client.get('/app/contacts/duplicates'))
    const works = await workspace.searches()
    await startWorker(cleanup)
    await until(async () => (await workspace.latestSearch()).isOver)
    const over = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    first.assertHeader('location', '/app/contacts/duplicates')
    assert.include(waiting.text(), 'Searching for duplicates')
    assert.lengthOf(works, 1)
    assert.include(over.text(), 'Said Twice')
    assert.notInclude(over.text(), 'Searching for duplicates')
    assert.equal((await workspace.latestSearch()).rowsDone, 602)
  }).timeout(60_000)

  test('pages through them, and costs two statements however many there are', async ({
    client,
    assert,
  }) => {
    for (let count = 0; count < 30; count++) {
      const phone = `+120655501${count + 10}`
      const first = await workspace.givenContact({ name: `First ${count}`, phone })
      await workspace.givenContact({ name: `Second ${count}`, phone })
      await workspace.look(first)
    }
    const page = (query = '') =>
      workspace.as('principal', client.get(`/app/contacts/duplicates${query}`))

    const first = await page()
    const next = /href="[^"]*\?(after=[^"&]*)"/.exec(first.text())?.[1]
    const second = await page(`?${next}`)
    const statements = await countedQueries(() => page())

    assert.lengthOf(first.text().match(/<article/g) ?? [], 25)
    assert.isAtLeast((second.text().match(/<article/g) ?? []).length, 5)
    assert.lengthOf(
      statements.filter((sql) => sql.includes('contact_pairs')),
      1
    )
  })

  test('is closed to those who may not merge, and while the module is off', async ({ client }) => {
    const forbidden = await workspace.as('marketing', client.get('/app/contacts/duplicates'))
    const search = await workspace.as('marketing', client.post('/app/contacts/duplicates/search'))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    forbidden.assertStatus(403)
    search.assertStatus(403)
    off.assertStatus(404)
  })
})
