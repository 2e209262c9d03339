import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { ImportSteps } from '../../imports/import_steps.ts'
import { LeadImportWorkspace } from '../import_workspace.ts'

const HOME = '/app/leads/imports'
const LIST = `Name,Phone,Budget,Created
Ann Lee,(206) 555-0123,$450k,3/14/2026
Bob Ray,12345,,tomorrow`

test.group('Walking through an import of leads', (group) => {
  const workspace = new LeadImportWorkspace()
  group.each.setup(() => workspace.open())

  test('leads from the list to columns, preview, check and leads', async ({ client, assert }) => {
    const sent = await workspace.as(
      'principal',
      client.post(HOME).file('list', Buffer.from(LIST), { filename: 'fair.csv' })
    )
    sent.assertStatus(302)
    const set = await workspace.as('principal', client.get(sent.header('location')!))
    set.assertStatus(200)
    assert.match(set.text(), /<option value="budget" selected>/)
    set.assertTextIncludes('$450,000')
    assert.match(set.text(), /<q>12345<\/q>/)

    const work = await workspace.givenImport({ list: LIST })
    await workspace.rehearse(work)
    const checked = await workspace.as('principal', client.get(`${HOME}/${work.id}`))
    checked.assertTextIncludes('What this import would do')
    const run = await workspace.as('principal', client.post(`${HOME}/${work.id}/run`))
    run.assertStatus(302)
    await workspace.carryOut(work, (one) => new ImportSteps(one))
    const over = await workspace.as('principal', client.get(`${HOME}/${work.id}`))
    over.assertTextIncludes('Imported')
    const brought = await workspace.as('principal', client.get(`/app/leads?import=${work.id}`))
    brought.assertTextIncludes('Ann Lee')
    const history = await workspace.as('principal', client.get(HOME))
    history.assertTextIncludes('fair.csv')
  })

  test('gives the refused rows back as they stood', async ({ client }) => {
    const work = await workspace.import({ list: `${LIST}\n,,$99k,` })

    const file = await workspace.as('principal', client.get(`${HOME}/${work.id}/refusals`))

    file.assertStatus(200)
    file.assertTextIncludes('$99k')
    file.assertTextIncludes('no name, no phone')
  })

  test('keeps what is chosen, and shows the preview anew', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })
    const chosen = { 'columns[c0]': 'name', 'columns[c1]': 'answer', 'source': 'Home fair' }

    const page = await workspace.asFragment(
      'principal',
      client.put(`${HOME}/${work.id}`).form(chosen)
    )

    page.assertStatus(200)
    page.assertTextIncludes('Home fair')
    const saved = await workspace.agency.inUnit(() => BulkWork.findOrFail(work.id))
    assert.containSubset(saved.facts, {
      mapping: { Phone: 'answer', Budget: 'ignore' },
      options: { source: 'Home fair', ownerId: null },
    })
  })

  test('wants a file that is a list', async ({ client, assert }) => {
    const none = await workspace.asFragment('principal', client.post(HOME))
    const prose = await workspace.asFragment(
      'principal',
      client
        .post(HOME)
        .header('hx-form', 'import')
        .file('list', Buffer.from('%PDF-1.4 nothing'), { filename: 'a.pdf' })
    )

    none.assertStatus(422)
    prose.assertStatus(422)
    prose.assertTextIncludes('not a list of leads')
    assert.lengthOf(await workspace.agency.inUnit(() => BulkWork.all()), 0)
  })

  test('refuses a colleague out of reach, no source, a start without a check, and an undoing of nothing', async ({
    client,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const stranger = { source: 'event', ownerId: '0199aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }
    const put = (form: object) =>
      workspace.asFragment('principal', client.put(`${HOME}/${work.id}`).form(form))

    const wrong = await put(stranger)
    const nowhere = await put({ source: '' })
    const early = await workspace.asFragment('principal', client.post(`${HOME}/${work.id}/run`))
    const undone = await workspace.asFragment(
      'principal',
      client.post(`${HOME}/${work.id}/undoing`)
    )

    wrong.assertStatus(422)
    nowhere.assertStatus(422)
    early.assertStatus(409)
    undone.assertStatus(409)
  })

  test('is for those who may import, in their own agency, where leads are on', async ({
    client,
  }) => {
    const work = await workspace.givenImport({ list: LIST })

    const forbidden = await workspace.as('senior_agent', client.get(HOME))
    const strange = await workspace.asStranger(client.get(`${HOME}/${work.id}/edit`))
    forbidden.assertStatus(403)
    strange.assertStatus(404)
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.get(HOME))
    off.assertStatus(404)
  })
})
