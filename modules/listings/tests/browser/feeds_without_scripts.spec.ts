import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { BulkWork } from '#app/bulk_works'
import {
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  signIn,
} from '#tests/support/page_visits'
import { TrialSteps } from '../../feeds/trial_steps.ts'
import { FeedWorkspace, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

const HOME = '/app/settings/listing-feeds'

test.group('Feeds without scripts, on a telephone', (group) => {
  const server = new ResoServer()
  const workspace = new FeedWorkspace(server)
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })
  group.each.setup(async () => {
    server.reset()
    await workspace.open()
  })

  const signedIn = async (browser: Browser, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: NARROW })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.setViewportSize(NARROW)
    return page
  }

  /** A page without scripts, and what is wrong with it; axe needs scripts, so it looks at the same page beside it. */
  const opened = async (browser: Browser, path: string) => {
    const [page, beside] = [await signedIn(browser, false), await signedIn(browser, true)]
    await page.goto(addressAt(workspace.agency, path))
    const flaws = async () => {
      await beside.goto(page.url())
      const found = await accessibilityFindings(beside)
      return (await fitsWidth(page)) ? found : [...found, `${page.url()} sticks out`]
    }
    return { page, flaws }
  }
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click()
  const says = (page: Page, text: string) => page.getByText(text).first().waitFor()
  const latest = (kind: string) =>
    workspace.inUnit(async () =>
      BulkWork.query().where('kind', kind).orderBy('id', 'desc').firstOrFail()
    )

  test('are added where the message stands beside the field, changed and removed', async ({
    browser,
    assert,
  }) => {
    const { page, flaws } = await opened(browser, HOME)
    const found = await flaws()
    await page.getByRole('link', { name: 'Add a feed' }).first().click()
    found.push(...(await flaws()))

    await page.getByLabel('Name', { exact: true }).fill('Northwest MLS')
    await page.getByLabel('Service address (URL)').fill('http://example.com/odata')
    await page.getByLabel('Token or client secret').fill('right-token')
    await press(page, 'Save the feed')
    await says(page, 'This must be an address that begins with https://')
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Northwest MLS')
    assert.equal(await page.getByLabel('Token or client secret').inputValue(), '')
    found.push(...(await flaws()))

    await page.getByLabel('Service address (URL)').fill(server.url)
    await page.getByLabel('Token or client secret').fill('right-token')
    await press(page, 'Save the feed')
    await says(page, 'The feed is saved.')
    found.push(...(await flaws()))

    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByRole('switch', { name: 'Fetch updates every 15 minutes' }).uncheck()
    await press(page, 'Save the feed')
    await says(page, 'Off')

    await press(page, 'Remove the feed')
    await says(page, 'is removed; its listings stay')
    await says(page, 'No feeds yet')
    assert.deepEqual(found, [])
  }).timeout(60_000)

  test('are tried, heard and stopped, with a link to look again', async ({ browser, assert }) => {
    server.records = records(2)
    const feed = await workspace.givenFeed()
    const { page, flaws } = await opened(browser, `${HOME}/${feed.id}`)

    await press(page, 'Test connection')
    await says(page, 'Testing the connection')
    const found = await flaws()
    await workspace.carryOut(await latest('listings.feed_trial'), (run) => new TrialSteps(run))
    await page.getByRole('link', { name: 'Check again' }).click()
    await says(page, 'The server answers and offers 2 listings')
    found.push(...(await flaws()))

    await press(page, 'Sync now')
    await page.getByRole('link', { name: 'Check again' }).waitFor()
    found.push(...(await flaws()))
    await press(page, 'Stop')
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' })

    await workspace.sync(feed)
    await page.reload()
    await page
      .getByRole('link', { name: /^Synced/ })
      .first()
      .click()
    await page.getByRole('main').getByText('New', { exact: true }).waitFor()
    found.push(...(await flaws()))
    assert.deepEqual(found, [])
  }).timeout(60_000)

  test('are looked at, and what was chosen is applied or left', async ({ browser, assert }) => {
    server.records = records(3)
    const feed = await workspace.givenFeed({ applies: 'looked_at' })
    await workspace.sync(feed)
    const { page, flaws } = await opened(browser, `${HOME}/${feed.id}`)
    await page.getByRole('link', { name: 'Review changes' }).click()
    const found = await flaws()

    await press(page, 'Apply chosen')
    await says(page, 'Choose at least one listing that still waits')

    await page.getByRole('checkbox').first().check()
    await press(page, 'Skip chosen')
    await says(page, '1 listing stays as it is until the feed sends a new change.')
    assert.equal(await page.getByRole('checkbox').count(), 2)
    found.push(...(await flaws()))

    await page.getByRole('checkbox').first().check()
    await press(page, 'Apply chosen')
    await page.waitForURL(`**${HOME}/${feed.id}`)
    await workspace.apply(await latest('listings.feed_application'))
    await page.goto(addressAt(workspace.agency, `${HOME}/${feed.id}/changes`))
    await press(page, 'Apply all 1')
    await workspace.apply(await latest('listings.feed_application'))
    await page.goto(addressAt(workspace.agency, `${HOME}/${feed.id}/changes`))
    await says(page, 'Nothing to review')
    found.push(...(await flaws()))

    assert.lengthOf(await workspace.stock(), 2)
    assert.deepEqual(found, [])
  }).timeout(60_000)
})
