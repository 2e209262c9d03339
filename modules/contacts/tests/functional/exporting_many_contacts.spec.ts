import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { BulkWork } from '#app/bulk_works'
import { SheetSteps } from '#app/exports'
import { findFile, readFile as readStored } from '#kernel/files/file_store'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import type { LongRun } from '#kernel/events/listener'
import { forgetOldLists } from '../../actions/forget_old_lists.ts'
import contactSheet from '../../exports/contact_sheet.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const MANY = 1_300

test.group('Exporting many contacts', (group) => {
  const workspace = new ImportWorkspace()

  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
    await workspace.givenContacts(MANY)
  })

  async function givenExport(
    client: ApiClient,
    form: Record<string, string> = { format: 'csv', query: '' }
  ): Promise<BulkWork> {
    const response = await workspace.as(
      'principal',
      client.post('/app/contacts/exports').form(form)
    )
    response.assertStatus(302)
    const id = response.header('location')!.split('/').at(-1)!
    return workspace.agency.inUnit(() => BulkWork.findOrFail(id))
  }

  function carryOut(work: BulkWork): Promise<BulkWork> {
    return workspace.carryOut(work, (run: LongRun) => new SheetSteps(run, contactSheet))
  }

  test('goes on in the background and ends with a file for those who hold its address', async ({
    client,
    assert,
  }) => {
    await workspace.agency.inUnit(() => unitSql('update contacts set name = id::text'))
    const work = await givenExport(client)
    const waiting = await workspace.as('principal', client.get(address(work)))
    assert.match(waiting.text(), /hx-trigger="every 1s"/)
    const { rows } = await coreSql<{ name: string }>('select name from outbox')
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['contacts.export_requested']
    )

    const done = await carryOut(work)
    assert.deepEqual([done.state, done.rowsDone], ['done', MANY])
    const page = await workspace.asFragment('principal', client.get(address(work)))
    assert.match(page.text(), /^<div id="export-state"/)
    const link = /href="(\/files\/[^"]+)"/.exec(page.text())![1].replaceAll('&amp;', '&')

    const file = await workspace.asNobody(client.get(link))
    file.assertStatus(200)
    file.assertHeader('x-content-type-options', 'nosniff')
    assert.match(file.header('content-disposition')!, /^attachment/)
    const table: Record<string, string>[] = parse(file.text(), { columns: true, bom: true })
    assert.lengthOf(table, MANY)
    assert.lengthOf(new Set(table.map((row) => row['Full name'])), MANY)
    const forged = await workspace.asNobody(client.get(link.replace(/signature=./, 'signature=0')))
    assert.include([403, 404], forged.status())
    const elsewhere = await workspace.asStranger(client.get(link))
    elsewhere.assertStatus(404)
  })

  test('keeps the order of the list across its pages', async ({ client, assert }) => {
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set name = lpad((hashtext(id::text) & 1023)::text, 4, '0') || id`)
    )
    const work = await givenExport(client, { format: 'csv', query: 'sort=-name' })

    const names = await namesIn(await carryOut(work))

    assert.lengthOf(names, MANY)
    assert.deepEqual(names, names.toSorted().toReversed())
  })

  test('writes a workbook, too', async ({ client, assert }) => {
    const work = await givenExport(client, { format: 'xlsx', query: 'kind=buyer' })

    const done = await carryOut(work)

    assert.equal(done.state, 'done')
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ media_type: string; name: string }>('select media_type, name from files')
    )
    assert.match(rows[0].media_type, /spreadsheetml/)
    assert.match(rows[0].name, /^contacts \d{4}-\d\d-\d\d\.xlsx$/)
  })

  test('begins anew after a crash, and leaves nothing out and nothing twice', async ({
    client,
    assert,
  }) => {
    const work = await givenExport(client)
    let units = 0
    const run = workspace.runAs('principal')
    const dying: LongRun = {
      ...run,
      inUnit: (deed) => {
        if (++units === 4) throw new Error('killed')
        return run.inUnit(deed)
      },
    }
    await assert.rejects(
      () => workspace.carryOutWith(dying, work, new SheetSteps(dying, contactSheet)),
      /killed/
    )
    assert.isAbove((await workspace.read(work)).rowsDone, 0)

    const done = await carryOut(work)

    assert.deepEqual([done.state, done.rowsDone], ['done', MANY])
  })

  test('is stopped where the person says so', async ({ client, assert }) => {
    const work = await givenExport(client)

    const stopped = await workspace.as('principal', client.delete(`${address(work)}/run`))
    stopped.assertStatus(302)
    await carryOut(work)

    assert.equal((await workspace.read(work)).state, 'cancelled')
    const again = await workspace.asFragment('principal', client.delete(`${address(work)}/run`))
    again.assertStatus(409)
    const more = await workspace.asFragment('principal', client.post(`${address(work)}/run`))
    more.assertStatus(409)
  })

  test('gets no further than the person, also where the right is taken away meanwhile', async ({
    client,
    assert,
  }) => {
    const work = await givenExport(client)
    await workspace.givenReach('principal', 'contacts.export', 'none')

    const failed = await carryOut(work)

    assert.deepEqual([failed.state, failed.error?.key], ['failed', 'exports.failed.not_allowed'])
    await workspace.givenReach('senior_agent', 'contacts.export', 'own')
    const foreign = await workspace.as('senior_agent', client.get(address(work)))
    foreign.assertStatus(404)
  })

  test('is forgotten with its file after a week', async ({ client, assert }) => {
    const work = await carryOut(await givenExport(client))
    await workspace.agency.inUnit(() => forgetOldLists())
    assert.isNotNull((await workspace.read(work)).answerFileId)

    await workspace.agency.inUnit(async () => {
      await unitSql(`update bulk_works set updated_at = now() - interval '8 days'`)
      await forgetOldLists()
    })

    assert.isNull((await workspace.read(work)).answerFileId)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql('select 1 from files where deleted_at is null')
    )
    assert.deepEqual(rows, [])
    const page = await workspace.as('principal', client.get(address(work)))
    page.assertTextIncludes('This file has been removed')
  })

  async function namesIn(work: BulkWork): Promise<string[]> {
    const file = await workspace.agency.inUnit(() => findFile(work.answerFileId!))
    const table: Record<string, string>[] = parse(await text(await readStored(file!)), {
      columns: true,
      bom: true,
    })
    return table.map((row) => row['Full name'])
  }

  function address({ id }: BulkWork): string {
    return `/app/contacts/exports/${id}`
  }
})

test.group('Forgetting old lists', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('throws drafts away after a week, and what imports remember after a month', async ({
    assert,
  }) => {
    const list = await readFile(new URL('../fixtures/google.csv', import.meta.url))
    const draft = await workspace.givenImport({ list })
    const done = await workspace.import({ list })
    await workspace.agency.inUnit(async () => {
      await unitSql(`update bulk_works set updated_at = now() - interval '31 days'`)
      await unitSql(`update contact_import_rows set created_at = now() - interval '31 days'`)
      await forgetOldLists()
    })

    const left = await workspace.agency.inUnit(async () =>
      BulkWork.query().where('kind', 'contacts.import').exec()
    )
    assert.deepEqual(
      left.map(({ id, fileId }) => [id, fileId]),
      [[done.id, null]]
    )
    assert.notEqual(draft.id, done.id)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql('select 1 from contact_import_rows')
    )
    assert.deepEqual(rows, [])
    assert.isNotEmpty(await workspace.contacts())
  })
})
