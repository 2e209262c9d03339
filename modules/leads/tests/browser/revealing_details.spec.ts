import { test } from '@japa/runner'
import type { Page } from 'playwright'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { DetailsWorkspace, EMAIL } from '../details_workspace.ts'

test.group('The button that shows contact details', (group) => {
  const workspace = new DetailsWorkspace()
  group.each.setup(() => workspace.open())

  const button = (page: Page) => page.getByRole('button', { name: 'Show phone and e-mail' })

  test('is sound on record and panel, wide and at 390 px, in the light and in the dark', async ({
    browserContext,
    assert,
  }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const page = await signIn(browserContext, workspace.agency, 'marketing')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of [`/app/leads/${ada.id}`, `/app/leads?open=${ada.id}`]) {
      await page.setViewportSize({ width: 1440, height: 900 })
      const response = await page.goto(addressAt(workspace.agency, path))
      await button(page).waitFor()
      findings.push(...(await markupFindings(await response!.text())))
      findings.push(...(await flaws(page)))
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(60_000)

  test('shows them where one is, at 390 px, too, and goes', async ({ browserContext, assert }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const page = await signIn(browserContext, workspace.agency, 'marketing')
    const complaints = await Complaints.of(page)
    await page.setViewportSize(NARROW)
    await page.goto(addressAt(workspace.agency, `/app/leads/${ada.id}`))
    assert.notInclude(await page.content(), EMAIL)

    await button(page).click()
    await page.getByText(EMAIL).first().waitFor()

    assert.equal(await button(page).count(), 0)
    assert.equal(await workspace.reveals(), 1)
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('says beside itself when the limit of the day is reached', async ({
    browserContext,
    assert,
  }) => {
    const [one, two] = [await workspace.givenAda(), await workspace.givenAda()]
    await workspace.hide(1)
    const page = await signIn(browserContext, workspace.agency, 'marketing')
    await page.goto(addressAt(workspace.agency, `/app/leads/${one.id}`))
    await button(page).click()
    await page.getByText(EMAIL).first().waitFor()
    await page.goto(addressAt(workspace.agency, `/app/leads/${two.id}`))
    await button(page).click()
    await page.getByText('You have revealed 1 lead today').waitFor()

    assert.deepEqual(await flaws(page), [])
    assert.notInclude(await page.content(), EMAIL)
  }).timeout(60_000)

  test('works without scripts', async ({ browser, assert }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'marketing')
    await page.goto(addressAt(workspace.agency, `/app/leads/${ada.id}`))
    await button(page).click()
    await page.getByText(EMAIL).first().waitFor()

    assert.equal(await workspace.reveals(), 1)
    await context.close()
  }).timeout(30_000)
})

/** In both lights and both widths; a panel is judged when it stands still. */
async function flaws(page: Page): Promise<string[]> {
  await page
    .locator('#panel')
    .evaluateAll((panels) =>
      Promise.all(panels.flatMap((one) => one.getAnimations().map(({ finished }) => finished)))
    )
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  found.push(...(await accessibilityFindings(page)))
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await accessibilityFindings(page)))
  await page.emulateMedia({ colorScheme: null })
  return found
}
