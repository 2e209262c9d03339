import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { openContactFile } from '../../../importing/open_contact_file.ts'
import { fixture, readList, reasonFor, WrittenLists } from './lists.ts'
import { Bomb, workbookOf, zipOf } from './zip_of.ts'

const HEADINGS = '<row><c t="str"><v>Name</v></c><c t="str"><v>Phone</v></c></row>'

function sheetOf(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`
}

test.group('Reading an Excel workbook', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  async function written(fill: (workbook: ExcelJS.Workbook) => void): Promise<string> {
    const workbook = new ExcelJS.Workbook()
    fill(workbook)
    const path = lists.newPath()
    await workbook.xlsx.writeFile(path)
    return path
  }

  test('gives every kind of cell as the text that people see', async ({ assert }) => {
    const path = await written((workbook) => {
      const sheet = workbook.addWorksheet('People')
      sheet.addRow(['Name', 'Phone', 'Birthday', 'Created', 'Email', 'ZIP', 'Call ok', 'Note'])
      sheet.addRow([
        { richText: [{ text: 'Tendai ' }, { font: { bold: true }, text: 'Moyo' }] },
        263771000090,
        new Date(Date.UTC(1985, 3, 12)),
        new Date(Date.UTC(2025, 0, 31, 9, 30)),
        { text: 'tendai@example.com', hyperlink: 'mailto:tendai@example.com' },
        2139,
        true,
        { formula: 'A2&"!"', result: 'Tendai Moyo!' },
      ])
      sheet.getCell('F2').numFmt = '00000'
      sheet.addRow(['Rudo', 0.5, null, null, '', null, false, { error: '#N/A' }])
    })

    const { file, cells } = await readList(path)

    assert.equal(file.format, 'xlsx')
    assert.deepEqual(cells, [
      [
        'Tendai Moyo',
        '263771000090',
        '1985-04-12',
        '2025-01-31T09:30:00',
        'tendai@example.com',
        '02139',
        'TRUE',
        'Tendai Moyo!',
      ],
      ['Rudo', '0.5', '', '', '', '', 'FALSE', ''],
    ])
  })

  test('takes the first sheet that shows and has anything in it', async ({ assert }) => {
    const path = await written((workbook) => {
      workbook.addWorksheet('Hidden', { state: 'hidden' }).addRow(['Secret'])
      workbook.addWorksheet('Empty')
      const sheet = workbook.addWorksheet('People')
      sheet.getRow(3).values = ['Name', 'Phone']
      sheet.getRow(5).values = ['Tendai', '0771000091']
    })

    const { file, rows } = await readList(path)

    assert.deepEqual(file.columns, ['Name', 'Phone'])
    assert.deepEqual(rows, [{ line: 5, cells: { Name: 'Tendai', Phone: '0771000091' } }])
  })

  test('reads what LibreOffice writes, its parts in another order', async ({ assert }) => {
    const { cells } = await readList(fixture('libreoffice.xlsx'))

    assert.deepEqual(cells, [
      ['Tendai Moyo', '263771000080', '1985-04-12'],
      [' Rudo&Farai Ncube\r ', '0771000081', ''],
    ])
  })

  test('reads what .NET programs write, prefixed and without references', async ({ assert }) => {
    const { cells } = await readList(fixture('dotnet.xlsx'))
    assert.deepEqual(cells, [['olivia@example.com', 'TRUE']])
  })

  test('counts dates from 1904 where the workbook does', async ({ assert }) => {
    const path = await written((workbook) => {
      workbook.properties.date1904 = true
      const sheet = workbook.addWorksheet('People')
      sheet.addRow(['Name', 'Birthday'])
      sheet.addRow(['Tendai', new Date(Date.UTC(1985, 3, 12))])
    })

    const { cells } = await readList(path)
    assert.deepEqual(cells, [['Tendai', '1985-04-12']])
  })

  test('keeps apart a name and its reading for the ear', async ({ assert }) => {
    const texts = '<sst><si><t>Name</t></si><si><t>Tendai</t><rPh><t>tn-DYE</t></rPh></si></sst>'
    const rows = '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>'
    const workbook = workbookOf(sheetOf(rows), { 'xl/sharedStrings.xml': texts })

    const { cells } = await readList(lists.write(workbook))
    assert.deepEqual(cells, [['Tendai']])
  })

  test('refuses a workbook without a filled sheet', async ({ assert }) => {
    const path = await written((workbook) => {
      workbook.addWorksheet('Empty')
    })
    assert.equal(await reasonFor(path), 'empty')
  })

  test('refuses an archive that unpacks without end, whatever it claims', async ({ assert }) => {
    const row = `<row><c t="str"><v>${'A'.repeat(9_970)}</v></c></row>`
    const before = process.memoryUsage().rss
    for (const text of [row, 'A'.repeat(10_000), `<row ${' '.repeat(10_000)}`]) {
      const bomb = workbookOf(new Bomb(text.repeat(100), 300))
      assert.isBelow(bomb.length, 2_000_000)
      assert.oneOf(await reasonFor(lists.write(bomb)), ['too_large', 'broken'])
    }
    assert.isBelow(process.memoryUsage().rss - before, 150_000_000)
  })

  test('refuses a row with a cell far to the right', async ({ assert }) => {
    const rows = `${HEADINGS}<row><c r="XFD2" t="str"><v>x</v></c></row>`
    assert.equal(await reasonFor(lists.write(workbookOf(sheetOf(rows)))), 'too_many_columns')
  })

  test('knows no entities but those of XML', async ({ assert }) => {
    const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    const sheet = doctype + sheetOf(`${HEADINGS}<row><c t="str"><v>&e;</v></c></row>`)
    assert.equal(await reasonFor(lists.write(workbookOf(sheet))), 'broken')
  })

  test('refuses a damaged workbook in words, whichever byte is wrong', async ({ assert }) => {
    const whole = readFileSync(fixture('libreoffice.xlsx'))
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const damaged = Buffer.from(whole.subarray(0, Math.max(4, length)))
        for (const [at, byte] of changes) if (at >= 4 && at < damaged.length) damaged[at] = byte
        assert.isString(await reasonFor(lists.write(damaged)))
      }),
      { numRuns: 150 }
    )
  })

  test('refuses a workbook that claims parts that it does not have', async ({ assert }) => {
    assert.equal(await reasonFor(lists.write(zipOf({ 'xl/workbook.xml': '<workbook/>' }))), 'empty')
  })

  test('reads large sheets row by row', async ({ assert }) => {
    const row = '<row><c t="str"><v>Tendai</v></c><c t="str"><v>0771000092</v></c></row>'
    const path = lists.write(workbookOf(sheetOf(HEADINGS + row.repeat(20_000))))
    const file = await openContactFile(path, 'people.xlsx')

    let count = 0
    for await (const { line } of file.rows()) {
      count++
      if (line === 101) break
    }
    assert.equal(count, 100)
  })
})
