import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { browserForm } from '../browser_form.ts'
import type Contact from '../../models/contact.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

const granted = { state: 'granted' as const, at: '2026-01-01T00:00:00.000Z', how: 'On the form' }
const refused = { state: 'refused' as const, at: '2026-02-01T00:00:00.000Z', how: 'On the phone' }

test.group('Merging contacts', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  async function givenTwo(): Promise<[Contact, Contact]> {
    const mine = await workspace.givenContact({
      name: 'Ann Lee',
      phone: '+12065550142',
      tags: ['VIP'],
      facts: { kinds: ['buyer'], source: 'Sign', consent: { call: granted, email: granted } },
    })
    const other = await workspace.givenContact({
      name: 'Anne Lee',
      phone: '+12065550143',
      email: 'ann@lee.example',
      tags: ['vip', 'Cash'],
      facts: { kinds: ['seller', 'buyer'], birthday: '1980-02-03', consent: { email: refused } },
    })
    await workspace.givenNextAction(other, '2026-01-05')
    return [(await workspace.contact(mine.id))!, (await workspace.contact(other.id))!]
  }

  const send = (client: ApiClient, [mine, other]: [Contact, Contact], sent: object = {}) =>
    client.post(`/app/contacts/${mine.id}/merges`).unsafeForm(
      browserForm({
        otherId: other.id,
        version: mine.version,
        otherVersion: other.version,
        choices: { name: 'other' },
        ...sent,
      })
    )

  test('shows both side by side, with what is right where only one says it', async ({
    client,
    assert,
  }) => {
    const [mine, other] = await givenTwo()

    const page = await workspace.as(
      'principal',
      client.get(`/app/contacts/${mine.id}/merges/create?with=${other.id}`)
    )

    page.assertStatus(200)
    for (const text of ['Ann Lee', 'Anne Lee', 'choices[name]', 'choices[birthday]', 'Cash'])
      assert.include(page.text(), text)
    assert.match(page.text(), /name="choices\[birthday\]" value="other" checked/)
  })

  test('takes chosen fields, keeps what both have, and lets the stricter consent count', async ({
    client,
    assert,
  }) => {
    const [mine, other] = await givenTwo()

    const response = await workspace.as('principal', send(client, [mine, other]))

    response.assertStatus(302)
    const survivor = (await workspace.contact(mine.id))!
    assert.containsSubset(survivor.$attributes, {
      name: 'Anne Lee',
      source: 'Sign',
      birthday: '1980-02-03',
      kinds: ['buyer', 'seller'],
      tagNames: ['Cash', 'VIP'],
      primaryPhone: '+12065550142',
      primaryEmail: 'ann@lee.example',
      nextActionOn: '2026-01-05',
    })
    assert.deepEqual(survivor.consent, { call: granted, email: refused })
    assert.deepEqual(survivor.points.map(({ value }) => value).toSorted(), [
      '+12065550142',
      '+12065550143',
      'ann@lee.example',
    ])
    assert.include(
      (await workspace.timeline(mine.id)).map(({ details }) => details),
      'Spoke about the house'
    )
  })

  test('leads the old address to the survivor, and hides the other everywhere', async ({
    client,
    assert,
  }) => {
    const [mine, other] = await givenTwo()
    const third = await workspace.givenContact({ name: 'Third Lee' })
    await workspace.givenMerge(mine, other)
    await workspace.givenMerge(third, (await workspace.contact(mine.id))!)

    const old = await workspace.as('principal', client.get(`/app/contacts/${other.id}`))
    const agent = await workspace.as('senior_agent', client.get(`/app/contacts/${other.id}`))
    const deleted = await workspace.as('principal', client.get('/app/contacts?status=deleted'))
    const restored = await workspace.as(
      'principal',
      client.post(`/app/contacts/${other.id}/restoration`)
    )

    old.assertStatus(302)
    old.assertHeader('location', `/app/contacts/${third.id}`)
    agent.assertStatus(404)
    assert.notInclude(deleted.text(), 'Anne Lee')
    restored.assertStatus(404)
  })

  test('tells the house, once, and the audit log', async ({ client, assert }) => {
    const two = await givenTwo()

    await workspace.as('principal', send(client, two))

    const told = await workspace.told('contacts.merged')
    assert.lengthOf(told, 1)
    assert.containsSubset(told[0], { survivorId: two[0].id, mergedId: two[1].id })
    assert.lengthOf(await workspace.audited('contacts.merged'), 1)
  })

  test('refuses nonsense, itself, and what somebody changed meanwhile', async ({
    client,
    assert,
  }) => {
    const two = await givenTwo()
    const [mine] = two
    const ask = (sent: object) => workspace.asFragment('principal', send(client, two, sent))

    const nonsense = await ask({ choices: { name: 'both' } })
    const noVersion = await ask({ version: '' })
    const itself = await ask({ otherId: mine.id })
    const stale = await ask({ otherVersion: 7 })

    for (const refusal of [nonsense, noVersion, itself]) refusal.assertStatus(422)
    stale.assertStatus(409)
    assert.include(stale.text(), 'Compare them again')
    assert.isNotNull(await workspace.contactNamed('Anne Lee'))
    assert.equal((await workspace.contact(mine.id))?.version, mine.version)
  })

  test('asks for the right on both, and finds neither beyond reach', async ({ client }) => {
    const [mine, other] = await givenTwo()
    const agents = await workspace.givenContact({ name: 'Ann Leigh', owner: 'senior_agent' })

    const forbidden = await workspace.as('marketing', send(client, [mine, other]))
    const secret = await workspace.as('senior_agent', send(client, [agents, other]))
    const stranger = await workspace.asStranger(send(client, [mine, other]))
    const form = await workspace.as(
      'senior_agent',
      client.get(`/app/contacts/${agents.id}/merges/create?with=${other.id}`)
    )
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', send(client, [mine, other]))

    forbidden.assertStatus(403)
    for (const response of [secret, stranger, form, off]) response.assertStatus(404)
  })

  test('by two people at once happens once', async ({ client, assert }) => {
    const two = await givenTwo()
    const [mine, other] = two

    const answers = await Promise.all([
      workspace.asFragment('principal', send(client, two)),
      workspace.asFragment('sales_director', send(client, [other, mine])),
      workspace.asFragment('relationship_manager', send(client, two)),
    ])

    const statuses = answers.map((answer) => answer.status()).toSorted()
    assert.equal(statuses[0], 200)
    assert.isTrue(statuses.slice(1).every((status) => [404, 409].includes(status)))
    assert.lengthOf(await workspace.told('contacts.merged'), 1)
  })

  test('that is broken off half-way leaves nothing half done', async ({ assert }) => {
    const two = await givenTwo()
    const before = await workspace.picture(...two)

    await assert.rejects(() => workspace.brokenMerge(...two), /broken off/)

    assert.deepEqual(await workspace.picture(...two), before)
    assert.lengthOf(await workspace.told('contacts.merged'), 0)
  })

  test('lets one search for the other', async ({ client, assert }) => {
    const [mine, other] = await givenTwo()
    const third = await workspace.givenContact({ name: 'A. Lee', phone: '+12065550142' })
    await workspace.look(mine)
    const address = `/app/contacts/${mine.id}/merges/create`

    const likely = await workspace.as('principal', client.get(address))
    const found = await workspace.as('principal', client.get(`${address}?q=anne`))

    assert.include(likely.text(), 'Likely the same')
    assert.include(likely.text(), `with=${third.id}`)
    assert.include(found.text(), `with=${other.id}`)
  })
})
