import { test } from '@japa/runner'
import { fixture, readList, WrittenLists } from './lists.ts'

function filled(cells: Record<string, string> = {}) {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
}

test.group('Reading vCards', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  test('gives the cards of an iPhone, with the labels that its owner made', async ({ assert }) => {
    const { file, rows } = await readList(fixture('iphone.vcf'))

    assert.equal(file.format, 'vcard')
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 28, 36]
    )
    assert.deepEqual(filled(rows[0]?.cells), {
      'Full name': 'Tendai Chipo Moyo',
      'First name': 'Tendai',
      'Middle name': 'Chipo',
      'Last name': 'Moyo',
      'Company': 'Msasa Traders',
      'Department': 'Sales',
      'Job title': 'Director',
      'Phone': '+263 77 100 0070 ::: 0242 700 070 ::: 071 200 0070 ::: 0771000071',
      'Phone label': 'mobile ::: work ::: Gate keeper ::: Other',
      'Email': 'tendai@example.com ::: t.home@example.com',
      'Email label': ' ::: home',
      'Street': '12 Lomagundi Rd\nFlat 2',
      'City': 'Harare',
      'Country': 'Zimbabwe',
      'Other addresses': '1 First St, Bulawayo, Zimbabwe',
      'Birthday': '1604-04-12',
      'Notes': 'Met at the show house, wants a garden; two dogs.\nCall in the evening.',
    })
  })

  test('knows a company from a person, and a card without an end', async ({ assert }) => {
    const { rows } = await readList(fixture('iphone.vcf'))

    assert.deepEqual(filled(rows[1]?.cells), {
      'Company': 'Highfield Hardware',
      'Phone': '0242 700 072',
      'Phone label': 'main',
    })
    assert.containSubset(rows[2]?.cells, { 'Full name': 'Rudo Ncube', 'Birthday': '1990-02-28' })
  })

  test("reads Outlook's quoted-printable texts in its own encoding", async ({ assert }) => {
    const { rows } = await readList(fixture('outlook.vcf'))

    assert.lengthOf(rows, 1)
    assert.containSubset(rows[0]?.cells, {
      'Full name': 'José Muñoz',
      'Name prefix': 'Dr.',
      'Company': 'Café O’Higgins',
      'Phone label': 'work ::: mobile',
      'Street': '99 Pine St\r\nSuite 5',
      'Notes': 'Prefers mornings – not Mondays\r\nCall first',
    })
  })

  test("reads Android's quoted-printable texts and labels", async ({ assert }) => {
    const { rows } = await readList(fixture('android.vcf'))

    assert.containSubset(rows[0]?.cells, {
      'Full name': 'सुनीता जोशी',
      'Last name': 'जोशी',
      'Phone label': 'mobile ::: दुकान',
    })
  })

  test('reads version 4, folded in the middle of a letter', async ({ assert }) => {
    const { rows } = await readList(fixture('version_4.vcf'))

    assert.containSubset(rows[0]?.cells, {
      'Full name': 'Simón Pérez',
      'Phone': 'tel:+1-206-555-0140;ext=102',
      'Email label': 'work',
      'Categories': 'Investor ::: Hot, Lead',
      'UID': 'urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
    })
  })

  test('reads UTF-16', async ({ assert }) => {
    const { file, rows } = await readList(fixture('google.vcf'))

    assert.equal(file.encoding, 'UTF-16LE')
    assert.containSubset(rows[0]?.cells, {
      'Full name': 'Priya Deshpande',
      'Phone label': 'mobile',
    })
  })

  test('takes escapes as they were meant', async ({ assert }) => {
    const card = 'BEGIN:VCARD\nFN:A\nORG:Moyo\\; Sons\\\\;Sales\nNOTE:1\\, 2\\n3\\\\n4\nEND:VCARD\n'
    const { rows } = await readList(lists.write(card))

    assert.containSubset(rows[0]?.cells, {
      Company: 'Moyo; Sons\\',
      Department: 'Sales',
      Notes: '1, 2\n3\\n4',
    })
  })

  test('leaves out pictures, fax numbers and lines that are none', async ({ assert }) => {
    const picture = ` ${'A'.repeat(74)}\n`.repeat(40_000)
    const card = `BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:\n${picture}TEL;FAX:1\nnonsense\nEND:VCARD\n`
    const { rows } = await readList(lists.write(card))

    assert.deepEqual(
      rows.map(({ cells }) => filled(cells)),
      [{ 'Full name': 'A' }]
    )
  })

  test('begins a new card where the last one lacks its end', async ({ assert }) => {
    const { rows } = await readList(
      lists.write('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n')
    )
    assert.deepEqual(
      rows.map(({ line, cells }) => [line, cells['Full name']]),
      [
        [1, 'A'],
        [3, 'B'],
      ]
    )
  })
})
