import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { ImportSteps } from '../../imports/import_steps.ts'
import { ListingImportWorkspace } from '../import_workspace.ts'

const HOME = '/app/listings/imports'
const LIST = `Title,Price,Bedrooms,City
Cottage by the sound,$450k,2,Seattle
Loft in town,cheap,1,Seattle`

test.group('Walking through an import of listings', (group) => {
  const workspace = new ListingImportWorkspace()
  group.each.setup(() => workspace.open())

  test('leads from the list to columns, preview, check and stock', async ({ client, assert }) => {
    const sent = await workspace.as(
      'principal',
      client.post(HOME).file('list', Buffer.from(LIST), { filename: 'stock.csv' })
    )
    sent.assertStatus(302)
    const set = await workspace.as('principal', client.get(sent.header('location')!))
    set.assertStatus(200)
    assert.match(set.text(), /<option value="price" selected>/)
    set.assertTextIncludes('$450,000')
    assert.match(set.text(), /<q>cheap<\/q>/)

    const work = await workspace.givenImport({ list: LIST })
    await workspace.rehearse(work)
    const checked = await workspace.as('principal', client.get(`${HOME}/${work.id}`))
    checked.assertTextIncludes('What this import would do')
    const run = await workspace.as('principal', client.post(`${HOME}/${work.id}/run`))
    run.assertStatus(302)
    assert.equal(run.header('location'), `${HOME}/${work.id}`)
    await workspace.carryOut(work, (one) => new ImportSteps(one))
    const over = await workspace.as('principal', client.get(`${HOME}/${work.id}`))
    over.assertTextIncludes('Imported')
    const brought = await workspace.as('principal', client.get(`/app/listings?import=${work.id}`))
    brought.assertTextIncludes('Cottage by the sound')
    const history = await workspace.as('principal', client.get(HOME))
    history.assertTextIncludes('stock.csv')
  })

  test('shows what a changed list would change, old beside new', async ({ client }) => {
    await workspace.import({ list: LIST })
    const work = await workspace.givenImport({ list: LIST.replace('$450k', '$475k') })
    await workspace.rehearse(work)

    const page = await workspace.as('principal', client.get(`${HOME}/${work.id}`))

    page.assertTextIncludes('What would change')
    page.assertTextIncludes('$450,000')
    page.assertTextIncludes('$475,000')
  })

  test('gives the refused rows back as they stood', async ({ client }) => {
    const work = await workspace.import({ list: `${LIST}\n,200k,3,` })

    const file = await workspace.as('principal', client.get(`${HOME}/${work.id}/refusals`))

    file.assertStatus(200)
    file.assertTextIncludes('200k')
    file.assertTextIncludes('no title, no address')
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
    prose.assertTextIncludes('not a list of listings')
    assert.lengthOf(await workspace.agency.inUnit(() => BulkWork.all()), 0)
  })

  test('refuses an agent out of reach, a start without a check, and an undoing of nothing', async ({
    client,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const draft = { existing: 'fill', type: 'house', dealType: 'sale' }
    const stranger = { ...draft, ownerId: '0199aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }

    const wrong = await workspace.asFragment(
      'principal',
      client.put(`${HOME}/${work.id}`).form(stranger)
    )
    const early = await workspace.asFragment('principal', client.post(`${HOME}/${work.id}/run`))
    const undone = await workspace.asFragment(
      'principal',
      client.post(`${HOME}/${work.id}/undoing`)
    )

    wrong.assertStatus(422)
    early.assertStatus(409)
    undone.assertStatus(409)
  })

  test('is for those who may import, in their own agency, where listings are on', async ({
    client,
  }) => {
    const work = await workspace.givenImport({ list: LIST })

    const forbidden = await workspace.as('senior_agent', client.get(HOME))
    const strange = await workspace.asStranger(client.get(`${HOME}/${work.id}/edit`))
    forbidden.assertStatus(403)
    strange.assertStatus(404)
    await workspace.agency.switchModule('listings', 'off')
    const off = await workspace.as('principal', client.get(HOME))
    off.assertStatus(404)
  })
})
