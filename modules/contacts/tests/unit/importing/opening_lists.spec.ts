import { stringify } from 'csv-stringify/sync'
import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import { openContactFile } from '../../../importing/open_contact_file.ts'
import { UnreadableFile } from '#app/imports'
import { fixture, readList, reasonFor, WrittenLists } from './lists.ts'

const PEOPLE = [
  ['First name', 'Last name', 'Email'],
  ['José', 'Muñoz', 'jose@example.com'],
  ['Zoë', 'O’Neill', 'zoe@example.com'],
]

test.group('Opening a list of separated text', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  for (const encoding of ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'windows-1252', 'macintosh']) {
    for (const separator of [',', ';', '\t', '|']) {
      test(`finds ${encoding} and "${separator}" by itself`, async ({ assert }) => {
        const text = stringify(PEOPLE, { delimiter: separator, record_delimiter: '\r\n' })
        const { file, rows } = await readList(lists.write(iconv.encode(text, encoding)))

        assert.containSubset(file, { format: 'csv', encoding, separator, columns: PEOPLE[0] })
        assert.deepEqual(
          rows.map(({ cells }) => Object.values(cells)),
          PEOPLE.slice(1)
        )
      })
    }
  }

  for (const encoding of ['UTF-8', 'UTF-16LE', 'UTF-16BE']) {
    test(`takes no mark of ${encoding} for a part of the first heading`, async ({ assert }) => {
      const bytes = iconv.encode(stringify(PEOPLE), encoding, { addBOM: true })
      const { file } = await readList(lists.write(bytes))

      assert.equal(file.encoding, encoding)
      assert.deepEqual(file.columns, PEOPLE[0])
    })
  }

  test('finds other European encodings by how their words read', async ({ assert }) => {
    const { file, cells } = await readList(fixture('central_europe.csv'))

    assert.equal(file.encoding, 'ISO-8859-2')
    assert.deepEqual(cells[0], ['Łukasz Wałęsa', 'Gdańsk', 'lukasz@example.com'])
  })

  test('keeps UTF-8 of which a program has cut some letters in two', async ({ assert }) => {
    const text = Buffer.from(stringify([...PEOPLE, ...Array(20).fill(PEOPLE[1])]))
    const cut = Buffer.concat([text, Buffer.from([0xc3, 0x0a])])
    const { file, cells } = await readList(lists.write(cut))

    assert.equal(file.encoding, 'UTF-8')
    assert.equal(cells[0]?.[0], 'José')
  })

  test('obeys the person who knows encoding and separator better', async ({ assert }) => {
    const path = lists.write(iconv.encode('Name;Town,Country\nZoë;"a",b\n', 'windows-1252'))
    const { file, cells } = await readList(path, { encoding: 'ISO-8859-5', separator: ',' })

    assert.deepEqual(file.columns, ['Name;Town', 'Country'])
    assert.deepEqual(cells, [['Zoы;"a"', 'b']])
  })

  test('reads old Mac line ends', async ({ assert }) => {
    const { rows } = await readList(fixture('mac_classic.txt'))
    assert.deepEqual(
      rows.map(({ line, cells }) => [line, cells['Last name']]),
      [
        [2, 'Noël'],
        [3, 'Lefèvre'],
      ]
    )
  })

  test("obeys Excel's line about the separator and counts it as a row", async ({ assert }) => {
    const { file, rows } = await readList(fixture('excel_with_sep_line.csv'))

    assert.deepEqual(file.columns, ['Name', 'Phone', 'City'])
    assert.deepEqual(
      rows.map(({ line }) => line),
      [3, 4]
    )
  })

  test('passes over titles above the headings', async ({ assert }) => {
    const { file, rows } = await readList(fixture('spreadsheet_misspelt.csv'))

    assert.equal(file.columns[0], 'Frist Name')
    assert.equal(rows[0]?.line, 4)
  })

  test('names columns by letters where the first row is a contact', async ({ assert }) => {
    const { file, rows } = await readList(fixture('no_header.csv'))

    assert.isFalse(file.hasHeader)
    assert.deepEqual(file.columns, ['A', 'B', 'C', 'D'])
    assert.lengthOf(rows, 2)
  })

  test('reads a mere list of addresses', async ({ assert }) => {
    const { cells } = await readList(fixture('emails_only.csv'))
    assert.deepEqual(cells, [['tendai@example.com'], ['rudo@example.com']])
  })

  test('gives every column a name of its own', async ({ assert }) => {
    const path = lists.write('Name,Phone,Phone,,Phone (2),__proto__\nTendai,1,2,3,4,5\n')
    const { file, rows } = await readList(path)

    const columns = ['Name', 'Phone', 'Phone (2)', 'D', 'Phone (2) (2)', 'F']
    assert.deepEqual(file.columns, columns)
    assert.deepEqual(Object.values(rows[0]?.cells ?? {}), ['Tendai', '1', '2', '3', '4', '5'])
  })

  test('reads rows that are too short, too long, empty or quoted in the middle', async ({
    assert,
  }) => {
    const { rows } = await readList(fixture('ragged.csv'))

    assert.deepEqual(
      rows.map(({ line, cells }) => [line, cells.Name, cells.City]),
      [
        [2, 'Tendai Moyo', 'Harare'],
        [4, 'Rudo Ncube', ''],
        [6, '"Big Mike" Ndlovu', 'Chi\r\nredzi'],
      ]
    )
  })

  test('gives the cells beyond the last column apart', async ({ assert }) => {
    const people = Array.from({ length: 60 }, (_, index) => `Person ${index},077100${index}\n`)
    const path = lists.write(`Name,Phone\n${people.join('')}Last,0771000000,one, ,two\n`)
    const { file, rows } = await readList(path)

    assert.deepEqual(file.columns, ['Name', 'Phone'])
    assert.deepEqual(rows.at(-1)?.overflow, ['one', 'two'])
  })

  test('gives the rows above a broken one before it fails', async ({ assert }) => {
    const people = Array.from({ length: 5000 }, (_, index) => `Person ${index},077100${index}\n`)
    const path = lists.write(`Name,Phone\n${people.join('')}"Last,0771\n`)
    const file = await openContactFile(path, 'contacts.csv')

    let count = 0
    const reading = async () => {
      for await (const { line } of file.rows()) count = line
    }
    const failure = await reading().catch((error) => error)

    assert.equal(count, 5001)
    assert.instanceOf(failure, UnreadableFile)
    assert.containSubset(failure, { reason: 'unclosed_quote', params: { line: 5002 } })
  })

  test('may be read more than once, and left in the middle', async ({ assert }) => {
    const file = await openContactFile(fixture('google.csv'), 'google.csv')
    for await (const row of file.rows()) {
      assert.equal(row.line, 2)
      break
    }
    assert.lengthOf(await Array.fromAsync(file.rows()), 4)
  })
})

