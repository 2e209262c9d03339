import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { StaffRole } from '#app/members'
import { CustomField } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import Contact from '../../models/contact.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const LIST = `First Name,Last Name,Company,Email,Mobile,Tags,Notes,City
Tendai,Moyo,Moyo Homes,tendai@example.com,+1 206 555 0142,Investor,Met at the open house,Seattle
Rudo,Ncube,,rudo@example.com,,Buyer,,Tacoma`

type Row = Record<string, string>

function rowsOf(csv: string): Row[] {
  return parse(csv, { columns: true, bom: true })
}

test.group('Exporting contacts', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('answers a short list at once, as CSV', async ({ client, assert }) => {
    await workspace.import({ list: LIST })

    const response = await workspace.as(
      'principal',
      client.post('/app/contacts/exports').form({ format: 'csv', query: '' })
    )

    response.assertStatus(200)
    assert.match(response.header('content-disposition')!, /^attachment; filename\*=UTF-8''contacts/)
    const [tendai, rudo] = rowsOf(response.text()).toSorted((one, other) =>
      one['Full name'] < other['Full name'] ? 1 : -1
    )
    assert.containsSubset(tendai, {
      'Full name': 'Tendai Moyo',
      'Company': 'Moyo Homes',
      'Phone': `'+12065550142`,
      'E-mail': 'tendai@example.com',
      'Tags': 'Investor',
      'Owner e-mail': workspace.agency.email('principal'),
    })
    assert.match(tendai.Notes, /Person principal: Met at the open house/)
    assert.equal(rudo['E-mail'], 'rudo@example.com')
  })

  test('holds what the filters of the list leave, and nothing else', async ({ client, assert }) => {
    await workspace.import({ list: LIST })

    const response = await workspace.as(
      'principal',
      client.post('/app/contacts/exports').form({ format: 'csv', query: 'city=Tacoma' })
    )

    assert.deepEqual(
      rowsOf(response.text()).map((row) => row['Full name']),
      ['Rudo Ncube']
    )
  })

  test('opens in Excel, as text', async ({ client, assert }) => {
    await workspace.import({ list: LIST })

    const request = client.post('/app/contacts/exports').form({ format: 'xlsx', query: 'q=tendai' })
    request.request.responseType('blob')
    const response = await workspace.as('principal', request)

    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.body())
    const sheet = book.worksheets[0]
    assert.equal(sheet.rowCount, 2)
  })

  test('tells the whole story of a contact: consents, interactions, steps and own fields', async ({
    client,
    assert,
  }) => {
    await workspace.agency.inUnit(() =>
      CustomField.create({
        subjectType: 'contact',
        key: 'pets',
        label: 'Pets',
        kind: 'yes_no',
        choices: [],
        required: false,
        position: 1,
      })
    )
    const contact = await workspace.givenContact({
      name: 'Ann',
      phone: '+12065550142',
      facts: {
        custom: { pets: true },
        consent: {
          email: { state: 'granted', at: null, how: null },
          sms: { state: 'refused', at: null, how: null },
        },
      },
    })
    await workspace.givenNextAction(contact, '2027-01-31')
    await workspace.agency.inUnit(async () => {
      const kept = await Contact.findOrFail(contact.id)
      await kept.moveTo('archived', { seenVersion: kept.version })
    }, 'principal')

    const [row] = await exported(client, 'status=archived')

    assert.containsSubset(row, {
      'Full name': 'Ann',
      'Phone': `'+12065550142`,
      'Consent e-mail': 'Yes',
      'Consent SMS': 'No',
      'Consent WhatsApp': '',
      'Pets': 'Yes',
      'Status': 'Archived',
      'Next action': '2027-01-31',
    })
    assert.match(row.Interactions, /^\d{4}-\d\d-\d\d \d\d:\d\d Call: Spoke about the house → Send/)
    assert.match(row['Status history'], /Person principal: Archived$/)
  })

  test('comes back as it went out', async ({ client, assert }) => {
    await workspace.import({ list: LIST })
    const before = await workspace.contacts()
    const response = await asked(client, '')

    const again = await workspace.import({ list: response.text(), mapping: { Notes: 'ignore' } })

    assert.deepEqual(again.counts, { unchanged: 2 })
    assert.deepEqual(await workspace.contacts(), before)
  })

  test('leaves out what was deleted', async ({ client, assert }) => {
    await workspace.import({ list: LIST })
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set deleted_at = now() where name = 'Rudo Ncube'`)
    )

    assert.deepEqual(
      (await exported(client, '')).map((row) => row['Full name']),
      ['Tendai Moyo']
    )
  })

  test('gives each person no more than their reach', async ({ client, assert }) => {
    await workspace.givenReach('senior_agent', 'contacts.export', 'own')
    await workspace.givenContact({ name: 'Mine', owner: 'senior_agent' })
    await workspace.givenContact({ name: 'Yours', owner: 'principal' })

    const rows = await exported(client, 'owner=none', 'senior_agent')
    const all = await exported(client, '', 'senior_agent')

    assert.deepEqual(rows, [])
    assert.deepEqual(
      all.map((row) => row['Full name']),
      ['Mine']
    )
  })

  test('is for those who may export', async ({ client }) => {
    for (const request of [
      client.get('/app/contacts/exports'),
      client.post('/app/contacts/exports').form({ format: 'csv' }),
    ]) {
      const response = await workspace.as('marketing', request)
      response.assertStatus(403)
    }
  })

  test('refuses a format that is none', async ({ client }) => {
    const response = await workspace.asFragment(
      'principal',
      client.post('/app/contacts/exports').form({ format: 'exe' })
    )

    response.assertStatus(422)
  })

  test('holds nothing of another agency', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Ours' })

    const response = await workspace.asStranger(
      client.post('/app/contacts/exports').form({ format: 'csv', query: '' })
    )

    response.assertStatus(200)
    assert.deepEqual(rowsOf(response.text()), [])
  })

  test('does not exist where contacts are off', async ({ client }) => {
    await workspace.agency.switchModule('contacts', 'off')

    const response = await workspace.as(
      'principal',
      client.post('/app/contacts/exports').form({ format: 'csv' })
    )

    response.assertStatus(404)
  })

  test('is written down in the audit log, with what was asked for', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Ann' })
    await asked(client, 'city=Tacoma')

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ facts: object }>(
        `select facts from audit_entries where action = 'contacts.exported'`
      )
    )
    assert.deepEqual(rows, [{ facts: { format: 'csv', query: { city: 'Tacoma' }, contacts: 0 } }])
  })

  test('is one click from the list, with its filters', async ({ client, assert }) => {
    await workspace.givenContact({ name: 'Ann' })

    const page = await workspace.as('principal', client.get('/app/contacts?owner=me&q=ann'))
    const other = await workspace.as('marketing', client.get('/app/contacts'))

    assert.match(page.text(), /action="\/app\/contacts\/exports"/)
    assert.match(page.text(), /name="query" value="owner=me&amp;q=ann"/)
    assert.notInclude(other.text(), '/app/contacts/exports')
  })

  function asked(client: ApiClient, query: string, role: StaffRole = 'principal') {
    return workspace.as(role, client.post('/app/contacts/exports').form({ format: 'csv', query }))
  }

  async function exported(client: ApiClient, query: string, role?: StaffRole): Promise<Row[]> {
    return rowsOf((await asked(client, query, role)).text())
  }
})
