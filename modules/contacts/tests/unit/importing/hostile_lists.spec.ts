import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { ContactDraft } from '../../../importing/contact_draft.ts'
import { draftList, draftOf, readList, reasonFor, WrittenLists } from './lists.ts'

const NAUGHTY = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../tests/fixtures/blns/blns.json'), 'utf8')
) as string[]
const FILLED = NAUGHTY.filter((text) => text.trim() !== '')

const REASONS =
  /^(readable|empty|no_rows|no_table|not_a_list|old_excel_or_password|archive|broken)$/
const REASONS_OF_ROWS = /^(unclosed_quote|record_too_long|too_many_columns|too_large)$/

/** What means something to a reader of separated text. */
const MARKS = fc.constantFrom(
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  ',',
  ';',
  '\t',
  '|',
  "'",
  '=',
  '\\',
  '\x0b'
)

/** What the database takes as text: no control characters, no halves of letters. */
function isStorable(value: unknown): boolean {
  const text = JSON.stringify(value)
  return !/\\u00(0[0-8b-f]|1|7f|[89])|\\ud[89a-f]/i.test(text) && !/[\u007f-\u009f]/.test(text)
}

function textsOf(draft: ContactDraft | null): string {
  return JSON.stringify(draft)
}

test.group('A list with hostile texts', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  test('gives every cell as it was written, in any encoding and with any separator', async ({
    assert,
  }) => {
    const cell = fc.string({
      unit: fc.oneof(fc.string({ unit: 'grapheme' }), MARKS),
      maxLength: 40,
    })
    const name = cell.filter((text) => text.trim() !== '')
    const rows = fc.array(fc.tuple(name, cell, cell), { minLength: 1, maxLength: 20 })
    const separators = fc.constantFrom(',', ';', '\t', '|')
    const encodings = fc.constantFrom('UTF-8', 'UTF-16LE', 'UTF-16BE')
    await fc.assert(
      fc.asyncProperty(rows, separators, encodings, async (values, delimiter, encoding) => {
        const text = stringify([['Name', 'Phone', 'Notes'], ...values], { delimiter, quoted: true })
        const path = lists.write(iconv.encode(text, encoding, { addBOM: true }))

        const { file, cells } = await readList(path)
        assert.deepEqual([file.separator, file.encoding], [delimiter, encoding])
        assert.deepEqual(cells, values)
      }),
      { numRuns: 150 }
    )
  })

  test('may have a stray control character', async ({ assert }) => {
    const { cells } = await readList(lists.write('Name,Phone\nTen\u0000dai,\u00010771000001\n'))
    assert.deepEqual(cells, [['Ten\u0000dai', '\u00010771000001']])
  })

  test('drafts any cells into texts that a database takes', ({ assert }) => {
    const cell = fc.string({ unit: 'binary' })
    const kinds = fc.record({
      'First Name': cell,
      'Last Name': cell,
      'Phone': cell,
      'Email': cell,
      'Tags': cell,
      'Birthday': cell,
      'Created': cell,
      'Zip': cell,
      'Notes': cell,
    })
    fc.assert(
      fc.property(kinds, (cells) => {
        const { draft } = draftOf({ ...cells, Company: 'Msasa' }, 'US')
        assert.isTrue(isStorable(draft), textsOf(draft))
        assert.isNotEmpty(draft?.name)
      }),
      { numRuns: 500 }
    )
  })

  test('loses none of the naughty strings on the way through CSV', async ({ assert }) => {
    const rows = FILLED.map((text) => ['Rudo', text, text])
    const csv = stringify([['Name', 'Tags', 'Notes'], ...rows], { quoted: true })

    const { cells } = await readList(lists.write(csv))
    assert.deepEqual(cells, rows)
  })

  test('loses none of the naughty strings on the way through Excel', async ({ assert }) => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('People')
    const texts = FILLED.filter((text) => isStorable(text) && !text.includes('\r'))
    for (const text of ['Notes', ...texts]) sheet.addRow(['Rudo', text])
    const path = lists.newPath()
    await workbook.xlsx.writeFile(path)

    const { cells } = await readList(path)
    assert.deepEqual(
      cells.map(([, text]) => text),
      texts
    )
    assert.isAbove(texts.length, 450)
  })

  test('loses none of the naughty strings on the way through vCards', async ({ assert }) => {
    const escaped = (text: string) =>
      text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(/[,;]/g, '\\$&')
    const texts = FILLED.map((text) => text.trim()).filter((text) => !/[\r\u2028\u2029]/.test(text))
    const cards = texts.map(
      (text) => `BEGIN:VCARD\r\nFN:A\r\nNOTE:${escaped(text)}\r\nEND:VCARD\r\n`
    )

    const { rows } = await readList(lists.write(cards.join('')))
    assert.deepEqual(
      rows.map(({ cells }) => cells.Notes),
      texts
    )
  })

  test('drafts the naughty strings, in names and everywhere, without a failure', async ({
    assert,
  }) => {
    const headings = ['Name', 'Phone', 'Email', 'Tags', 'City', 'State', 'Birthday', 'SMS consent']
    const rows = FILLED.map((text) => headings.map(() => text))
    const csv = stringify([headings, ...rows], { quoted: true })

    const { drafted, drafts } = await draftList(lists.write(csv), 'IN')

    assert.lengthOf(drafted, FILLED.length)
    assert.isAbove(drafts.length, 480)
    for (const draft of drafts) assert.isTrue(isStorable(draft), textsOf(draft))
  })

  test('is not held up by endless cells', ({ assert }) => {
    const headings = ['Name', 'Phone', 'Email', 'Tags', 'Type', 'City', 'State', 'Zip', 'Birthday']
    for (const text of [' ', '<', ':::', 'a@', ', ', '1', '0771000001 ', '"', '1:1 ', '((']) {
      const endless = `x${text.repeat(300_000)}x`
      const cells = Object.fromEntries(headings.map((heading) => [heading, endless]))
      const started = performance.now()
      const { draft } = draftOf({ ...cells, Company: 'Msasa' })

      assert.isBelow(performance.now() - started, 2_000, text)
      assert.include(draft?.note, endless)
    }
  })

  test('is not held up by endless headings', async ({ assert }) => {
    for (const text of [' ', '<', ' a', '1-', 'e mail']) {
      const heading = `Name${text.repeat(100_000)}x`
      const path = lists.write(
        stringify([
          [heading, 'Phone'],
          ['Rudo', '<'.repeat(500_000)],
        ])
      )
      const started = performance.now()
      const { mapping } = await draftList(path, 'ZW')

      assert.isBelow(performance.now() - started, 2_000, text)
      assert.isAtMost(Object.keys(mapping)[0]?.length ?? 0, 200)
    }
  })

  test('may be a card with properties without end', async ({ assert }) => {
    const card = `BEGIN:VCARD\nFN:A\n${'item1.TEL:1\n'.repeat(50_000)}END:VCARD\n`
    assert.equal(await reasonFor(lists.write(card)), 'record_too_long')
  })

  test('keeps a value that became nothing else in the note', ({ assert }) => {
    for (const text of FILLED) {
      const { draft, problems } = draftOf({ Name: 'Rudo', Phone: text })
      const isWarned = problems.length > 0
      assert.equal(isWarned, draft?.note !== null, text)
      if (isWarned) assert.include(draft?.note, 'Phone: ', text)
    }
  })
})

test.group('A file of any bytes', (group) => {
  const lists = new WrittenLists()
  group.each.setup(() => lists.open())

  const OPENINGS = ['', 'PK\x03\x04', 'BEGIN:VCARD\n', '\xff\xfe', 'Name,Phone\n', 'sep=;\n', '<']

  test('is read, or refused in words', async ({ assert }) => {
    const bytes = fc.uint8Array({ maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPENINGS), bytes, async (opening, rest) => {
        const path = lists.write(Buffer.concat([Buffer.from(opening, 'latin1'), rest]))
        const reason = await reasonFor(path)
        assert.isTrue(REASONS.test(reason) || REASONS_OF_ROWS.test(reason), reason)
      }),
      { numRuns: 300 }
    )
  })
})
