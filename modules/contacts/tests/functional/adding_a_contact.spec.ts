import { test } from '@japa/runner'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

const ann = {
  type: 'person',
  firstName: ' Ann ',
  lastName: 'Lee',
  kinds: ['buyer', 'seller'],
  phones: [
    { number: '206 555 0142', label: 'mobile' },
    { number: '+44 20 7946 0018', label: 'work' },
    { number: '', label: '' },
  ],
  emails: [{ address: 'Ann@Post.Example', label: 'personal' }, { address: '' }],
  address: { line: '5 Pine St', city: 'Seattle', state: 'washington', postcode: '98101' },
  tags: ['Hot Lead', 'hot lead', 'VIP, Cash'],
  source: 'Open house',
  birthday: '1980-02-29',
}

test.group('Adding a contact', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('keeps everything that was written, tidied', async ({ client, assert }) => {
    const response = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm(ann))
    )

    const contact = await workspace.contactNamed('Ann Lee')
    response.assertStatus(302)
    response.assertHeader('location', `/app/contacts/${contact?.id}`)
    assert.deepEqual(
      contact?.points.map(({ value }) => value),
      ['+12065550142', '+442079460018', 'ann@post.example']
    )
    assert.containsSubset(contact?.$attributes, {
      primaryPhone: '+12065550142',
      primaryEmail: 'ann@post.example',
      kinds: ['buyer', 'seller'],
      address: { line: '5 Pine St', city: 'Seattle', state: 'WA', postcode: '98101' },
      city: 'Seattle',
      birthday: '1980-02-29',
      version: 1,
      ownerId: null,
      tagNames: ['Hot Lead', 'VIP', 'Cash'],
    })
  })

  test('calls a company by its name', async ({ client, assert }) => {
    const company = { type: 'company', companyName: 'Harbour Homes', firstName: 'Nobody' }

    await workspace.as('principal', client.post('/app/contacts').unsafeForm(browserForm(company)))

    const contact = await workspace.contactNamed('Harbour Homes')
    assert.equal(contact?.type, 'company')
    assert.isNull(contact?.firstName)
  })

  test('says beside {field} what is wrong with it: {message}')
    .with([
      { sent: { type: 'person' }, field: 'firstName', message: 'Fill this in' },
      { sent: { type: 'company' }, field: 'companyName', message: 'Fill this in' },
      {
        sent: {
          type: 'person',
          firstName: 'Ann',
          phones: [{ number: '' }, { number: '12345678' }],
        },
        field: 'phones-1-number',
        message: 'This number has 8 digits; an American number has 10 after +1',
      },
      {
        sent: { type: 'person', firstName: 'Ann', emails: [{ address: 'nonsense' }] },
        field: 'emails-0-address',
        message: 'not a complete e-mail',
      },
      {
        sent: { type: 'person', firstName: 'Ann', kinds: ['king'] },
        field: 'kinds-0',
        message: 'Choose one',
      },
      {
        sent: { type: 'person', firstName: 'Ann', birthday: '2026-02-30' },
        field: 'birthday',
        message: 'day',
      },
      {
        sent: { type: 'person', firstName: 'Ann', address: { postcode: '12' } },
        field: 'address-postcode',
        message: 'ZIP',
      },
      {
        sent: { type: 'person', firstName: '\u200b\u200b' },
        field: 'firstName',
        message: 'visible',
      },
      { sent: { type: 'person', firstName: 'x'.repeat(101) }, field: 'firstName', message: '100' },
    ])
    .run(async ({ client, assert }, { sent, field, message }) => {
      const response = await workspace.asFragment(
        'principal',
        client
          .post('/app/contacts')
          .header('hx-source', 'form#contact')
          .unsafeForm(browserForm(sent))
      )

      response.assertStatus(422)
      assert.include(response.text(), `id="err-contact-${field}"`)
      assert.include(response.text().toLowerCase(), message.toLowerCase())
    })

  test('gives back what was typed where there are no scripts', async ({ client, assert }) => {
    const typed = {
      ...ann,
      _form: 'contact',
      phones: [{ number: '12345678', label: 'work' }],
    }
    const refused = await workspace
      .as('principal', client.post('/app/contacts').unsafeForm(browserForm(typed)))
      .header('referer', '/app/contacts/create')
    const page = await workspace.as('principal', client.get('/app/contacts/create'))

    refused.assertStatus(302)
    assert.include(page.text(), 'value="12345678"')
    assert.include(page.text(), 'This number has 8 digits')
    assert.include(page.text(), 'value="Lee"')
    assert.isNull(await workspace.contactNamed('Ann Lee'))
  })

  test('gives an agent what they add, whomever they name', async ({ client, assert }) => {
    const team = await workspace.givenTeam('North', 'junior_agent')
    const principal = await workspace.agency.memberId('principal')

    await workspace.as(
      'junior_agent',
      client.post('/app/contacts').unsafeForm(browserForm({ ...ann, ownerId: principal }))
    )

    const contact = await workspace.contactNamed('Ann Lee')
    assert.equal(contact?.ownerId, await workspace.agency.memberId('junior_agent'))
    assert.equal(contact?.teamId, team.id)
  })

  test('gives it only to active members', async ({ client, assert }) => {
    const agent = await workspace.agency.memberId('senior_agent')
    await workspace.givenRemoved('senior_agent')

    const refused = await workspace.asFragment(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm({ ...ann, ownerId: agent }))
    )

    refused.assertStatus(422)
    assert.include(refused.text(), 'active members')
    assert.isNull(await workspace.contactNamed('Ann Lee'))
  })

  test('gives it within the team where the right to assign ends there', async ({
    client,
    assert,
  }) => {
    await workspace.givenTeam('Houses', 'property_manager', 'senior_agent')
    const inside = await workspace.agency.memberId('senior_agent')
    const outside = await workspace.agency.memberId('junior_agent')
    const add = (ownerId: string) =>
      workspace.asFragment(
        'property_manager',
        client
          .post('/app/contacts')
          .unsafeForm(browserForm({ ...ann, ownerId, phones: [], emails: [] }))
      )

    const refused = await add(outside)
    const done = await add(inside)

    refused.assertStatus(422)
    done.assertStatus(200)
    assert.equal((await workspace.contactNamed('Ann Lee'))?.ownerId, inside)
  })

  test('asks first when somebody with the same number is known', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Ann Leigh', phone: '+12065550142' })

    const asked = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm(ann))
    )
    const added = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm({ ...ann, anyway: 'true' }))
    )

    asked.assertStatus(409)
    assert.include(asked.text(), 'Ann Leigh')
    assert.include(asked.text(), 'value="Open house"')
    added.assertStatus(302)
  })

  test('does not tell an agent of contacts that are not theirs', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Secret one', phone: '+12065550142' })

    const response = await workspace.as(
      'junior_agent',
      client.post('/app/contacts').unsafeForm(browserForm(ann))
    )

    response.assertStatus(302)
    assert.isNotNull(await workspace.contactNamed('Ann Lee'))
  })

  test('saves nothing but what the form names', async ({ client, assert }) => {
    const stranger = '01976f00-0000-7000-8000-000000000000'
    await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(
        browserForm({
          ...ann,
          id: stranger,
          status: 'archived',
          version: 7,
          importId: stranger,
          import_id: stranger,
          createdBy: stranger,
          deletedAt: '2026-01-01',
          consent: { call: { state: 'granted' } },
          custom: { anything: 'goes' },
          tagNames: ['x'],
          lastTouchedAt: '2020-01-01',
        })
      )
    )

    const contact = await workspace.contactNamed('Ann Lee')
    assert.notEqual(contact?.id, stranger)
    assert.containsSubset(contact?.$attributes, {
      status: 'active',
      version: 1,
      createdBy: await workspace.agency.memberId('principal'),
      consent: {},
      custom: {},
      lastTouchedAt: null,
    })
  })

  test('is forbidden to those who may not, and not there while the module is off', async ({
    client,
  }) => {
    const forbidden = await workspace.as(
      'collections_manager',
      client.post('/app/contacts').unsafeForm(browserForm(ann))
    )
    const form = await workspace.as('collections_manager', client.get('/app/contacts/create'))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as(
      'principal',
      client.post('/app/contacts').unsafeForm(browserForm(ann))
    )

    forbidden.assertStatus(403)
    form.assertStatus(403)
    off.assertStatus(404)
  })

  test('brings one more row for a phone or an e-mail, up to twelve', async ({ client, assert }) => {
    const row = await workspace.asFragment(
      'principal',
      client.get('/app/contacts/form-rows/phone?index=3')
    )
    const tooMany = await workspace.asFragment(
      'principal',
      client.get('/app/contacts/form-rows/email?index=12')
    )

    assert.include(row.text(), 'name="phones[3][number]"')
    tooMany.assertStatus(404)
  })
})
