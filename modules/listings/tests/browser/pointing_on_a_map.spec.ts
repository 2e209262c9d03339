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
import { ListingsWorkspace } from '../workspace.ts'

const PLACES = '/app/settings/listing-places'

test.group('Pointing on a map', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const latitude = (page: Page) => page.getByLabel('Latitude')
  const longitude = (page: Page) => page.getByLabel('Longitude')
  const point = (page: Page) => page.getByRole('button', { name: /^The point/ })
  const map = (page: Page) => page.locator('.map-point .map-ground')
  const degrees = async (page: Page) => [
    Number(await latitude(page).inputValue()),
    Number(await longitude(page).inputValue()),
  ]

  test('fills the fields by a tap, a drag and the arrow keys, and shows what is typed', async ({
    browserContext,
    assert,
  }) => {
    const { id } = await workspace.givenListing()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, `/app/listings/${id}/edit`))
    await point(page).waitFor()
    assert.deepEqual(await degrees(page), [47.66, -122.38])

    const box = (await map(page).boundingBox())!
    await map(page).click({ position: { x: box.width - 40, y: box.height / 2 } })
    const [tappedLat, tappedLng] = await degrees(page)
    assert.closeTo(tappedLat, 47.66, 0.001)
    assert.isAbove(tappedLng, -122.38)

    await point(page).dragTo(map(page), { targetPosition: { x: 60, y: 60 } })
    const [draggedLat, draggedLng] = await degrees(page)
    assert.isAbove(draggedLat, tappedLat)
    assert.isBelow(draggedLng, tappedLng)

    await point(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    assert.isBelow((await degrees(page))[0], draggedLat)

    await latitude(page).fill('47.5')
    await longitude(page).fill('-122.2')
    await longitude(page).blur()
    assert.isTrue(await isInside(page))
    assert.deepEqual(await accessibilityFindings(page), [])

    await page.getByRole('button', { name: 'Save listing' }).click()
    await page.waitForURL(`**/app/listings/${id}`)
    assert.containSubset((await workspace.listing(id))?.property, {
      ...{ latitude: 47.5, longitude: -122.2 },
    })
    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)

  test('begins where the place is that was named, and puts the point in the middle', async ({
    browser,
    assert,
  }) => {
    const context = await browser.newContext({ viewport: NARROW, colorScheme: 'dark' })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.setViewportSize(NARROW)
    await page.goto(addressAt(workspace.agency, '/app/listings/create'))
    await map(page).locator('.map-place').first().waitFor({ state: 'attached' })
    assert.equal(await point(page).count(), 0)

    await page.getByLabel('ZIP code').fill('98107')
    await page.getByLabel('ZIP code').blur()
    await page.getByRole('button', { name: 'Put the point in the middle' }).click()
    const [lat, lng] = await degrees(page)
    assert.closeTo(lat, 47.67, 0.02)
    assert.closeTo(lng, -122.38, 0.02)
    assert.isTrue(await fitsWidth(page))
    assert.deepEqual(await accessibilityFindings(page), [])

    await page.getByRole('button', { name: 'Remove the point' }).click()
    assert.equal(await latitude(page).inputValue(), '')
    assert.equal(await point(page).count(), 0)
    await context.close()
  }).timeout(60_000)

  test('finds a place of the agency’s own, and the place itself is pointed at', async ({
    browserContext,
    assert,
  }) => {
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, PLACES))
    await page.getByLabel('Name', { exact: true }).fill('Old Mill')
    await page.getByLabel('City').fill('Seattle')
    await page.getByLabel('City').blur()
    await page.getByRole('button', { name: 'Put the point in the middle' }).click()
    await point(page).waitFor()
    await page.getByRole('button', { name: 'Add place' }).click()
    await page.getByText('Old Mill', { exact: true }).first().waitFor()
    assert.deepEqual(await accessibilityFindings(page), [])

    await page.getByRole('link', { name: 'Old Mill' }).click()
    await point(page).waitFor()
    assert.closeTo((await degrees(page))[0], 47.6, 0.1)

    await page.getByRole('button', { name: 'Remove place' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove place' }).click()
    await page.getByText('No places of your own yet').waitFor()
  }).timeout(60_000)

  test('is typed where there is no script', async ({ browser, assert }) => {
    const { id } = await workspace.givenListing()
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.setViewportSize(NARROW)
    const response = await page.goto(addressAt(workspace.agency, `/app/listings/${id}/edit`))
    assert.deepEqual(await markupFindings(await response!.text()), [])
    assert.isFalse(await page.locator('.map-point').isVisible())

    await latitude(page).fill('47.512345')
    await page.getByRole('button', { name: 'Save listing' }).click()
    await page.waitForURL(`**/app/listings/${id}`)
    assert.equal((await workspace.listing(id))?.property.latitude, 47.512345)

    await page.goto(addressAt(workspace.agency, PLACES))
    await page.getByLabel('Name', { exact: true }).fill('Old Mill')
    await latitude(page).fill('47.6')
    await longitude(page).fill('-122.3')
    await page.getByRole('button', { name: 'Add place' }).click()
    await page.getByText('Place added.').waitFor()
    await page.getByRole('link', { name: 'Old Mill' }).click()
    await page.getByRole('button', { name: 'Remove place' }).click()
    await page.getByText('Place removed').waitFor()
    await context.close()
  }).timeout(60_000)

  /** Whether the point lies on what is seen of the ground. */
  async function isInside(page: Page): Promise<boolean> {
    const [ground, pin] = [await map(page).boundingBox(), await point(page).boundingBox()]
    const isBetween = (at: number, from: number, size: number) => at >= from && at <= from + size
    return (
      isBetween(pin!.x, ground!.x, ground!.width) && isBetween(pin!.y, ground!.y, ground!.height)
    )
  }
})
