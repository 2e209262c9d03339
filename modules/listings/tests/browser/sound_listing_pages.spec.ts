import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { ListingsWorkspace } from '../workspace.ts'

const LONG = 'Exceptionally-well-proportioned Featherstonehaugh-Cholmondeley residence by the sound'

test.group('The pages of listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('are sound: valid, accessible, within their policy, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = await given(workspace)
    assert.deepEqual(await findingsOf(workspace, browserContext, paths), [])
  }).timeout(90_000)

  test('are sound where searches are kept and lists are brought', async ({
    browserContext,
    assert,
  }) => {
    const paths = [
      '/app/listings/searches',
      '/app/listings/searches/create?q=3+bed+house&types=house',
      '/app/listings/imports',
      '/app/listings/imports/create',
    ]
    assert.deepEqual(await findingsOf(workspace, browserContext, paths), [])
  }).timeout(60_000)

  test('can be read in the dark', async ({ browserContext, assert }) => {
    const [list, gallery, record] = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.emulateMedia({ colorScheme: 'dark' })
    const findings: string[] = []
    for (const path of [list, gallery, record]) {
      await page.goto(addressAt(workspace.agency, path))
      findings.push(...(await accessibilityFindings(page)))
    }

    assert.deepEqual(findings, [])
  }).timeout(60_000)
})

/** What is wrong with pages: their markup, their access, what they complain of, and their width. */
async function findingsOf(
  workspace: ListingsWorkspace,
  context: BrowserContext,
  paths: string[]
): Promise<string[]> {
  const page = await signIn(context, workspace.agency, 'principal')
  const complaints = await Complaints.of(page)
  const findings: string[] = []
  for (const path of paths) {
    const response = await page.goto(addressAt(workspace.agency, path))
    const markup = await markupFindings(await response!.text())
    const found = [...markup, ...(await flaws(page))]
    findings.push(...found.map((finding) => `${path}: ${finding}`))
  }
  return [...findings, ...complaints.all]
}

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

/** Listings with all that can be shown of them, and every page that shows it. */
async function given(workspace: ListingsWorkspace): Promise<string[]> {
  await workspace.givenListings(26)
  const owner = await workspace.givenContact(LONG.slice(0, 60))
  const category = await workspace.givenCategory('New developments')
  const listing = await workspace.givenListing({
    title: LONG,
    facts: {
      description: `${LONG}\n${LONG}`,
      visibility: 'exclusive',
      freshUntil: '2026-01-01',
      authorityUntil: '2099-01-01',
      categoryId: category.id,
      tagNames: ['Sunny', LONG.slice(0, 40)],
    },
    property: { ownerContactId: owner.id },
  })
  const offered = await workspace.givenListing({ status: 'under_offer' })
  const expired = await workspace.givenListing({ status: 'expired' })
  const waiting = await workspace.givenListing({ status: 'pending_review' })
  const record = `/app/listings/${listing.id}`
  return [
    '/app/listings?status=active&sort=-price',
    '/app/listings?view=gallery',
    record,
    '/app/listings?cols=tags&cols=fresh&cols=authority&cols=created&types=house,land',
    `/app/listings?open=${listing.id}`,
    '/app/listings?as=filter~localities',
    '/app/listings?q=castle',
    '/app/listings?status=deleted',
    `/app/listings/${offered.id}`,
    `/app/listings/${expired.id}`,
    `/app/listings/${waiting.id}`,
    `${record}/edit`,
    `${record}/neighbours`,
    '/app/listings/create',
    '/app/listings/due',
    `/app/listings/comparison?ids=${listing.id},${offered.id}`,
    '/app/listings/comparison',
    `/app/contacts/${owner.id}`,
    `/app/contacts/${owner.id}/listings`,
    '/app/settings/listings',
    `/app/settings/listing-categories/${category.id}/edit`,
    '/app',
  ]
}
