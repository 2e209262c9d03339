import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { countedQueries } from '#tests/support/counted_queries'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('A bulk act', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('assigns those that were chosen, and no others', async ({ client, assert }) => {
    const one = await workspace.givenContact({ name: 'One' })
    const two = await workspace.givenContact({ name: 'Two' })
    const team = await workspace.givenTeam('North', 'senior_agent')
    const ownerId = await workspace.agency.memberId('senior_agent')

    const response = await act(client, { act: 'assign', ids: [one.id], ownerId })

    response.assertHeader('hx-redirect', '/app/contacts')
    const changed = await workspace.contact(one.id)
    assert.containsSubset(changed?.$attributes, { ownerId, teamId: team.id, version: 2 })
    assert.equal((await workspace.contact(two.id))?.ownerId, two.ownerId)
    const [change] = await workspace.timeline(one.id)
    assert.equal(change.facts.changes?.[0].to, 'Person senior_agent')
  })

  test('on all that the filters match goes beyond the page, and not beyond the filters', async ({
    client,
    assert,
  }) => {
    await workspace.givenContacts(40)
    await workspace.givenContact({ name: 'A seller', facts: { kinds: ['seller'] } })
    const query = 'kind=buyer&sort=-name&open=x'

    await act(client, { act: 'tag', all: 'true', query, tags: 'Spring  list' })

    const tagged = await workspace.as('principal', client.get('/app/contacts?tag=Spring+list'))
    assert.match(tagged.text(), /1.25 of 40/)
    assert.deepEqual((await workspace.contactNamed('A seller'))?.tagNames, [])
  })

  test('takes a tag off again', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ tags: ['VIP', 'Cash'] })

    await act(client, { act: 'untag', ids: [contact.id], tags: 'vip' })

    assert.deepEqual((await workspace.contact(contact.id))?.tagNames, ['Cash'])
  })

  test('archives, and takes out of the archive', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await act(client, { act: 'archive', ids: [contact.id] })
    const archived = (await workspace.contact(contact.id))?.status
    await act(client, { act: 'unarchive', ids: [contact.id], query: 'status=archived' })

    assert.equal(archived, 'archived')
    assert.equal((await workspace.contact(contact.id))?.status, 'active')
    assert.deepEqual(await workspace.steps(contact.id), ['active → archived', 'archived → active'])
  })

  test('deletes, and one tap brings the very same ones back', async ({ client, assert }) => {
    await workspace.givenContacts(30)
    const earlier = await workspace.givenContact({ name: 'Deleted earlier' })
    await workspace.as('principal', client.delete(`/app/contacts/${earlier.id}`))

    await act(client, { act: 'delete', all: 'true', query: '' })
    const list = await workspace.as('principal', client.get('/app/contacts'))
    const undo = /action="(\/app\/contacts\/restorations\?batch=[^"]*)"/.exec(list.text())?.[1]
    const stranger = await workspace.as('sales_director', client.post(undo!))
    await workspace.as('principal', client.post(undo!))

    const back = await workspace.as('principal', client.get('/app/contacts'))
    stranger.assertStatus(403)
    assert.match(back.text(), /1.25 of 30/)
    assert.isNull(await workspace.contact(earlier.id))
  })

  test('restores from the list of the deleted', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    await act(client, { act: 'delete', ids: [contact.id] })

    await act(client, { act: 'restore', ids: [contact.id], query: 'status=deleted' })

    assert.isNotNull(await workspace.contact(contact.id))
  })

  test('costs as many statements for 30 contacts as for one', async ({ client, assert }) => {
    await workspace.givenContacts(31)
    const first = await workspace.contactNamed('Contact 001')
    const ownerId = await workspace.agency.memberId('senior_agent')
    const statements = async (choice: object) =>
      (await countedQueries(() => act(client, { act: 'assign', ownerId, ...choice }))).filter(
        (sql) => /contact|timeline/.test(sql)
      )
    await statements({ ids: [first!.id] })

    const forOne = await statements({ ids: [first!.id] })
    const forAll = await statements({ all: 'true' })

    assert.deepEqual(forAll.length, forOne.length)
    assert.isAtMost(forAll.length, 6)
  })

  test('{act} does not reach what {role} does not reach')
    .with([
      { act: 'tag', role: 'junior_agent' as const },
      { act: 'untag', role: 'junior_agent' as const },
      { act: 'archive', role: 'senior_agent' as const },
    ])
    .run(async ({ client, assert }, { act: name, role }) => {
      const foreign = await workspace.givenContact({ owner: 'principal', tags: ['VIP'] })

      const chosen = await act(client, { act: name, ids: [foreign.id], tags: 'VIP' }, role)
      const all = await act(client, { act: name, all: 'true', tags: 'New' }, role)

      chosen.assertStatus(422)
      all.assertStatus(422)
      assert.deepEqual((await workspace.contact(foreign.id))?.tagNames, ['VIP'])
      assert.equal((await workspace.contact(foreign.id))?.status, 'active')
    })

  test('{act} is forbidden to {role}')
    .with([
      { act: 'assign', role: 'junior_agent' as const },
      { act: 'assign', role: 'marketing' as const },
      { act: 'delete', role: 'sales_director' as const },
      { act: 'restore', role: 'sales_director' as const },
      { act: 'tag', role: 'collections_manager' as const },
    ])
    .run(async ({ client }, { act: name, role }) => {
      const contact = await workspace.givenContact({ owner: role })
      const ownerId = await workspace.agency.memberId(role)

      const response = await act(client, { act: name, ids: [contact.id], ownerId, tags: 'x' }, role)

      response.assertStatus(403)
    })

  test('refuses what makes no sense', async ({ client }) => {
    const contact = await workspace.givenContact()
    const unknown = '01976f00-0000-7000-8000-000000000000'

    for (const sent of [
      { act: 'explode', ids: [contact.id] },
      { act: 'assign', ids: [contact.id] },
      { act: 'assign', ids: [contact.id], ownerId: unknown },
      { act: 'tag', ids: [contact.id] },
      { act: 'archive', ids: ['42'] },
      { act: 'archive', ids: [unknown] },
      { act: 'archive' },
    ]) {
      const response = await act(client, sent)
      response.assertStatus(422)
    }
  })

  test('reaches nothing of another agency, and is not there while the module is off', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact()
    const stranger = await workspace.asStranger(
      client
        .post('/app/contacts/bulk-acts')
        .header('hx-request', 'true')
        .unsafeForm(browserForm({ act: 'delete', ids: [contact.id] }))
    )
    await workspace.agency.switchModule('contacts', 'off')
    const off = await act(client, { act: 'delete', ids: [contact.id] })
    await workspace.agency.switchModule('contacts', 'on')

    stranger.assertStatus(422)
    off.assertStatus(404)
    assert.isNotNull(await workspace.contact(contact.id))
  })

  function act(client: ApiClient, sent: object, role: StaffRole = 'principal') {
    return send(client, workspace, { role, sent })
  }
})

/** As htmx sends it: refusals come with their status, and what is done leads back to the list. */
async function send(
  client: ApiClient,
  workspace: ContactsWorkspace,
  { role, sent }: { role: StaffRole; sent: object }
) {
  const request = client.post('/app/contacts/bulk-acts').unsafeForm(browserForm({ ...sent }))
  return workspace.asFragment(role, request)
}
