import { test } from '@japa/runner'
import type Contact from '../../models/contact.ts'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Changing a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const form = (contact: Contact, changes: object = {}) =>
    browserForm({
      type: 'person',
      firstName: 'Ann',
      lastName: 'Lee',
      version: contact.version,
      ownerId: contact.ownerId,
      ...changes,
    })

  test('saves what was changed, and says on the timeline what that was', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ann Leigh', phone: '+12065550100' })
    const changes = {
      phones: [{ number: '(206) 555-0142' }],
      kinds: ['seller'],
      tags: ['VIP'],
      source: 'Sign',
    }

    const response = await workspace.as(
      'principal',
      client.put(`/app/contacts/${contact.id}`).unsafeForm(form(contact, changes))
    )

    const saved = await workspace.contact(contact.id)
    const [change] = await workspace.timeline(contact.id)
    response.assertStatus(302)
    assert.equal(saved?.name, 'Ann Lee')
    assert.equal(saved?.version, 2)
    assert.deepEqual(
      saved?.points.map(({ value }) => value),
      ['+12065550142']
    )
    assert.deepEqual(saved?.tagNames, ['VIP'])
    assert.equal(change.kind, 'change')
    assert.deepInclude(change.facts.changes, {
      field: 'contacts.fields.name',
      from: 'Ann Leigh',
      to: 'Ann Lee',
    })
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    assert.include(page.text(), 'Name: Ann Leigh → Ann Lee')
    assert.include(page.text(), 'Kind: Seller')
    assert.include(page.text(), 'Phones: +12065550100 → +12065550142')
  })

  test('writes nothing on the timeline when nothing was changed', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann' })
    const same = form(contact, { firstName: 'Ann', lastName: '' })

    await workspace.as('principal', client.put(`/app/contacts/${contact.id}`).unsafeForm(same))

    assert.lengthOf(await workspace.timeline(contact.id), 0)
  })

  test('shows the form with what is known', async ({ client, assert }) => {
    const contact = await workspace.givenContact({
      name: 'Ruto Moyo',
      phone: '+12065550142',
      tags: ['VIP'],
    })

    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}/edit`))

    page.assertStatus(200)
    assert.include(page.text(), 'value="(206) 555-0142"')
    assert.include(page.text(), `name="version" value="${contact.version}"`)
  })

  test('on an old version is 409: both versions are shown, and what was typed is kept', async ({
    client,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ann Leigh' })
    await workspace.as(
      'principal',
      client
        .put(`/app/contacts/${contact.id}`)
        .unsafeForm(form(contact, { lastName: 'Theirs', source: 'Portal' }))
    )
    const mine = form(contact, { lastName: 'Mine', _form: 'contact' })

    const page = await workspace.as(
      'sales_director',
      client.put(`/app/contacts/${contact.id}`).unsafeForm(mine)
    )
    const fragment = await workspace.asFragment(
      'sales_director',
      client.put(`/app/contacts/${contact.id}`).unsafeForm(mine)
    )

    for (const response of [page, fragment]) {
      response.assertStatus(409)
      assert.include(response.text(), 'Ann Theirs')
      assert.include(response.text(), 'Ann Mine')
      assert.include(response.text(), 'name="version" value="2"')
    }
    assert.include(page.text(), 'value="Mine"')
    assert.include(fragment.text(), 'hx-swap-oob')
    assert.equal((await workspace.contact(contact.id))?.name, 'Ann Theirs')
  })

  test('by ten people at once lets exactly one through', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann Leigh' })

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        workspace.as(
          number % 2 ? 'principal' : 'sales_director',
          client
            .put(`/app/contacts/${contact.id}`)
            .unsafeForm(form(contact, { lastName: `Number ${number}` }))
        )
      )
    )

    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [302, ...Array.from({ length: 9 }, () => 409)])
    assert.equal((await workspace.contact(contact.id))?.version, 2)
    assert.lengthOf(await workspace.timeline(contact.id), 1)
  })

  test('leaves owner and team to those who may assign', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann', owner: 'junior_agent' })
    const other = await workspace.agency.memberId('senior_agent')
    const change = form(contact, { ownerId: other, lastName: 'Changed' })

    await workspace.as('junior_agent', client.put(`/app/contacts/${contact.id}`).unsafeForm(change))
    const kept = await workspace.contact(contact.id)
    await workspace.as(
      'principal',
      client
        .put(`/app/contacts/${contact.id}`)
        .unsafeForm(form(kept!, { ownerId: other, lastName: 'Changed' }))
    )

    assert.equal(kept?.name, 'Ann Changed')
    assert.equal(kept?.ownerId, contact.ownerId)
    assert.equal((await workspace.contact(contact.id))?.ownerId, other)
  })

  test('saves nothing but what the form names', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ann' })
    const stranger = '01976f00-0000-7000-8000-000000000000'
    const columns = {
      id: stranger,
      status: 'archived',
      createdBy: stranger,
      import_id: stranger,
      deleted_at: '2026-01-01',
      consent: { call: { state: 'granted' } },
      lastTouchedAt: '2020-01-01',
      nextActionOn: '2020-01-01',
      primaryPhone: '+12065550199',
    }

    await workspace.as(
      'principal',
      client.put(`/app/contacts/${contact.id}`).unsafeForm(form(contact, columns))
    )

    const saved = await workspace.contact(contact.id)
    assert.containsSubset(saved?.$attributes, {
      status: 'active',
      createdBy: null,
      consent: {},
      lastTouchedAt: null,
      nextActionOn: null,
      primaryPhone: null,
      deletedAt: null,
    })
  })

  test('says beside the field what is wrong', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const wrong = form(contact, { firstName: '', lastName: '' })

    const response = await workspace.asFragment(
      'principal',
      client
        .put(`/app/contacts/${contact.id}`)
        .header('hx-source', 'form#contact')
        .unsafeForm(wrong)
    )

    response.assertStatus(422)
    assert.include(response.text(), 'id="err-contact-firstName"')
  })

  test('is forbidden to those who may only look', async ({ client }) => {
    const contact = await workspace.givenContact()
    const address = `/app/contacts/${contact.id}`

    const update = await workspace.as(
      'collections_manager',
      client.put(address).unsafeForm(form(contact))
    )
    const edit = await workspace.as('collections_manager', client.get(`${address}/edit`))

    update.assertStatus(403)
    edit.assertStatus(403)
  })

  test('is not there out of reach, for another agency, or while the module is off', async ({
    client,
  }) => {
    const contact = await workspace.givenContact()
    const put = () => client.put(`/app/contacts/${contact.id}`).unsafeForm(form(contact))

    const agent = await workspace.as('junior_agent', put())
    const stranger = await workspace.asStranger(put())
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', put())

    agent.assertStatus(404)
    stranger.assertStatus(404)
    off.assertStatus(404)
  })
})

test.group('Archiving a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('takes it off the list, and back', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Quiet one' })
    const address = `/app/contacts/${contact.id}/archival`

    await workspace.as('principal', client.post(address).form({ version: 1 }))
    const list = await workspace.as('principal', client.get('/app/contacts'))
    await workspace.as('principal', client.delete(address).form({ version: 2 }))

    assert.notInclude(list.text(), '<span class="truncate">Quiet one')
    assert.equal((await workspace.contact(contact.id))?.status, 'active')
    const steps = await workspace.steps(contact.id)
    assert.deepEqual(steps, ['active → archived', 'archived → active'])
    assert.lengthOf(await workspace.timeline(contact.id), 2)
  })

  test('twice, or on an old version, is refused', async ({ client, assert }) => {
    const contact = await workspace.givenContact()
    const archive = (version: number) =>
      workspace.asFragment(
        'principal',
        client.post(`/app/contacts/${contact.id}/archival`).form({ version })
      )
    const stale = await archive(9)
    await archive(1)
    const again = await archive(2)

    stale.assertStatus(409)
    again.assertStatus(409)
    assert.lengthOf(await workspace.steps(contact.id), 1)
  })

  test('asks for a version', async ({ client }) => {
    const contact = await workspace.givenContact()

    const response = await workspace.asFragment(
      'principal',
      client.post(`/app/contacts/${contact.id}/archival`).form({ version: 'x' })
    )

    response.assertStatus(422)
  })

  test('is forbidden to those who may only look, and not there out of reach', async ({
    client,
  }) => {
    const contact = await workspace.givenContact()
    const archive = () => client.post(`/app/contacts/${contact.id}/archival`).form({ version: 1 })

    const looker = await workspace.as('collections_manager', archive())
    const agent = await workspace.as('junior_agent', archive())
    const stranger = await workspace.asStranger(archive())
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', archive())

    looker.assertStatus(403)
    agent.assertStatus(404)
    stranger.assertStatus(404)
    off.assertStatus(404)
  })
})
