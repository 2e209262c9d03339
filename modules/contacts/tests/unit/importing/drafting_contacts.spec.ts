import { test } from '@japa/runner'
import { marketPack } from '#kernel/markets/packs'
import { draftContact } from '../../../importing/draft_contact.ts'
import { contactOf, draftOf } from './lists.ts'

function phonesOf(text: string) {
  return contactOf({ Name: 'A', Phone: text }).phones.map(({ e164, label }) => [e164, label])
}

test.group('The name of a drafted contact', () => {
  const NAMES: [written: string, first: string | null, last: string | null][] = [
    ['Tendai Moyo', 'Tendai', 'Moyo'],
    ['Moyo, Tendai', 'Tendai', 'Moyo'],
    ['Tendai', 'Tendai', null],
    ['Mary Jane Watson', 'Mary Jane', 'Watson'],
    ['Pieter van der Merwe', 'Pieter', 'van der Merwe'],
    ['Tendai and Rudo Moyo', 'Tendai and Rudo', 'Moyo'],
    ['John Smith Jr.', 'John', 'Smith Jr.'],
    ['John Smith, Jr.', 'John', 'Smith Jr.'],
    ['सुनीता जोशी', 'सुनीता', 'जोशी'],
  ]
  for (const [written, first, last] of NAMES) {
    test(`is taken apart: "${written}"`, ({ assert }) => {
      assert.containSubset(contactOf({ Name: written }), {
        kind: 'person',
        firstName: first,
        lastName: last,
      })
    })
  }

  test('is that of a company where it ends as companies do, or nobody is named', ({ assert }) => {
    for (const name of ['Msasa Homes (Pvt) Ltd', 'Rainier LLC', 'Peepal Pvt. Ltd.']) {
      assert.containSubset(contactOf({ Name: name }), { kind: 'company', companyName: name, name })
    }
    assert.containSubset(contactOf({ Company: 'Harare Club' }), { kind: 'company' })
    assert.containSubset(contactOf({ Company: 'Harare Club', Name: 'Rudo' }), { kind: 'person' })
  })

  test('is what reaches the contact where it has none', ({ assert }) => {
    assert.propertyVal(contactOf({ Email: 'Rudo@Example.com' }), 'name', 'rudo@example.com')
    assert.propertyVal(contactOf({ Phone: '0771000001' }), 'name', '+263771000001')
  })

  test('prefers its parts to the whole, and joins the middle name to the first', ({ assert }) => {
    const parts = { 'Name': 'X Y', 'First Name': 'Rudo', 'Middle Name': 'C', 'Last Name': 'Ncube' }
    assert.containSubset(contactOf(parts), { firstName: 'Rudo C', lastName: 'Ncube' })
  })
})

test.group('The phones of a drafted contact', () => {
  test('come from one cell, however they are listed and labelled', ({ assert }) => {
    assert.deepEqual(phonesOf('0771000001 / 0712000001'), [
      ['+263771000001', null],
      ['+263712000001', null],
    ])
    assert.deepEqual(phonesOf('Cell: 0771000001, W 0242 700 001'), [
      ['+263771000001', 'mobile'],
      ['+263242700001', 'work'],
    ])
    assert.deepEqual(phonesOf('077 100 0001 (wife)\n0712000001 - home'), [
      ['+263771000001', 'wife'],
      ['+263712000001', 'home'],
    ])
    assert.deepEqual(phonesOf('0771000001 or 0712000001 and 0771000001'), [
      ['+263771000001', null],
      ['+263712000001', null],
    ])
  })

  test('are labelled by their column, or by the column beside it', ({ assert }) => {
    const { phones } = contactOf({
      'Mobile': '0771000001',
      'Work Phone': '0242700001',
      'Phone 1 - Label': 'Summer house',
      'Phone 1 - Value': '0712000001 ::: 0712000002',
    })
    assert.deepEqual(
      phones.map(({ label }) => label),
      ['mobile', 'work', 'Summer house', 'Summer house']
    )
  })

  test('keep the labels that people made, and our words for the usual ones', ({ assert }) => {
    const label = (text: string) =>
      contactOf({ 'Phone': '0771000001', 'Phone Label': text }).phones[0]?.label

    assert.equal(label("Mother's cell"), "Mother's cell")
    assert.equal(label('* Cell phone'), 'mobile')
    assert.equal(label('OFFICE'), 'work')
    assert.isNull(label(''))
  })

  test('are read in the region of the market, and by their own country code', ({ assert }) => {
    assert.propertyVal(
      contactOf({ Phone: '098765 43210' }, 'IN').phones[0],
      'e164',
      '+919876543210'
    )
    assert.propertyVal(
      contactOf({ Phone: '+1 206 555 0100' }, 'IN').phones[0],
      'e164',
      '+12065550100'
    )
  })

  test('that cannot be read are reported and kept in the note', ({ assert }) => {
    const { draft, problems } = draftOf({
      'Name': 'Rudo',
      'Mobile': '07712',
      'Home Phone': '0771000001',
    })

    assert.lengthOf(draft?.phones ?? [], 1)
    assert.equal(draft?.note, 'Mobile: 07712')
    assert.deepEqual(problems, [
      {
        severity: 'warning',
        line: 2,
        column: 'Mobile',
        field: 'phone',
        value: '07712',
        key: 'validator.shared.messages.phone.wrong_length',
        params: { digits: 4, country: 'ZW' },
      },
    ])
  })

  test('that a spreadsheet has shortened are reported as such', ({ assert }) => {
    const { problems } = draftOf({ Name: 'Rudo', Phone: '2.63771E+11' })
    assert.propertyVal(problems[0], 'key', 'validator.shared.messages.phone.shortened')
  })

  test('that only say that there is none are no problem', ({ assert }) => {
    for (const nothing of ['n/a', '-', 'None', '0', 'no phone', '?']) {
      const { draft, problems } = draftOf({ Name: 'Rudo', Phone: nothing, Email: nothing })
      assert.deepEqual([draft?.phones, draft?.note, problems], [[], null, []], nothing)
    }
  })
})

