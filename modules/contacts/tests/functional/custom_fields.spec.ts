import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { CustomField } from '#app/records'
import { renewDocuments } from '#kernel/search/search_documents'
import contactSearch from '../../search.ts'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

const HOME = '/app/settings/custom-fields'

test.group('The custom fields of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const define = (client: ApiClient, field: object) =>
    workspace.asFragment(
      'principal',
      client.post(HOME).unsafeForm(browserForm({ subjectType: 'contact', ...field }))
    )
  const fields = () =>
    workspace.agency.inUnit(async () => CustomField.query().orderBy('position').orderBy('id'))

  test('are added in the settings, with a key of their own', async ({ client, assert }) => {
    const response = await define(client, { label: 'Budget (max)', kind: 'number' })
    await define(client, { label: 'Budget max', kind: 'text' })
    await define(client, { label: '予算', kind: 'text' })
    await define(client, { label: 'Constructor', kind: 'text' })

    response.assertHeader('hx-redirect', HOME)
    assert.deepEqual(
      (await fields()).map(({ key }) => key),
      ['budget_max', 'budget_max_2', 'field', 'constructor_2'],
      'a key that every object has would show a value where there is none'
    )
    const page = await workspace.as('principal', client.get(HOME))
    assert.include(page.text(), 'Budget (max)')
  })

  test('refuse {why}')
    .with([
      { why: 'a field without a name', field: { kind: 'text' } },
      { why: 'an unknown kind', field: { label: 'X', kind: 'hologram' } },
      {
        why: 'a choice with nothing to choose',
        field: { label: 'X', kind: 'choice', choices: 'one' },
      },
      { why: 'a name that fills the page', field: { label: 'x'.repeat(61), kind: 'text' } },
    ])
    .run(async ({ client, assert }, { field }) => {
      const response = await define(client, field)

      response.assertStatus(422)
      assert.lengthOf(await fields(), 0)
    })

  test('belong to records that exist', async ({ client }) => {
    const response = await define(client, { subjectType: 'unicorn', label: 'Horn', kind: 'text' })

    response.assertStatus(404)
  })

  test('are asked for in the form, checked, shown, and found by', async ({ client, assert }) => {
    await define(client, { label: 'Budget', kind: 'number' })
    await define(client, { label: 'Moves in', kind: 'date' })
    await define(client, { label: 'Pets', kind: 'yes_no' })
    await define(client, {
      label: 'Area',
      kind: 'choice',
      choices: 'North\nSouth',
      required: 'true',
    })
    const send = (custom: object) =>
      workspace.asFragment(
        'principal',
        client
          .post('/app/contacts')
          .header('hx-source', 'form#contact')
          .unsafeForm(browserForm({ type: 'person', firstName: 'Ann', custom }))
      )

    const form = await workspace.as('principal', client.get('/app/contacts/create'))
    const missing = await send({ budget: '5' })
    const wrong = await send({
      budget: 'much',
      moves_in: '2026-02-30',
      pets: 'perhaps',
      area: 'West',
    })
    const saved = await send({
      budget: '500000',
      moves_in: '2026-05-01',
      pets: 'yes',
      area: 'North',
    })

    for (const name of ['budget', 'moves_in', 'pets', 'area'])
      assert.include(form.text(), `name="custom[${name}]"`)
    assert.include(missing.text(), 'err-contact-custom-area')
    for (const name of ['budget', 'moves_in', 'pets', 'area'])
      assert.include(wrong.text(), `err-contact-custom-${name}`)
    saved.assertStatus(200)
    const contact = await workspace.contactNamed('Ann')
    assert.deepEqual(contact?.custom, {
      budget: 500000,
      moves_in: '2026-05-01',
      pets: true,
      area: 'North',
    })
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact?.id}`))
    for (const words of ['500,000', 'May 1, 2026', 'North']) assert.include(page.text(), words)
    const found = await workspace.as('principal', client.get('/app/contacts?custom.area=North'))
    const notFound = await workspace.as('principal', client.get('/app/contacts?custom.area=South'))
    assert.include(found.text(), '>Ann<')
    assert.notInclude(notFound.text(), '>Ann<')
    const menu = await workspace.asFragment('principal', client.get('/app/contacts?as=filters'))
    assert.include(menu.text(), 'custom.area=South')
  })

  test('are changed without losing what was entered, one after the other', async ({
    client,
    assert,
  }) => {
    await define(client, { label: 'Area', kind: 'choice', choices: 'North\nSouth' })
    const [field] = await fields()
    const change = (version: number) =>
      workspace.asFragment(
        'principal',
        client
          .put(`${HOME}/${field.id}`)
          .form({ label: 'Part of town', choices: 'East\nWest', version })
      )

    const done = await change(1)
    const stale = await change(1)

    done.assertStatus(200)
    stale.assertStatus(409)
    const [changed] = await fields()
    assert.containsSubset(changed.$attributes, {
      label: 'Part of town',
      key: 'area',
      kind: 'choice',
    })
  })

  test('are retired and asked for again; the values stay', async ({ client, assert }) => {
    await define(client, { label: 'Area', kind: 'text' })
    const [field] = await fields()
    const contact = await workspace.givenContact({ facts: { custom: { area: 'North' } } })
    const put = () =>
      workspace.as(
        'principal',
        client
          .put(`/app/contacts/${contact.id}`)
          .unsafeForm(browserForm({ type: 'person', firstName: 'Ann', version: 1 }))
      )

    await workspace.as('principal', client.delete(`${HOME}/${field.id}`))
    await put()
    const page = await workspace.as('principal', client.get(`/app/contacts/${contact.id}`))
    await workspace.as('principal', client.post(`${HOME}/${field.id}/restoration`))

    assert.notInclude(page.text(), 'Area')
    assert.deepEqual((await workspace.contact(contact.id))?.custom, { area: 'North' })
    const [back] = await fields()
    assert.isNull(back.retiredAt)
  })

  test('are columns of the list for those who choose them, and found by searching', async ({
    client,
    assert,
  }) => {
    await define(client, { label: 'Moves in', kind: 'date' })
    await define(client, { label: 'Wish', kind: 'text' })
    const contact = await workspace.givenContact({
      facts: { custom: { moves_in: '2026-12-24', wish: 'Wraparound porch' } },
    })
    await workspace.agency.inUnit(() => renewDocuments(contactSearch, [contact.id]))

    const plain = await workspace.as('principal', client.get('/app/contacts'))
    const chosen = await workspace.as(
      'principal',
      client.get('/app/contacts?cols=city&cols=custom_moves_in&cols=custom_wish')
    )
    const found = await workspace.as('principal', client.get('/app/search?q=wraparound'))

    assert.notInclude(plain.text(), 'Wraparound porch')
    assert.include(plain.text(), 'value="custom_wish"')
    for (const said of ['Wraparound porch', '24', 'Moves in']) assert.include(chosen.text(), said)
    assert.include(found.text(), contact.id)
  })

  test('are for those who manage the agency', async ({ client }) => {
    await define(client, { label: 'Area', kind: 'text' })
    const [field] = await fields()
    const requests = () => [
      client.get(HOME),
      client.get(`${HOME}/create`),
      client.post(HOME).form({ subjectType: 'contact', label: 'X', kind: 'text' }),
      client.get(`${HOME}/${field.id}/edit`),
      client.put(`${HOME}/${field.id}`).form({ label: 'X', version: 1 }),
      client.delete(`${HOME}/${field.id}`),
      client.post(`${HOME}/${field.id}/restoration`),
    ]

    for (const request of requests())
      (await workspace.as('sales_director', request)).assertStatus(403)
    for (const request of requests().slice(3))
      (await workspace.asStranger(request)).assertStatus(404)
  })
})
