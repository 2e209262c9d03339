import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
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
})
