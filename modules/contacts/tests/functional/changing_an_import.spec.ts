import { test } from '@japa/runner'
import type { BulkWork } from '#app/bulk_works'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import type { ImportFacts } from '../../imports/import_options.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const LIST = `Given,Family,Email,Mobile
Tendai,Moyo,tendai@example.com,+1 206 555 0142
Rudo,Ncube,rudo@example.com,=1+1
,,,12`

test.group('Changing an import before it begins', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  test('keeps the columns and options that are chosen, and shows the rows anew', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST })

    const preview = await workspace.asFragment(
      'principal',
      client
        .put(address(work))
        .form({ ...draft(), 'columns[c1]': 'company', 'tags[]': 'Spring', 'existing': 'overwrite' })
    )

    preview.assertStatus(200)
    assert.match(preview.text(), /^<section id="import-preview"/)
    const facts = await factsOf(work)
    assert.equal(facts.mapping.Family, 'company')
    assert.deepEqual([facts.options.tags, facts.options.existing], [['Spring'], 'overwrite'])
    assert.equal(facts.revision, 2)
  })

  test('comes back to the page for a plain form', async ({ client }) => {
    const work = await workspace.givenImport({ list: LIST })

    const response = await workspace.as('principal', client.put(address(work)).form(draft()))

    response.assertStatus(302)
    response.assertHeader('location', `${address(work)}/edit`)
  })

  test('takes no field, owner or answer that is not offered', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })
    const send = (changes: Record<string, string>) =>
      workspace.asFragment(
        'principal',
        client
          .put(address(work))
          .header('hx-form', 'draft')
          .form({ ...draft(), ...changes })
      )

    const odd = await send({ 'columns[c0]': 'custom:unknown', 'columns[c1]': 'owner_id' })
    const owner = await send({ ownerId: workspace.neighbour.id })
    const existing = await send({ existing: 'destroy' })
    const how = await send({ basis: 'all_agreed', how: '' })

    odd.assertStatus(200)
    const { mapping } = await factsOf(work)
    assert.deepEqual([mapping.Given, mapping.Family], ['ignore', 'ignore'])
    owner.assertStatus(422)
    assert.match(owner.text(), /id="err-draft-ownerId"/)
    existing.assertStatus(422)
    how.assertStatus(422)
    assert.match(how.text(), /id="err-draft-how"/)
  })

  test('reads the list anew in another encoding or with another separator', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: 'Name,Email\nZoë,zoe@example.com' })
    const read = (encoding: string, separator: string) =>
      workspace.asFragment(
        'principal',
        client.put(`${address(work)}/reading`).form({ _form: 'reading', encoding, separator })
      )

    const other = await read('macintosh', 'comma')
    const wrong = await read('UTF-8', 'semicolon')
    const unknown = await read('UTF-8', 'dot')

    assert.equal(other.header('hx-redirect') ?? other.header('location'), `${address(work)}/edit`)
    const facts = await factsOf(work)
    assert.equal(facts.encoding, 'macintosh')
    assert.equal(facts.sample[0].cells.Name, 'Zo√´')
    assert.deepEqual([wrong.status(), unknown.status()], [422, 422])
    wrong.assertTextIncludes('There are no contacts in this file')
  })

  test('is thrown away while it is a draft, with its list', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })

    const response = await workspace.as('principal', client.delete(address(work)))

    response.assertHeader('location', '/app/contacts/imports')
    const gone = await workspace.as('principal', client.get(address(work)))
    gone.assertStatus(404)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ count: number }>('select count(*) as count from files where deleted_at is null')
    )
    assert.equal(rows[0].count, 0)
  })

  test('cannot be changed or thrown away once it has begun', async ({ client, assert }) => {
    const work = await workspace.import({ list: LIST })

    const answers = [
      await workspace.asFragment('principal', client.delete(address(work))),
      await workspace.asFragment('principal', client.put(address(work)).form(draft())),
      await workspace.asFragment(
        'principal',
        client.post(`${address(work)}/rehearsal`).form(draft())
      ),
      await workspace.asFragment('principal', client.post(`${address(work)}/continuation`)),
    ]

    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [409, 409, 409, 409]
    )
    const edit = await workspace.as('principal', client.get(`${address(work)}/edit`))
    edit.assertHeader('location', address(work))
  })

  function address(work: BulkWork): string {
    return `/app/contacts/imports/${work.id}`
  }

  async function factsOf(work: BulkWork): Promise<ImportFacts> {
    return (await workspace.read(work)).facts as unknown as ImportFacts
  }
})

/** What the page sends where nothing was changed. */
function draft(): Record<string, string> {
  return {
    'columns[c0]': 'first_name',
    'columns[c1]': 'last_name',
    'columns[c2]': 'email',
    'columns[c3]': 'phone',
    'existing': 'fill',
    'basis': 'unknown',
  }
}
