import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
} from '#tests/support/page_visits'
import { listingPath } from '../../presenters/site/site_links.ts'
import { ListingsWorkspace } from '../workspace.ts'

const LONG = 'Exceptionally-well-proportioned Featherstonehaugh-Cholmondeley residence by the sound'
/** Before photos. */
const MOST_BYTES = 150_000

test.group('The pages of the public site', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  async function givenPages(): Promise<string[]> {
    await workspace.givenListings(26)
    await workspace.givenListing({ title: 'Taken', status: 'under_offer' })
    const listing = await workspace.givenListing({
      title: LONG,
      facts: { description: `${LONG}\n${LONG.repeat(12)}` },
    })
    return [
      '/',
      '/listings',
      '/listings?types=house&beds_min=2&price_max=900k&sort=price',
      '/listings?q=castle',
      '/listings?beds_min=99&types=house',
      listingPath(listing),
      '/agents',
    ]
  }

  test('are sound: valid, accessible, within their policy, light and dark, 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = await givenPages()
    const page = await browserContext.newPage()
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of paths) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      const response = await page.goto(addressAt(workspace.agency, path))
      const found = await markupFindings(await response!.text())
      found.push(...(await accessibilityFindings(page)))
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(NARROW)
      found.push(...(await accessibilityFindings(page)))
      if (!(await fitsWidth(page))) found.push('sticks out')
      findings.push(...found.map((finding) => `${path}: ${finding}`))
    }
    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(240_000)

  test('are light, bring no script, ask nobody else, and stand still', async ({
    browserContext,
    assert,
  }) => {
    const paths = await givenPages()
    const page = await browserContext.newPage()
    const { host } = new URL(addressAt(workspace.agency, '/'))
    for (const path of paths) {
      const answers: { url: string; size: number }[] = []
      const bodies: Promise<unknown>[] = []
      page.removeAllListeners('response')
      page.on('response', (response) => {
        const size = response.body().then((body) => {
          answers.push({ url: response.url(), size: gzipSync(body).length })
        })
        bodies.push(size)
      })
      await page.goto(addressAt(workspace.agency, path))
      await Promise.all(bodies)
      assert.isTrue(
        answers.every(({ url }) => new URL(url).host === host),
        path
      )
      assert.isFalse(
        answers.some(({ url }) => url.endsWith('.js')),
        path
      )
      const total = answers.reduce((sum, { size }) => sum + size, 0)
      assert.isBelow(total, MOST_BYTES, path)
      assert.equal(await shiftOf(page), 0, path)
    }
  }).timeout(60_000)
})

/** How far things moved while the page arrived. */
function shiftOf(page: { evaluate: <T>(work: () => T | Promise<T>) => Promise<T> }) {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        let sum = 0
        const add = (entries: PerformanceEntry[]) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value
        }
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords())
            resolve(Math.round(sum * 1000) / 1000)
          })
        )
      })
  )
}
