import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import type { StaffRole } from '#app/members'
import { fieldOfHeading } from '../../importing/headings.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('Exporting listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const ask = (client: ApiClient, role: StaffRole, asked: { format?: string; query?: string }) =>
    workspace.as(role, client.post('/app/listings/exports').form({ format: 'csv', ...asked }))
  const rowsOf = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true })

  test('gives the whole offer, with its property', async ({ client, assert }) => {
    const category = await workspace.givenCategory('New homes')
    await workspace.givenListing({
      title: '=House',
      agent: 'senior_agent',
      facts: { priceMinor: 65_000_000, categoryId: category.id, commissionPercent: 2.5 },
      property: {
        beds: 3,
        sizeValue: 1940,
        sizeUnit: 'sqft',
        features: ['garden', 'pets_welcome'],
      },
    })

    const response = await ask(client, 'principal', {})

    response.assertStatus(200)
    assert.containsSubset(rowsOf(response.text()), [
      {
        'Title': "'=House",
        'Status': 'Active',
        'Price': '650000.00',
        'Bedrooms': '3',
        'Size': '1940',
        'Size unit': 'sqft',
        'Features': 'garden, pets welcome',
        'Category of the agency': 'New homes',
        'Agent name': 'Person senior_agent',
        'Commission (%)': '2.5',
      },
    ])
  })

  test('is headed so that an import finds its columns again', async ({ client, assert }) => {
    await workspace.givenListing()

    const [row] = rowsOf((await ask(client, 'principal', {})).text())
    const found = new Set(Object.keys(row).map(fieldOfHeading))

    for (const field of ['reference', 'title', 'status', 'deal_type', 'type', 'price'] as const)
      assert.isTrue(found.has(field), field)
    for (const field of ['beds', 'baths', 'size', 'size_unit', 'plot', 'plot_unit'] as const)
      assert.isTrue(found.has(field), field)
    for (const field of ['address_line', 'locality', 'city', 'postcode', 'agent_email'] as const)
      assert.isTrue(found.has(field), field)
  })

  test('keeps to the filters of the list', async ({ client, assert }) => {
    await workspace.givenListing({ title: 'Dear one', facts: { priceMinor: 90_000_000 } })
    await workspace.givenListing({ title: 'Cheap one', facts: { priceMinor: 10_000_000 } })

    const response = await ask(client, 'principal', { query: 'price_max=200000' })

    assert.deepEqual(
      rowsOf(response.text()).map(({ Title: title }) => title),
      ['Cheap one']
    )
  })

  test('of more than a thousand is done in the background', async ({ client, assert }) => {
    await workspace.givenListings(1001)

    const response = await ask(client, 'principal', {})
    const page = await workspace.as('principal', client.get(response.header('location')!))

    response.assertStatus(302)
    assert.include(page.text(), '1,001 listings')
  })

  test('is offered to those who may, and forbidden to others', async ({ client, assert }) => {
    const may = await workspace.as('sales_director', client.get('/app/listings'))
    const mayNot = await workspace.as('senior_agent', client.get('/app/listings'))
    const forbidden = await ask(client, 'senior_agent', {})

    assert.include(may.text(), 'action="/app/listings/exports"')
    assert.notInclude(mayNot.text(), '/app/listings/exports')
    forbidden.assertStatus(403)
  })

  test('ends at the reach of the permission', async ({ client, assert }) => {
    await workspace.givenListing({ title: 'Mine', agent: 'senior_agent' })
    await workspace.givenListing({ title: 'Theirs' })
    await workspace.givenReach('senior_agent', 'listings.export', 'own')

    const response = await ask(client, 'senior_agent', {})

    assert.deepEqual(
      rowsOf(response.text()).map(({ Title: title }) => title),
      ['Mine']
    )
  })

  test('holds nothing of another agency', async ({ client, assert }) => {
    await workspace.givenListing()

    const response = await workspace.asStranger(
      client.post('/app/listings/exports').form({ format: 'csv', query: '' })
    )

    response.assertStatus(200)
    assert.deepEqual(rowsOf(response.text()), [])
  })

  test('refuses what is no format, and is gone where listings are off', async ({ client }) => {
    const misfit = await workspace.asFragment(
      'principal',
      client.post('/app/listings/exports').form({ format: 'exe' })
    )
    await workspace.agency.switchModule('listings', 'off')
    const off = await ask(client, 'principal', {})

    misfit.assertStatus(422)
    off.assertStatus(404)
  })
})
