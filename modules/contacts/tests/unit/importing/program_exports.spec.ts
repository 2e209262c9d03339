import { test } from '@japa/runner'
import { draftList, fixture } from './lists.ts'

test.group('An export of', () => {
  test('Google Contacts becomes contacts', async ({ assert }) => {
    const { drafts, problems } = await draftList(fixture('google.csv'), 'ZW')

    assert.containSubset(drafts[0], {
      kind: 'person',
      name: 'Tendai Moyo',
      companyName: 'Msasa Traders',
      jobTitle: 'Director',
      phones: [
        { e164: '+263771000001', label: 'mobile' },
        { e164: '+263712000001', label: 'mobile' },
        { e164: '+263242700001', label: 'work' },
      ],
      emails: [
        { address: 'tendai.moyo@example.com', label: 'home' },
        { address: 't.moyo@msasa.test', label: 'work' },
      ],
      tags: ['Buyers', 'Hot Lead'],
      birthday: '1985-04-12',
      note: 'Met at the open house.\nWants a garden, "not too big".',
    })
    assert.containSubset(drafts[1], { firstName: 'Rudo Chipo', lastName: 'Ncube', tags: [] })
    assert.containSubset(drafts[2], { kind: 'company', name: 'Highfield Hardware (Pvt) Ltd' })
    assert.lengthOf(drafts, 4)
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [[3, 'Birthday']]
    )
  })

  test('Google Contacts as it was before 2024 becomes contacts', async ({ assert }) => {
    const { drafts, problems } = await draftList(fixture('google_before_2024.csv'), 'IN')

    assert.containSubset(drafts[0], {
      name: 'Priya Deshpande',
      companyName: 'Peepal Studio',
      phones: [{ e164: '+919876543210', label: 'mobile' }],
      emails: [{ address: 'priya@example.com' }, { address: 'priya.d@example.org' }],
      address: { line: '12 Lane 5', city: 'Pune', state: 'Maharashtra', postcode: '411038' },
    })
    assert.containSubset(drafts[1], { name: 'सुनीता जोशी', phones: [{ e164: '+912025467890' }] })
    assert.deepEqual(problems, [])
  })

  test('Outlook becomes contacts', async ({ assert }) => {
    const { drafts } = await draftList(fixture('outlook.csv'), 'US')

    assert.containSubset(drafts[0], {
      name: 'José Muñoz',
      companyName: 'Café O’Higgins',
      jobTitle: 'Owner',
      phones: [
        { e164: '+12065550101', label: 'work' },
        { e164: '+12065550102', label: 'mobile' },
      ],
      emails: [{ address: 'jose@example.com' }],
      tags: ['Buyers', 'Hot Lead'],
      birthday: '1985-04-12',
      address: { line: '1420 Pike St Apt 4', city: 'Boston', state: 'MA', postcode: '02139' },
    })
    assert.deepEqual(drafts[0]?.note?.split('\n'), [
      '“Call first” – prefers mornings',
      'Business Phone: (206) 555-0101 x12',
      'Business Street: 99 Pine St',
      'Business City: Seattle',
      'Business State: WA',
      'Business Postal Code: 98101',
    ])
    assert.lengthOf(drafts[0]?.emails ?? [], 1)
  })

  test('HubSpot becomes contacts', async ({ assert }) => {
    const { drafts, drafted, problems } = await draftList(fixture('hubspot.csv'), 'US')

    assert.containSubset(drafts[0], {
      name: 'Grace Hopper-Lee',
      externalId: '1501',
      ownerName: 'Ada Agent',
      emails: [
        { address: 'grace@example.com' },
        { address: 'g.lee@example.org' },
        { address: 'grace.h@example.net' },
      ],
      consent: { email: null },
      createdAt: '2025-03-09T18:05:00.000Z',
    })
    assert.containSubset(drafts[1], {
      ownerEmail: 'ada@rainier.example',
      consent: { email: false, sms: null },
      note: 'Phone Number: 206 555 01',
      createdAt: '2026-01-01T04:30:00.000Z',
    })
    assert.isNull(drafted[2]?.draft)
    assert.containSubset(problems, [
      { severity: 'warning', line: 3, column: 'Phone Number', value: '206 555 01' },
      { severity: 'refused', line: 4, key: 'contacts.import.problems.nobody' },
    ])
  })

  test('Follow Up Boss becomes contacts', async ({ assert }) => {
    const { drafts } = await draftList(fixture('follow_up_boss.csv'), 'US')

    assert.containSubset(drafts[0], {
      name: 'Walter Bishop',
      externalId: '88',
      source: 'Zillow',
      tags: ['Buyer', 'Investor', 'Hot Lead'],
      phones: [
        { e164: '+12065550120', label: 'mobile' },
        { e164: '+12065550121', label: 'home' },
      ],
      address: { line: '30 Lab Ln', city: 'Seattle', state: 'WA', postcode: '98109' },
      consent: { call: null },
    })
    assert.include(drafts[0]?.note, 'Property Address: 77 Beacon St')
    assert.include(drafts[0]?.note, 'Likes cows')
    assert.containSubset(drafts[1], { name: 'Olivia Dunham', consent: { call: false } })
  })

  test('an iPhone becomes contacts', async ({ assert }) => {
    const { drafts } = await draftList(fixture('iphone.vcf'), 'ZW')

    assert.deepEqual(
      drafts.map(({ kind, name }) => [kind, name]),
      [
        ['person', 'Tendai Chipo Moyo'],
        ['company', 'Highfield Hardware'],
        ['person', 'Rudo Ncube'],
      ]
    )
    assert.containSubset(drafts[0]?.phones, [
      { e164: '+263771000070', label: 'mobile' },
      { e164: '+263712000070', label: 'Gate keeper' },
      { e164: '+263771000071', label: 'other' },
    ])
    assert.isNull(drafts[0]?.birthday)
    assert.include(drafts[0]?.note, 'Other addresses: 1 First St, Bulawayo, Zimbabwe')
  })

  test('Outlook and Android as vCards becomes contacts', async ({ assert }) => {
    const outlook = await draftList(fixture('outlook.vcf'), 'US')
    assert.containSubset(outlook.drafts, [
      {
        name: 'José Muñoz',
        address: { line: '99 Pine St, Suite 5', state: 'WA', postcode: '98101' },
        note: 'Prefers mornings – not Mondays\nCall first',
      },
    ])

    const android = await draftList(fixture('android.vcf'), 'IN')
    assert.containSubset(android.drafts, [
      {
        name: 'सुनीता जोशी',
        phones: [
          { e164: '+919876543211', label: 'mobile' },
          { e164: '+912025467890', label: 'दुकान' },
        ],
      },
    ])
  })

  test("people's own making becomes contacts", async ({ assert }) => {
    const { mapping, drafts, problems } = await draftList(fixture('spreadsheet_misspelt.csv'), 'ZW')

    assert.deepEqual(Object.values(mapping), [
      'first_name',
      'last_name',
      'email',
      'phone',
      'address_line',
      'kind',
      'notes',
    ])
    assert.containSubset(drafts[1], {
      phones: [{ e164: '+263771000011' }, { e164: '+263712000011' }],
      tags: ['Landlord/Lady'],
      note: '=HYPERLINK("http://evil.test")\nEmial: chipo(at)example.com',
    })
    assert.containSubset(drafts[2], {
      contactKinds: ['buyer'],
      phones: [{ e164: '+263771000012', label: 'mobile' }],
    })
    assert.lengthOf(problems, 1)
  })

  test('a spreadsheet that was guarded against formulas loses its guards', async ({ assert }) => {
    const { drafts } = await draftList(fixture('excel_with_sep_line.csv'), 'ZW')

    assert.containSubset(drafts, [
      { firstName: 'Tendai', lastName: 'Moyo', phones: [{ e164: '+263771000020' }] },
      { firstName: 'Pieter', lastName: 'van der Merwe', phones: [{ e164: '+263771000021' }] },
    ])
  })
})
