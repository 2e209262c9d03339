import { test } from '@japa/runner'
import { CustomField } from '#app/records'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { LeadImportWorkspace } from '../import_workspace.ts'

const LONG = 'Maximilian Alexander Featherstonehaugh-Cholmondeley of the Isles'
const LIST = `Name,E-mail,Mobile,Status,Why it is lost,Comments,Beds,${LONG}
${LONG},a.very.long.address.of.somebody@a-very-long-domain.example,+1 206 555 0142,Lost,${LONG},${LONG.repeat(4)},3,x
Rudo,rudo@example.com,12345,Lost,,,many,
,,,,,,,
<img src=x onerror=alert(1)>,naughty@example.com,,Purple,,"'""><b>bold",,`

test.group('The page on which an import of leads is set up', (group) => {
  const workspace = new LeadImportWorkspace()
  group.each.setup(() => workspace.open())

  async function given(): Promise<string> {
    await workspace.agency.inUnit(() =>
      CustomField.create({
        ...{ subjectType: 'lead', key: 'beds', label: 'Beds', kind: 'number' },
        ...{ choices: [], required: false, position: 1 },
      })
    )
    const mapping = { Beds: 'custom:beds' }
    const work = await workspace.givenImport({ list: LIST, name: `${LONG}.csv`, mapping })
    return addressAt(workspace.agency, `/app/leads/imports/${work.id}/edit`)
  }

  test('is sound, wide and at 390 px, in the light and in the dark', async ({
    browserContext,
    assert,
  }) => {
    const address = await given()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const response = await page.goto(address)
    await page.getByText('A lost lead needs a reason').waitFor()

    const findings = await markupFindings(await response!.text())
    findings.push(...(await accessibilityFindings(page)))
    await page.emulateMedia({ colorScheme: 'dark' })
    findings.push(...(await accessibilityFindings(page)))
    await page.setViewportSize(NARROW)
    findings.push(...(await accessibilityFindings(page)))
    if (!(await fitsWidth(page))) findings.push('sticks out')

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(60_000)

  test('shows a changed column in the preview at once', async ({ browserContext, assert }) => {
    const address = await given()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(address)
    const preview = page.locator('#import-preview')
    await preview.getByText('A lost lead needs a reason').waitFor()

    await page.getByLabel('Status', { exact: true }).selectOption('ignore')
    await preview.getByText('A lost lead needs a reason').waitFor({ state: 'detached' })
    await page.getByLabel('Comments').selectOption('custom:beds')
    await preview.getByText('This is not a value of Beds').first().waitFor()

    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)
})
