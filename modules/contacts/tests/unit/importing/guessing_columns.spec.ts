import { test } from '@japa/runner'
import type { ListRow } from '#app/imports'
import { guessColumns } from '../../../importing/guess_columns.ts'

const HEADINGS: [heading: string, field: string][] = [
  ['Name', 'full_name'],
  ['FULL NAME', 'full_name'],
  ['firstName', 'first_name'],
  ['first_name', 'first_name'],
  ['Frist Name', 'first_name'],
  ['Given Name', 'first_name'],
  ['Surname', 'last_name'],
  ['Sur name', 'last_name'],
  ['Lastname', 'last_name'],
  ['Organisation', 'company'],
  ['Job Title', 'job_title'],
  ['E-mail', 'email'],
  ['Emial', 'email'],
  ['e-mail address:', 'email'],
  ['Email ID', 'email'],
  ['E-mail 2 Address', 'email'],
  ['Phone', 'phone'],
  ['Phne', 'phone'],
  ['Phone #', 'phone'],
  ['Mobile No.', 'phone'],
  ['Cellphone', 'phone'],
  ['WhatsApp number', 'phone'],
  ['Telephne', 'phone'],
  ['Contact Type', 'kind'],
  ['Tags', 'tags'],
  ['Categories', 'tags'],
  ['Lead Source', 'source'],
  ['Remraks', 'notes'],
  ['Comments', 'notes'],
  ['Adress', 'address_line'],
  ['Street Address', 'address_line'],
  ['Address Line 2', 'address_line'],
  ['Suburb', 'locality'],
  ['Town', 'city'],
  ['State/Region', 'state'],
  ['ZIP', 'postcode'],
  ['Pincode', 'postcode'],
  ['Postal Code', 'postcode'],
  ['Country/Region', 'country'],
  ['D.O.B.', 'birthday'],
  ['Date of birth', 'birthday'],
  ['Unsubscribed from all email', 'consent_email'],
  ['SMS Opt In', 'consent_sms'],
  ['WhatsApp consent', 'consent_whatsapp'],
  ['Do Not Call', 'consent_call'],
  ['Contact owner', 'owner_email'],
  ['Assigned To', 'owner_email'],
  ['Record ID', 'external_id'],
  ['Create Date', 'created_at'],
  ['Stage', 'ignore'],
  ['Photo', 'ignore'],
  ['Home Fax', 'ignore'],
  ['Phonetic First Name', 'ignore'],
  ['Budget', 'ignore'],
  ['constructor', 'ignore'],
]

function rowsOf(columns: string[], values: string[][]): ListRow[] {
  return values.map((row, index) => ({
    line: index + 2,
    cells: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])),
  }))
}

test.group('Guessing columns', () => {
  for (const [heading, field] of HEADINGS) {
    test(`takes "${heading}" for ${field}`, ({ assert }) => {
      assert.deepEqual(guessColumns([heading], []), { [heading]: field })
    })
  }

  test('looks at the cells where a heading says nothing', ({ assert }) => {
    const columns = ['A', 'B', 'C', 'D']
    const rows = rowsOf(columns, [
      ['Tendai Moyo', 'tendai@example.com', '077 100 0001', '12/04/1985'],
      ['Rudo van Ncube', '', '+263771000002', '13/05/1990'],
      ['Farai C. Dube', 'farai@example.com', '', ''],
    ])
    assert.deepEqual(guessColumns(columns, rows), {
      A: 'full_name',
      B: 'email',
      C: 'phone',
      D: 'ignore',
    })
  })

  test('believes the cells where a heading is misleading', ({ assert }) => {
    const columns = ['Client', 'Contact', 'Owner']
    const rows = rowsOf(columns, [
      ['tendai@example.com', '0771000001', 'Tendai Moyo'],
      ['rudo@example.com', '0771000002', 'Rudo Ncube'],
    ])
    assert.deepEqual(guessColumns(columns, rows), {
      Client: 'email',
      Contact: 'phone',
      Owner: 'full_name',
    })
  })

  test('takes prices, dates and years for no phone numbers', ({ assert }) => {
    const columns = ['Budget', 'Viewed', 'Built', 'Stand']
    const rows = rowsOf(columns, [['250000', '2025-01-31', '1998', '1,250,000']])
    assert.deepEqual(Object.values(guessColumns(columns, rows)), Array(4).fill('ignore'))
  })

  test('knows Mr from director where a list has both titles', ({ assert }) => {
    assert.containSubset(guessColumns(['Title', 'First Name', 'Job Title'], []), {
      'Title': 'ignore',
      'Job Title': 'job_title',
    })
    assert.deepEqual(guessColumns(['Name', 'Title'], []), { Name: 'full_name', Title: 'job_title' })
  })

  test('takes the address that is filled, and keeps the other as notes', ({ assert }) => {
    const columns = ['Business Street', 'Business City', 'Home Street', 'Home City']
    const rows = rowsOf(columns, [
      ['', '', '1 Pike St', 'Seattle'],
      ['2 Pine St', '', '3 Elm St', 'Tacoma'],
    ])
    assert.deepEqual(guessColumns(columns, rows), {
      'Business Street': 'notes',
      'Business City': 'notes',
      'Home Street': 'address_line',
      'Home City': 'city',
    })
  })

  test("does not take the property's address for the contact's", ({ assert }) => {
    const columns = ['Property Address', 'Property City', 'Mailing Address', 'Mailing City']
    const rows = rowsOf(columns, [['77 Beacon St', 'Everett', '1 Pike St', '']])
    assert.deepEqual(Object.values(guessColumns(columns, rows)), [
      'notes',
      'notes',
      'address_line',
      'city',
    ])
  })

  test('takes the second line of an address for the same address', ({ assert }) => {
    const columns = ['Address', 'Address 2', 'City']
    assert.deepEqual(Object.values(guessColumns(columns, [])), [
      'address_line',
      'address_line',
      'city',
    ])
  })

  test('takes one column for a field that has one value, and all phones', ({ assert }) => {
    const columns = ['Created', 'Date Added', 'Mobile', 'Home Phone']
    assert.deepEqual(Object.values(guessColumns(columns, [])), [
      'created_at',
      'ignore',
      'phone',
      'phone',
    ])
  })
})
