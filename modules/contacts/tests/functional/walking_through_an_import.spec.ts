import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { BulkWork } from '#app/bulk_works'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { until } from '#tests/support/until'
import { waitsForLock } from '#tests/support/waits_for_lock'
import { ImportSteps } from '../../imports/import_steps.ts'
import { RehearsalSteps } from '../../imports/rehearsal_steps.ts'
import { UndoSteps } from '../../imports/undo_steps.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const LIST = `Given,Family,Email,Mobile
Tendai,Moyo,tendai@example.com,+1 206 555 0142
Rudo,Ncube,rudo@example.com,=1+1
,,,12`

test.group('Walking through an import', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  test('checks, starts and ends, and says at every step where it stands', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const checking = await workspace.as(
      'principal',
      client.post(`${address(work)}/rehearsal`).form(draft())
    )
    checking.assertHeader('location', address(work))
    const waiting = await page(client, work)
    waiting.assertTextIncludes('Checking the list')
    assert.match(waiting.text(), /hx-trigger="every 1s"/)

    const rehearsal = await childOf(work)
    await workspace.carryOut(rehearsal, (run) => new RehearsalSteps(run))
    const checked = await workspace.asFragment('principal', client.get(address(work)))
    assert.match(checked.text(), /^<div id="import-state"/)
    assert.notMatch(checked.text(), /every 1s/)
    checked.assertTextIncludes('What this import would do')
    checked.assertTextIncludes('Refused')

    const started = await workspace.as('principal', client.post(`${address(work)}/run`))
    started.assertStatus(302)
    assert.deepEqual(await requested(), [
      'contacts.import_rehearsal_requested',
      'contacts.import_requested',
    ])
    await workspace.carryOut(work, (run) => new ImportSteps(run))
    const done = await page(client, work)
    done.assertTextIncludes('Imported')
    done.assertTextIncludes(`/app/contacts?import=${work.id}`)
    done.assertTextIncludes(`${address(work)}/refusals`)
    assert.lengthOf(await workspace.contacts(), 2)
  })

  test('hands the refused rows out as they stood in the list, and takes them again', async ({
    client,
    assert,
  }) => {
    const work = await workspace.import({
      list: 'Name,Mobile,Remark\nAnn,+12065550142,\n,12,=cmd()\n,+,"a ""quote"""',
      mapping: { Remark: 'notes' },
      name: 'Großkunden "2025".csv',
    })

    const response = await workspace.as('principal', client.get(`${address(work)}/refusals`))

    response.assertStatus(200)
    assert.match(response.header('content-type')!, /^text\/csv/)
    assert.match(
      response.header('content-disposition')!,
      /Gro%C3%9Fkunden%20_2025_%20-%20refused\.csv/
    )
    const rows: Record<string, string>[] = parse(response.text(), { columns: true, bom: true })
    assert.deepEqual(
      rows.map((row) => [row.Line, row.Name, row.Mobile, row.Remark]),
      [
        ['3', '', '12', `'=cmd()`],
        ['4', '', `'+`, 'a "quote"'],
      ]
    )
    assert.match(rows[0]['Why it was refused'], /no name/)

    const mended = response.text().replace(',,12,', ',Ben,12,')
    const again = await workspace.import({
      list: mended,
      mapping: { 'Why it was refused': 'ignore', 'Line': 'ignore', 'Remark': 'notes' },
    })
    assert.equal(again.counts.created, 1)
    const ben = (await workspace.contacts()).find(({ name }) => name === 'Ben')
    assert.match(ben!.notes[0], /^=cmd\(\)/)
  })

  test('is stopped where the person says so, keeping what is done', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })
    await workspace.start(work)

    const response = await workspace.as('principal', client.delete(`${address(work)}/run`))

    response.assertStatus(302)
    await workspace.carryOut(work, (run) => new ImportSteps(run))
    assert.equal((await workspace.read(work)).state, 'cancelled')
    assert.deepEqual(await workspace.contacts(), [])
    const again = await workspace.asFragment('principal', client.delete(`${address(work)}/run`))
    again.assertStatus(409)
  })

  test('leaves the check where it is told to', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })
    await workspace.as('principal', client.post(`${address(work)}/rehearsal`).form(draft()))

    const response = await workspace.as('principal', client.delete(`${address(work)}/rehearsal`))

    response.assertHeader('location', `${address(work)}/edit`)
    assert.equal((await childOf(work)).state, 'cancelled')
  })

  test('starts only after a check of what is chosen now, and only once', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const unchecked = await workspace.asFragment('principal', client.post(`${address(work)}/run`))
    await workspace.rehearse(work)
    await workspace.as(
      'principal',
      client.put(address(work)).form({ ...draft(), existing: 'skip' })
    )
    const changed = await workspace.asFragment('principal', client.post(`${address(work)}/run`))
    await workspace.start(work)
    const twice = await workspace.asFragment('principal', client.post(`${address(work)}/run`))

    assert.deepEqual(
      [unchecked, changed, twice].map((response) => response.status()),
      [409, 409, 409]
    )
    changed.assertTextIncludes('check the list again')
    assert.lengthOf(
      (await requested()).filter((name) => name === 'contacts.import_requested'),
      1
    )
  })

  test('is undone with one button, and says what stayed', async ({ client, assert }) => {
    const work = await workspace.import({ list: LIST })
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set version = version + 1 where primary_email = 'rudo@example.com'`)
    )

    const response = await workspace.as('principal', client.post(`${address(work)}/undoing`))
    response.assertStatus(302)
    const under = await page(client, work)
    under.assertTextIncludes('Undoing the import')
    await workspace.carryOut(await childOf(work), () => new UndoSteps())

    const undone = await page(client, work)
    undone.assertTextIncludes('1 contact was removed, 1 kept.')
    undone.assertTextIncludes('Kept because somebody has changed them')
    const again = await workspace.asFragment('principal', client.post(`${address(work)}/undoing`))
    assert.equal(again.status(), 409)
  })

  test('is undone once by two who press at once', async ({ client, assert, cleanup }) => {
    const work = await workspace.import({ list: LIST })
    const table = `"${schemaName(workspace.agency.id)}".bulk_works`
    const other = await ownerPool().connect()
    cleanup(() => other.release())
    await other.query('begin')
    await other.query(`select from ${table} where id = $1 for update`, [work.id])

    const pressed = workspace
      .as('principal', client.post(`${address(work)}/undoing`))
      .then((response) => response.status())
    await until(waitsForLock)
    await other.query(
      `insert into ${table} (kind, state, parent_id) values ('contacts.import_undo', 'waiting', $1)`,
      [work.id]
    )
    await other.query('commit')

    assert.equal(await pressed, 302)
    const undoings = await workspace.agency.inUnit(async () =>
      BulkWork.query().where('kind', 'contacts.import_undo')
    )
    assert.lengthOf(undoings, 1)
  })

  test('says why it failed, and goes on when it is asked to', async ({ client, assert }) => {
    const work = await workspace.givenImport({ list: LIST })
    await workspace.start(work)
    await workspace.agency.inUnit(() => unitSql('update files set deleted_at = now()'))
    await workspace.carryOut(work, (run) => new ImportSteps(run))
    const failed = await page(client, work)
    failed.assertTextIncludes('The list is no longer available')

    await workspace.agency.inUnit(() => unitSql('update files set deleted_at = null'))
    const response = await workspace.as('principal', client.post(`${address(work)}/continuation`))
    response.assertStatus(302)
    await workspace.carryOut(work, (run) => new ImportSteps(run))

    assert.equal((await workspace.read(work)).state, 'done')
    assert.lengthOf(await workspace.contacts(), 2)
  })

  test('is a matter of the audit log', async ({ assert }) => {
    const work = await workspace.import({ list: LIST })
    await workspace.undo(work)

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries order by id')
    )
    assert.includeMembers(
      rows.map(({ action }) => action),
      ['contacts.import_started', 'contacts.imported', 'contacts.import_undone']
    )
  })

  function address(work: BulkWork): string {
    return `/app/contacts/imports/${work.id}`
  }

  function page(client: ApiClient, work: BulkWork) {
    return workspace.as('principal', client.get(address(work)))
  }

  function childOf(work: BulkWork): Promise<BulkWork> {
    return workspace.agency.inUnit(() =>
      BulkWork.query().where('parent_id', work.id).orderBy('id', 'desc').firstOrFail()
    )
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

async function requested(): Promise<string[]> {
  const { rows } = await coreSql<{ name: string }>(
    "select name from outbox where name like '%requested' order by id"
  )
  return rows.map(({ name }) => name)
}
