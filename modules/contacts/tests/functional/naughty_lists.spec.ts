import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import { ImportWorkspace } from '../import_workspace.ts'

const HEAD = ['Full name', 'Company', 'Job title', 'Email', 'City', 'Tags', 'Source', 'Notes']
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

async function naughtyStrings(): Promise<string[]> {
  const file = await readFile(app.makePath('tests/fixtures/blns/blns.json'), 'utf8')
  return JSON.parse(file) as string[]
}

test.group('A list of naughty strings', (group) => {
  const workspace = new ImportWorkspace()
  let naughty: string[]

  group.setup(async () => {
    naughty = await naughtyStrings()
  })
  group.each.setup(() => workspace.open())

  async function givenNaughtyContacts() {
    const rows = naughty.map((text, index) => [
      text,
      text,
      text,
      `n${index}@example.com`,
      text,
      text,
      text,
      text,
    ])
    return workspace.import({ list: stringify([HEAD, ...rows]), name: naughty[20] ?? 'list.csv' })
  }

  test('comes in whole, and its pages show it as text', async ({ client, assert }) => {
    const work = await givenNaughtyContacts()

    assert.equal(work.state, 'done')
    assert.equal(work.counts.created, naughty.length)
    const found = await workspace.contacts()
    const pages = [
      `/app/contacts/imports/${work.id}`,
      '/app/contacts/imports',
      ...['', '&sort=-created'].map((sort) => `/app/contacts?import=${work.id}${sort}`),
      ...found.filter((_, index) => index % 25 === 0).map(({ id }) => `/app/contacts/${id}`),
    ]
    for (const address of pages) {
      const page = await workspace.as('principal', client.get(address))
      page.assertStatus(200)
      assertNoMarkup(page.text(), assert)
    }
  }).timeout(240_000)

  test('is shown as text before it comes in, too', async ({ client, assert }) => {
    for (let start = 0; start < 500; start += 100) {
      // A file that begins with what no text holds is no list; that is proved elsewhere.
      const texts = naughty.filter((text) => !/(?![\t\n\r])\p{Cc}/u.test(text))
      const rows = texts.slice(start, start + 20).map((text) => [text, text, '12', text])
      const columns = ['Full name', texts[start + 1] || 'Company', 'Mobile', 'Notes']
      const work = await workspace.givenImport({ list: stringify([columns, ...rows]) })

      const page = await workspace.as(
        'principal',
        client.get(`/app/contacts/imports/${work.id}/edit`)
      )

      page.assertStatus(200)
      assertNoMarkup(page.text(), assert)
    }
  })

  test('goes out as CSV in which nothing is a formula, and is nobody new when it comes back', async ({
    client,
    assert,
  }) => {
    await givenNaughtyContacts()

    const response = await workspace.as(
      'principal',
      client.post('/app/contacts/exports').form({ format: 'csv', query: '' })
    )

    const rows: string[][] = parse(response.text(), { bom: true })
    assert.lengthOf(rows, naughty.length + 1)
    assert.deepEqual(
      rows.flat().filter((cell) => FORMULA.test(cell)),
      []
    )
    const again = await workspace.import({ list: response.text() })
    assert.isUndefined(again.counts.created)
    assert.isUndefined(again.counts.refused)
  })

  test('goes out as a workbook of texts, none of them a formula', async ({ client, assert }) => {
    await givenNaughtyContacts()
    const request = client.post('/app/contacts/exports').form({ format: 'xlsx', query: '' })
    request.request.responseType('blob')

    const response = await workspace.as('principal', request)

    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.body())
    const kinds = new Set<ExcelJS.ValueType>()
    book.worksheets[0].eachRow((row) => row.eachCell((cell) => void kinds.add(cell.type)))
    assert.deepEqual([...kinds], [ExcelJS.ValueType.String])
    assert.equal(book.worksheets[0].rowCount, naughty.length + 1)
  })
})

/** Nothing that a string brought became an element or left an attribute. */
function assertNoMarkup(html: string, assert: { notMatch(text: string, pattern: RegExp): void }) {
  assert.notMatch(
    html,
    /<script>|<img src=x|<svg><script|onerror=["']?alert|javascript:alert\(1\)["' >]/i
  )
}