test.group('The e-mail addresses of a drafted contact', () => {
  test('come in small letters, from any form, each once', ({ assert }) => {
    const { emails } = contactOf({
      'Email': 'Rudo Ncube <Rudo@Example.com>; mailto:r.ncube@example.org, rudo@example.com.',
      'Email 2': 'one@example.com two@example.com',
    })
    assert.deepEqual(
      emails.map(({ address }) => address),
      ['rudo@example.com', 'r.ncube@example.org', 'one@example.com', 'two@example.com']
    )
  })

  test('that are none are reported and kept in the note', ({ assert }) => {
    const { draft, problems } = draftOf({ Name: 'Rudo', Email: 'rudo(at)example.com' })

    assert.deepEqual(draft?.emails, [])
    assert.equal(draft?.note, 'Email: rudo(at)example.com')
    assert.containSubset(problems, [{ column: 'Email', severity: 'warning' }])
  })
})

test.group('A row', () => {
  test('without name, company, phone and e-mail is refused', ({ assert }) => {
    const { draft, problems } = draftOf({ Name: ' ', City: 'Harare' })

    assert.isNull(draft)
    assert.containSubset(problems, [
      { severity: 'refused', line: 2, column: null, key: 'contacts.import.problems.nobody' },
    ])
  })

  test('whose only phone cannot be read is refused with the reason', ({ assert }) => {
    const { draft, problems } = draftOf({ Phone: '0771', Email: 'x@' })

    assert.isNull(draft)
    assert.deepEqual(
      problems.map(({ severity, column, value }) => [severity, column, value]),
      [
        ['refused', null, ''],
        ['refused', 'Phone', '0771'],
        ['refused', 'Email', 'x@'],
      ]
    )
  })

  test('keeps in the note what lies beyond its columns', ({ assert }) => {
    const row = { line: 7, cells: { Name: 'Rudo' }, overflow: ['left over', 'more'] }
    const { draft, problems } = draftContact(row, { Name: 'full_name' }, marketPack('ZW'))

    assert.equal(draft?.note, 'left over more')
    assert.containSubset(problems, [{ line: 7, key: 'contacts.import.problems.more_cells' }])
  })

  test('keeps the second value of a field that has one', ({ assert }) => {
    const row = { line: 2, cells: { a: 'Rudo', b: 'Zillow', c: 'Fair' } }
    const mapping = { a: 'full_name', b: 'source', c: 'source' } as const
    const { draft } = draftContact(row, mapping, marketPack('ZW'))

    assert.containSubset(draft, { source: 'Zillow', note: 'c: Fair' })
  })

  test('keeps the whole of a text that is too long for its field', ({ assert }) => {
    const long = 'Very '.repeat(50)
    const { draft, problems } = draftOf({ 'First Name': long, 'Email': 'a@example.com' })

    assert.isAtMost(draft?.firstName?.length ?? 0, 100)
    assert.include(draft?.note, long.trim())
    assert.containSubset(problems, [{ key: 'contacts.import.problems.too_long' }])
  })

  test('leaves formulas the text that they are', ({ assert }) => {
    const formula = '=HYPERLINK("http://evil.test","x")'
    assert.containSubset(contactOf({ 'First Name': formula, 'Notes': '@SUM(1)' }), {
      firstName: formula,
      note: '@SUM(1)',
    })
  })

  test('fills fields that the agency defined', ({ assert }) => {
    const row = { line: 2, cells: { n: 'Rudo', b: ' 250k ', s: '' } }
    const mapping = { n: 'full_name', b: 'custom:budget', s: 'custom:stand' } as const
    const { draft } = draftContact(row, mapping, marketPack('ZW'))

    assert.deepEqual(draft?.custom, { budget: '250k' })
  })
})
