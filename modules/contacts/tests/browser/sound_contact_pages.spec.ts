import { test } from '@japa/runner'
import type { Page } from 'playwright'
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
import { ContactsWorkspace } from '../workspace.ts'

const LONG = 'Maximilian Alexander Featherstonehaugh-Cholmondeley of the Isles'

test.group('The pages of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('are sound: valid, accessible, within their policy, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of paths) {
      const response = await page.goto(addressAt(workspace.agency, path))
      findings.push(
        ...[...(await markupFindings(await response!.text())), ...(await flaws(page))].map(
          (finding) => `${path}: ${finding}`
        )
      )
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(90_000)

  test('can be read in the dark', async ({ browserContext, assert }) => {
    const [, list, , , , , , record] = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.emulateMedia({ colorScheme: 'dark' })
    const findings: string[] = []
    for (const path of [list, record]) {
      await page.goto(addressAt(workspace.agency, path))
      findings.push(...(await accessibilityFindings(page)))
    }

    assert.deepEqual(findings, [])
  }).timeout(60_000)

  test('can be used without scripts: written, corrected, tagged and worked off', async ({
    browser,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })
    await workspace.givenNextAction(contact, '2026-01-05')
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/contacts/follow-ups'))
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('No follow-ups').waitFor()

    await page.goto(addressAt(workspace.agency, `/app/contacts/${contact.id}`))
    await page.getByLabel('Details').fill('Wants a garden')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Edit tags').click()
    await page.locator('#record-tags').getByLabel('Tags').fill('VIP, Cash')
    await page.getByRole('button', { name: 'Save tags' }).click()
    await page.getByText('Tags saved').waitFor()
    await page.goto(addressAt(workspace.agency, '/app/contacts?as=filters'))
    await page.locator('.menu-nest summary', { hasText: 'Tag' }).click()
    await page.getByRole('link', { name: 'VIP' }).click()

    await page.getByRole('link', { name: 'Ruto Moyo' }).waitFor()
    assert.lengthOf(await workspace.timeline(contact.id), 2)
    await context.close()
  }).timeout(30_000)
})

/** Judged when the side panel has arrived and stands still. */
async function flaws(page: Page): Promise<string[]> {
  if (page.url().includes('open=')) {
    const panel = page.locator('#panel')
    await panel.locator('[data-panel-title]').waitFor()
    await panel.evaluate((element) =>
      Promise.all(element.getAnimations().map((animation) => animation.finished))
    )
  }
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

/** Contacts with all that can be shown of them, and every page that shows it. */
async function given(workspace: ContactsWorkspace): Promise<string[]> {
  await workspace.givenContacts(26)
  const contact = await workspace.givenContact({
    name: LONG,
    phone: '+12065550142',
    email: 'maximilian.alexander.featherstonehaugh@a-very-long-address.example',
    tags: ['VIP', LONG.slice(0, 40)],
    facts: { kinds: ['buyer', 'investor'], companyName: LONG, source: LONG, city: 'Tacoma' },
  })
  await workspace.givenNextAction(contact, '2026-01-05')
  await workspace.givenCorrection(contact)
  await workspace.givenNextAction(contact, '2026-01-06')
  const field = await workspace.agency.inUnit(async () =>
    CustomField.create({
      subjectType: 'contact',
      key: 'area',
      label: 'Area',
      kind: 'choice',
      choices: ['North', 'South'],
      required: false,
      position: 1,
    })
  )
  const record = `/app/contacts/${contact.id}`
  return [
    '/app',
    '/app/contacts?kind=buyer&sort=-touched',
    '/app/contacts?cols=tags&cols=next&cols=email&cols=created',
    `/app/contacts?open=${contact.id}`,
    '/app/contacts?as=filters',
    '/app/contacts?q=nobody',
    '/app/contacts?status=deleted',
    record,
    `${record}?only=call`,
    `${record}/edit`,
    '/app/contacts/follow-ups?when=week',
    '/app/settings/custom-fields',
    '/app/settings/custom-fields/create',
    `/app/settings/custom-fields/${field.id}/edit`,
  ]
}
