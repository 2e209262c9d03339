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
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Somebody who meets one home twice', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  test('is told while typing, and saves all the same', async ({ browserContext, assert }) => {
    const known = await workspace.givenListing({ title: 'House on Pine' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/listings/create'))

    await page.getByLabel('Title').fill('Once more')
    await page.locator('[name="address[line]"]').fill('5 pine street')
    await page.locator('[name="address[city]"]').fill('Seattle')
    await page.locator('[name="property[beds]"]').click()
    const likely = page.locator('#listing-likenesses').getByRole('link', { name: 'House on Pine' })
    await likely.waitFor()
    const address = await likely.getAttribute('href')
    await page.locator('[name="address[line]"]').fill('77 Pine Street')
    await page.locator('[name="property[beds]"]').click()
    await likely.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.getByRole('heading', { name: 'Once more' }).waitFor()

    assert.equal(address, `/app/listings/${known.id}`)
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('merges the two from the list of duplicates, and parts them again', async ({
    browserContext,
    assert,
  }) => {
    const [mine, other] = await workspace.givenTwo()
    await workspace.look(mine)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/listings'))
    await page.getByRole('link', { name: 'Duplicates' }).click()

    await page.getByRole('link', { name: 'Compare and merge' }).click()
    await page.getByRole('radio', { name: '$740,000' }).check()
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByText('was merged into this listing').waitFor()
    const merged = await workspace.listing(mine.id)
    await page.getByRole('button', { name: 'Unmerge' }).click()
    await page.getByText('is a separate listing again').waitFor()

    assert.equal(merged?.priceMinor, 74_000_000)
    assert.equal((await workspace.listing(mine.id))?.priceMinor, 75_000_000)
    assert.isNotNull(await workspace.listing(other.id))
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('does the same without scripts, and says that two are not the same', async ({
    browser,
    assert,
  }) => {
    const [mine, other] = await workspace.givenTwo()
    await workspace.look(mine)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/listings/${mine.id}`))

    await page.getByRole('link', { name: other.title }).click()
    await page.getByRole('radio', { name: other.title }).check()
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByText('was merged into this listing').waitFor()
    await page.getByRole('button', { name: 'Unmerge' }).click()
    await page.getByText('is a separate listing again').waitFor()
    await page.goto(addressAt(workspace.agency, '/app/listings/duplicates'))
    await page.getByText('No duplicates').waitFor()

    await workspace.givenOpenPairs()
    await page.reload()
    await page.getByRole('button', { name: 'Not a duplicate' }).click()
    await page.getByText('Marked as different').waitFor()
    assert.equal((await workspace.pairs())[0].state, 'dismissed')
    await context.close()
  }).timeout(30_000)

  test('finds sound pages, wide and narrow', async ({ browserContext, assert }) => {
    const paths = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of paths) {
      const response = await page.goto(addressAt(workspace.agency, path))
      const found = [...(await markupFindings(await response!.text())), ...(await flaws(page))]
      findings.push(...found.map((finding) => `${path}: ${finding}`))
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(90_000)
})

async function flaws(page: Page): Promise<string[]> {
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  found.push(...(await accessibilityFindings(page)))
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

/** A pair, a merge, and every page that shows them. */
async function given(workspace: DuplicatesWorkspace): Promise<string[]> {
  const [mine, other] = await workspace.givenTwo()
  const title = 'Exceptionally-well-proportioned Featherstonehaugh-Cholmondeley residence'
  const third = await workspace.givenListing({ title })
  const merge = await workspace.givenMerge(mine, other, { title: 'other' })
  await workspace.look(third)
  const record = `/app/listings/${mine.id}`
  return [
    '/app/listings/duplicates',
    record,
    `${record}/merges/create`,
    `${record}/merges/create?q=residence`,
    `${record}/merges/create?with=${third.id}`,
    `${record}/merges/${merge.id}`,
  ]
}
