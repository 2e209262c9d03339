import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { startWorker } from '#tests/support/start_worker'
import { ImportSteps } from '../../imports/import_steps.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const LONG = 'Maximilian Alexander Featherstonehaugh-Cholmondeley of the Isles'
const LIST = `Given name,Family name,Company,E-mail,Mobile,Address,Tags,Remarks about this person,${LONG}
${LONG},Moyo,${LONG},a.very.long.address.of.somebody@a-very-long-domain.example,+1 206 555 0142,"1 Pine Street, Seattle","VIP, ${LONG}",${LONG.repeat(5)},x
Rudo,Ncube,,rudo@example.com,12345,,,,
,,,nonsense,,,,,
<img src=x onerror=alert(1)>,"<script>alert(1)</script>",,naughty@example.com,,,,,"'""><b>bold"`

test.group('The pages of imports and exports', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('are sound at every step: valid, accessible, within their policy, 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = await givenSteps(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    page.on('dialog', (dialog) => complaints.all.push(`dialog: ${dialog.message()}`))
    const findings: string[] = []
    for (const [name, path] of Object.entries(paths)) {
      const response = await page.goto(addressAt(workspace.agency, path))
      const found = [...(await markupFindings(await response!.text())), ...(await flaws(page))]
      findings.push(...found.map((finding) => `${name}: ${finding}`))
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(240_000)

  test('show a changed column in the preview at once, and what is wrong beside its field', async ({
    browserContext,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, `/app/contacts/imports/${work.id}/edit`))

    await page.getByLabel('Company', { exact: true }).selectOption('ignore')
    await page.getByRole('combobox', { name: 'E-mail', exact: true }).selectOption('notes')
    await page.locator('#import-preview td:last-child', { hasText: 'rudo@example.com' }).waitFor()
    await page.getByLabel('The list says who agreed').check()
    await page.locator('#err-draft-how', { hasText: /\w/ }).waitFor()

    await page.goto(addressAt(workspace.agency, '/app/contacts/imports/create'))
    await page.locator('input[type=file]').setInputFiles({
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    await page.getByRole('button', { name: 'Upload list' }).click()
    await page.locator('#err-import-list', { hasText: 'not a list of contacts' }).waitFor()

    assert.deepEqual(
      complaints.all.filter((complaint) => !complaint.includes('422')),
      []
    )
  }).timeout(60_000)

  test('lead from a list to its undoing without a script, too', async ({
    browser,
    assert,
    cleanup,
  }) => {
    await startWorker(cleanup)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/contacts/imports/create'))
    await page.locator('input[type=file]').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST),
    })
    await page.getByRole('button', { name: 'Upload list' }).click()
    await page.getByLabel('Remarks about this person').selectOption('notes')
    await page.getByRole('button', { name: 'Check the list' }).click()
    await lookAgainFor(page, 'What this import would do')
    await page.getByRole('button', { name: 'Start the import' }).click()
    await lookAgainFor(page, 'Imported')
    assert.lengthOf(await workspace.contacts(), 3)

    await page.getByRole('button', { name: 'Undo the import' }).click()
    await lookAgainFor(page, 'This import was undone')
    assert.deepEqual(await workspace.contacts(), [])
    await context.close()
  }).timeout(60_000)
})

/** Without scripts a person reloads. */
async function lookAgainFor(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await page.getByRole('heading', { name: words }).count()) > 0) return
    await page.waitForTimeout(100)
    await page.reload()
  }
  throw new Error(`"${words}" never came`)
}

async function flaws(page: Page): Promise<string[]> {
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

/** One import at each step of its way, and the exports. */
async function givenSteps(workspace: ImportWorkspace): Promise<Record<string, string>> {
  const at = ({ id }: BulkWork) => `/app/contacts/imports/${id}`
  const none = '/app/contacts/imports/create'
  const draft = await workspace.givenImport({ list: LIST, name: `${LONG}.csv` })
  const checked = await workspace.givenImport({ list: LIST })
  await workspace.rehearse(checked)
  const running = await workspace.givenImport({ list: LIST })
  await workspace.start(running)
  const done = await workspace.import({ list: LIST.replaceAll('@', '1@') })
  const undone = await workspace.import({ list: LIST.replaceAll('@', '2@') })
  await workspace.agency.inUnit(() =>
    unitSql('update contacts set version = version + 1 where import_id = ?', [undone.id])
  )
  await workspace.undo(undone)
  const failed = await workspace.givenImport({ list: LIST })
  await workspace.start(failed)
  await workspace.agency.inUnit(() =>
    unitSql('update files set deleted_at = now() where id = ?', [failed.fileId])
  )
  await workspace.carryOut(failed, (run) => new ImportSteps(run))
  const [waiting, ready] = await workspace.agency.inUnit(async () => [
    await BulkWork.create(exportFacts('running')),
    await BulkWork.create(exportFacts('done')),
  ])
  return {
    create: none,
    draft: `${at(draft)}/edit`,
    checked: at(checked),
    running: at(running),
    done: at(done),
    undone: at(undone),
    failed: at(failed),
    history: '/app/contacts/imports',
    exports: '/app/contacts/exports',
    export_running: `/app/contacts/exports/${waiting.id}`,
    export_done: `/app/contacts/exports/${ready.id}`,
  }
}

function exportFacts(state: 'running' | 'done') {
  return {
    kind: 'contacts.export',
    state,
    ownerId: null,
    facts: { format: 'csv', query: {}, fileName: 'contacts 2026-11-21.csv' },
    rowsTotal: 12_345,
    rowsDone: state === 'done' ? 12_345 : 5_000,
    counts: {},
  }
}
