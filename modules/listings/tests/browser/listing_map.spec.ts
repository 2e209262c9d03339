import { test } from '@japa/runner'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  signIn,
} from '#tests/support/page_visits'
import { ListingsWorkspace } from '../workspace.ts'

test.group('The map in a browser', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    for (const [title, latitude, longitude] of PLACED)
      await workspace.givenListing({ title, property: { latitude, longitude } })
  })

  test('shows clusters and prices, opens a listing, and is narrowed by an area drawn on it', async ({
    browserContext,
    assert,
  }) => {
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/listings'))
    await page.getByRole('link', { name: 'Map', exact: true }).click()
    const pin = page.getByRole('button', { name: /^Far away, \$750K, Active/ })
    await pin.waitFor()
    assert.equal(await page.getByRole('button', { name: /^2 listings/ }).count(), 1)
    assert.deepEqual(await accessibilityFindings(page), [])

    await pin.click()
    await page.locator('#panel').getByRole('heading', { name: 'Far away' }).waitFor()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Draw an area' }).click()
    const middle = await page.getByRole('button', { name: /^2 listings/ }).boundingBox()
    await page.mouse.move(middle!.x - 40, middle!.y - 40)
    await page.mouse.down()
    for (const [x, y] of AROUND) await page.mouse.move(middle!.x + x, middle!.y + y, { steps: 4 })
    await page.mouse.up()
    await page.getByText('Drawn area').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Far away' }).count(), 0)
    assert.equal(await page.getByRole('link', { name: /^Close (by|too)$/ }).count(), 2)
    assert.match(page.url(), /area=/)

    await page.getByRole('link', { name: 'Everywhere' }).click()
    await page.getByRole('link', { name: 'Far away' }).waitFor()
    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)

  test('fits a telephone, and leaves the cards to whoever has no script', async ({
    browser,
    assert,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/listings?view=map'))
    assert.equal(await page.getByRole('link', { name: 'Far away' }).count(), 1)
    assert.isFalse(await page.getByRole('button', { name: 'Draw an area' }).isVisible())
    await context.close()

    const other = await browser.newContext({ viewport: NARROW })
    const phone = await signIn(other, workspace.agency, 'principal')
    await phone.goto(addressAt(workspace.agency, '/app/listings?view=map'))
    await phone.getByRole('button', { name: /^Far away/ }).waitFor()
    assert.isTrue(await fitsWidth(phone))
    await other.close()
  }).timeout(60_000)
})

const PLACED: [string, number, number][] = [
  ['Close by', 47.661, -122.381],
  ['Close too', 47.6612, -122.3812],
  ['Far away', 47.55, -122.25],
]

/** Around a cluster, by a hand. */
const AROUND = [
  [80, -40],
  [80, 80],
  [-40, 80],
  [-40, -30],
]
