import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { ImportWorkspace } from '../import_workspace.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const LIST = `First Name,Last Name,Email,Mobile
Tendai,Moyo,tendai@example.com,+1 206 555 0142
Rudo,Ncube,rudo@example.com,12345`

const UNREADABLE: [name: string, said: RegExp][] = [
  ['empty.csv', /This file is empty/],
  ['blank.csv', /This file is empty/],
  ['header_only.csv', /headings and no contacts below/],
  ['picture.csv', /PNG, not a list of contacts/],
  ['prose.txt', /no contacts in this file/],
  ['page.xls', /HTML, not a list of contacts/],
  ['calendar.ics', /iCalendar, not a list/],
  ['document.docx', /archive|not a list/],
  ['archive.zip', /This is an archive/],
  ['old_excel.xls', /old Excel file or one with a password/],
]

test.group('Bringing a list', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('leads to a page that guesses the columns and shows the first rows', async ({
    client,
    assert,
  }) => {
    const sent = await workspace.as(
      'principal',
      client
        .post('/app/contacts/imports')
        .file('list', Buffer.from(LIST), { filename: 'old crm.csv' })
    )

    sent.assertStatus(302)
    const page = await workspace.as('principal', client.get(sent.header('location')!))
    page.assertStatus(200)
    page.assertTextIncludes('old crm.csv')
    assert.match(page.text(), /<option value="first_name" selected>/)
    assert.match(page.text(), /<option value="phone" selected>/)
    page.assertTextIncludes('(206) 555-0142')
    assert.match(page.text(), /<q>12345<\/q>[\s\S]{0,40}digits/)
  })

  test('says beside the field what is wrong with the file: {0}')
    .with(UNREADABLE)
    .run(async ({ client, assert }, [name, said]) => {
      const bytes = await readFile(join(FIXTURES, name))

      const response = await workspace.asFragment(
        'principal',
        client.post('/app/contacts/imports').header('hx-form', 'import').file('list', bytes, {
          filename: name,
        })
      )

      response.assertStatus(422)
      assert.match(response.text(), /id="err-import-list"/)
      assert.match(response.text(), said)
      assert.equal(await countOfWorks(), 0)
    })

  test('says so beside the field of a plain form, too', async ({ client, assert }) => {
    const refused = await workspace.as(
      'principal',
      client
        .post('/app/contacts/imports')
        .header('referer', '/app/contacts/imports/create')
        .field('_form', 'import')
        .file('list', Buffer.from(''), { filename: 'empty.csv' })
    )
    refused.assertStatus(302)

    const page = await workspace.as('principal', client.get('/app/contacts/imports/create'))

    assert.match(page.text(), /id="err-import-list"[^>]*>This file is empty/)
  })

  test('wants a file, and one of 50 MB at most', async ({ client, assert }) => {
    const none = await workspace.asFragment('principal', client.post('/app/contacts/imports'))
    const large = await workspace.asFragment(
      'principal',
      client
        .post('/app/contacts/imports')
        .file('list', Buffer.alloc(50 * 1024 * 1024 + 1, 'a,b\n'), { filename: 'large.csv' })
    )

    none.assertStatus(422)
    none.assertTextIncludes('Choose a file first')
    large.assertStatus(422)
    large.assertTextIncludes('larger than 50 MB')
    assert.equal(await countOfWorks(), 0)
  })

  test('is for those who may import', async ({ client, assert }) => {
    for (const request of [
      client.get('/app/contacts/imports'),
      client.get('/app/contacts/imports/create'),
      client
        .post('/app/contacts/imports')
        .file('list', Buffer.from(LIST), { filename: 'list.csv' }),
    ]) {
      const response = await workspace.as('junior_agent', request)
      response.assertStatus(403)
    }
    assert.equal(await countOfWorks(), 0)
  })

  test('keeps each list where it belongs: no neighbour finds it', async ({ client }) => {
    const work = await workspace.givenImport({ list: LIST })

    for (const path of ['', '/edit', '/refusals']) {
      const response = await workspace.asStranger(
        client.get(`/app/contacts/imports/${work.id}${path}`)
      )
      response.assertStatus(404)
    }
  })

  test('does not exist where contacts are off', async ({ client }) => {
    await workspace.agency.switchModule('contacts', 'off')

    const response = await workspace.as('principal', client.get('/app/contacts/imports/create'))

    response.assertStatus(404)
  })

  test('shows the imports so far, newest first', async ({ client, assert }) => {
    await workspace.import({ list: LIST, name: 'first.csv' })
    await workspace.givenImport({ list: LIST, name: 'second.csv' })

    const page = await workspace.as('principal', client.get('/app/contacts/imports'))

    page.assertStatus(200)
    const text = page.text()
    assert.isBelow(text.indexOf('second.csv'), text.indexOf('first.csv'))
    page.assertTextIncludes('Person principal')
  })

  test('shows a person whose reach is their own no import of others', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST, name: 'secret.csv' })
    await workspace.givenReach('senior_agent', 'contacts.import', 'own')

    const history = await workspace.as('senior_agent', client.get('/app/contacts/imports'))
    const page = await workspace.as('senior_agent', client.get(`/app/contacts/imports/${work.id}`))

    history.assertStatus(200)
    assert.notInclude(history.text(), 'secret.csv')
    page.assertStatus(404)
  })

  async function countOfWorks(): Promise<number> {
    return workspace.agency.inUnit(async () => (await BulkWork.all()).length)
  }
})
