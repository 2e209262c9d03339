import { test } from '@japa/runner'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  signIn,
} from '#tests/support/page_visits'
import { RecommendationsWorkspace, addressOf } from '../recommendations_workspace.ts'

test.group('Recommendations in a browser', (group) => {
  const workspace = new RecommendationsWorkspace()
  group.each.setup(() => workspace.open())

  test('open on the contact, are turned down and brought back, and lead to who else looks', async ({
    browserContext,
    assert,
  }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWays(ann)
    await workspace.givenWish(ann)
    await workspace.givenListing({ title: 'Just right' })
    await workspace.givenListing({ title: 'Twin', facts: { priceMinor: 70_000_000 } })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, `/app/contacts/${ann.id}`))

    await page.getByRole('link', { name: 'Recommended listings' }).click()
    const right = page.getByRole('listitem').filter({ hasText: 'Just right' }).first()
    await right.getByText('Within budget, in Ballard, house, 3 beds, garden').waitFor()
    assert.equal(await right.getByRole('link', { name: 'Send by WhatsApp' }).count(), 1)
    assert.deepEqual(await accessibilityFindings(page), [])
    await right.getByRole('button', { name: 'Not for them' }).click()
    await page.getByText('It will not be recommended to them again').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Just right' }).count(), 0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'Just right' }).waitFor()

    await page.getByRole('link', { name: 'Just right' }).click()
    await page.locator('#similar').getByRole('link', { name: 'Twin' }).waitFor()
    await page.locator('#seekers').getByRole('link', { name: 'Ann Lee' }).waitFor()
    assert.deepEqual(await accessibilityFindings(page), [])
    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)

  test('fit a telephone, and work without scripts', async ({ browser, assert }) => {
    const ann = await workspace.givenContact('Ann Lee')
    await workspace.givenWays(ann)
    const wish = await workspace.givenWish(ann)
    const listing = await workspace.givenListing({ title: 'Just right' })
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW })
    const page = await signIn(context, workspace.agency, 'principal')

    await page.goto(addressAt(workspace.agency, `/app/contacts/${ann.id}`))
    await page.getByRole('link', { name: 'Recommended listings' }).click()
    await page.getByRole('button', { name: 'Not for them' }).click()
    await page.getByText('No listing on the market matches right now').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'Just right' }).waitFor()
    await page.goto(addressAt(workspace.agency, `/app/listings/${listing.id}`))
    await page.getByRole('link', { name: 'Show who is looking for this' }).click()
    await page.getByRole('link', { name: 'Ann Lee' }).waitFor()
    await context.close()

    const other = await browser.newContext({ viewport: NARROW })
    const phone = await signIn(other, workspace.agency, 'principal')
    await phone.goto(addressAt(workspace.agency, addressOf(wish)))
    await phone.getByRole('link', { name: 'Just right' }).waitFor()
    assert.isTrue(await fitsWidth(phone))
    await other.close()
  }).timeout(60_000)
})