test.group('A file that is no contact list', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  const reasons = {
    'empty.csv': 'empty',
    'blank.csv': 'empty',
    'header_only.csv': 'no_rows',
    'prose.txt': 'no_table',
    'page.xls': 'not_a_list',
    'calendar.ics': 'not_a_list',
    'picture.csv': 'not_a_list',
    'document.docx': 'not_a_list',
    'old_excel.xls': 'old_excel_or_password',
    'archive.zip': 'archive',
    'unclosed_quote.csv': 'unclosed_quote',
  }
  for (const [name, reason] of Object.entries(reasons)) {
    test(`is refused: ${name} as ${reason}`, async ({ assert }) => {
      assert.equal(await reasonFor(fixture(name)), reason)
    })
  }

  test('is called what it is', async ({ assert }) => {
    const failure = await readList(fixture('picture.csv')).catch((error) => error)
    assert.containSubset(failure, {
      reason: 'not_a_list',
      params: { kind: 'PNG' },
    })
  })

  test('is refused where a quotation mark swallows the rest', async ({ assert }) => {
    const path = lists.write(`Name,Phone\n"Tendai,0771\n${'x,y\n'.repeat(400_000)}`)
    assert.equal(await reasonFor(path), 'record_too_long')
  })

  test('is refused where it has columns without end', async ({ assert }) => {
    const path = lists.write(`Name,${'x,'.repeat(600)}x\nTendai,${'y,'.repeat(600)}y\n`)
    assert.equal(await reasonFor(path), 'too_many_columns')
  })
})
