import { test } from '@japa/runner'
import { NoticingWorkspace } from '../functional/notifications/noticing.ts'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'

test.group('Notifications in the browser', (group) => {
  const workspace = new NoticingWorkspace()
  group.each.setup(() => workspace.open())

  test('are sound, empty and full, wide and narrow', async ({ browserContext, assert }) => {
    const page = await signIn(browserContext, workspace.agency, 'marketing')
    const complaints = await Complaints.of(page)
    const found: unknown[] = []
    for (const count of [0, 30]) {
      await workspace.givenMany('marketing', count)
      const answer = await page.goto(addressAt(workspace.agency, '/app/notifications'))
      await page.locator('.bell summary').click()
      await page.locator('#bell-sheet .menu-rule').waitFor()
      found.push(...(await markupFindings((await answer?.text()) ?? '')))
      found.push(...(await accessibilityFindings(page)))
      await page.setViewportSize(NARROW)
      if (!(await fitsWidth(page))) found.push(`${count} stick out at 390 px`)
      await page.setViewportSize({ width: 1440, height: 900 })
    }

    assert.deepEqual([...found, ...complaints.all], [])
  })

  test('ring without a reload, and are followed from the bell', async ({
    browserContext,
    assert,
  }) => {
    await browserContext.clock.install()
    const page = await signIn(browserContext, workspace.agency, 'marketing')
    assert.equal(await page.locator('.bell-count').count(), 0)
    await workspace.given('marketing', { path: '/app/tasks?whose=role' })

    await browserContext.clock.fastForward('01:01')
    await page.locator('.bell-count', { hasText: '1' }).waitFor()
    await page.locator('.bell summary').click()
    await page.locator('#bell-sheet').getByText('Your import is done').click()
    await page.waitForURL('**/app/tasks?whose=role')

    assert.equal(await page.locator('.bell-count').count(), 0)
  })

  test('are read and marked without JavaScript', async ({ browser, assert }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'marketing')
    await workspace.givenMany('marketing', 2)
    await page.goto(addressAt(workspace.agency, '/app'))
    await page.locator('.bell summary').click()
    await page.locator('#bell-sheet a').click()
    await page.getByRole('button', { name: 'Mark all as read' }).click()

    assert.equal(await page.locator('.notice').count(), 2)
    assert.equal(await page.locator('.notice-unread').count(), 0)
    await context.close()
  })
})
