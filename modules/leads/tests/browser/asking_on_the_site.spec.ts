import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { daysAfter, today } from '#kernel/markets/time'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { until } from '#tests/support/until'
import { ListingsWorkspace } from '#workspaces/listings'
import Lead from '../../models/lead.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Somebody who looks for a home', (group) => {
  const workspace = new LeadsWorkspace()
  const stock = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

    test(`finds it in plain words and asks for a viewing, ${how}: a new lead with its source`, async ({
      browser,
      browserContext,
      assert,
    }) => {
      await stock.givenListing({ title: 'House on the hill' })
      await stock.givenListing({ title: 'Far too dear', facts: { priceMinor: 990_000_000 } })
      const page = await anyone(browser, javaScriptEnabled)
      await page.goto(addressAt(workspace.agency, '/?utm_source=paper'))
      await page.getByRole('searchbox').fill('3 bedroom house in Ballard under 900k')
      await page.getByRole('button', { name: 'Search' }).click()
      await page.waitForURL('**/listings?*price_max=900000*')
      assert.equal(await page.getByText('Far too dear').count(), 0)
      await page.getByRole('link', { name: 'House on the hill' }).click()
      await page.getByText('Book a viewing').click()

      const form = page.locator('#enquiry-viewing')
      await form.getByLabel('Your name').fill('Ada Byron')
      await form.getByLabel('Phone').fill('+1 206 555 0100')
      const { timeZone } = await workspace.agency.tenant()
      await form.locator('[name="wishes[0][day]"]').fill(daysAfter(today(timeZone), 2))
      await form.getByLabel(/may keep what I wrote/).check()
      const drawn = Number((await form.locator('[name=stamp]').inputValue()).slice(0, 13))
      await until(() => Date.now() - drawn > 3000)
      await form.getByRole('button', { name: 'Ask for the viewing' }).click()
      await page.getByText('Agents will contact you within 24 hours.').waitFor()
      await page.context().close()

      const staff = await signIn(browserContext, workspace.agency, 'principal')
      await staff.goto(addressAt(workspace.agency, '/app/leads'))
      await staff.getByRole('link', { name: 'Ada Byron' }).first().waitFor()
      const { id, status } = await workspace.agency.inUnit(async () => Lead.firstOrFail())
      await staff.goto(addressAt(workspace.agency, `/app/leads/${id}`))
      for (const said of ['A viewing', 'source: paper', 'House on the hill'])
        await staff.getByText(said).first().waitFor()
      assert.equal(status, 'new')
    }).timeout(60_000)
  }

  test('meets sound pages: valid, accessible, within their policy, light, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const { reference } = await stock.givenListing()
    const page = await browserContext.newPage()
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    const about = `listing=${reference}`
    for (const path of [
      `/listings/${reference}`,
      `/enquiries/create?kind=viewing&${about}`,
      '/enquiries/create?kind=question',
      `/enquiries/thanks?${about}`,
    ]) {
      const response = await page.goto(addressAt(workspace.agency, path))
      findings.push(...(await markupFindings(await response!.text())))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        for (const details of await page.locator('.site-enquiry summary').all())
          await details.click()
        findings.push(...(await accessibilityFindings(page)).map((one) => `${path}: ${one}`))
      }
      await page.setViewportSize(NARROW)
      if (!(await fitsWidth(page))) findings.push(`${path}: sticks out`)
    }
    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(60_000)
})

async function anyone(browser: Browser, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: NARROW })
  return context.newPage()
}
