import { test } from '@japa/runner'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  fitsWidth,
  markupFindings,
} from '#tests/support/page_visits'
import { Kitchen } from './kitchen/kitchen.ts'

const PAGES = [
  '/app/people',
  '/app/people?total=3&stage=new&open=2&done=1',
  '/app/people?total=0',
  '/app/people/1',
  '/app/form',
  '/app/deals',
]

test.group('The kit', () => {
  test('is sound in light colours: markup, policy, accessibility, width', async ({
    browser,
    assert,
  }) => {
    const context = await browser.newContext({ colorScheme: 'light' })
    const kitchen = await Kitchen.in(await context.newPage())
    const complaints = await Complaints.of(kitchen.page)

    for (const path of PAGES) {
      assert.deepEqual(await markupFindings(await kitchen.open(path)), [], path)
      assert.deepEqual(await accessibilityFindings(kitchen.page), [], path)
    }
    await kitchen.page.setViewportSize(NARROW)
    for (const path of PAGES) {
      await kitchen.open(path)
      assert.isTrue(await fitsWidth(kitchen.page), path)
    }

    assert.deepEqual(complaints.all, [])
    await context.close()
  })

  test('can be read in dark colours and in the hand', async ({ browser, assert }) => {
    const context = await browser.newContext({ colorScheme: 'dark' })
    const kitchen = await Kitchen.in(await context.newPage())
    await kitchen.page.setViewportSize(NARROW)

    for (const path of PAGES) {
      await kitchen.open(path)
      assert.deepEqual(await accessibilityFindings(kitchen.page), [], path)
    }
    await context.close()
  })

  test('finds pages and records in the palette by keyboard alone', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/people', browserContext)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dea')
    await page.getByRole('option', { name: 'Found dea' }).waitFor()

    assert.equal(await page.getByRole('option', { name: 'People' }).count(), 0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/app/deals')
  })

  test('goes between pages without losing title, focus and the way back', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/people', browserContext)
    await page.getByRole('link', { name: 'Deals' }).first().click()
    await page.waitForURL('**/app/deals')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Deals')

    assert.equal(await page.title(), 'Deals · Kitchen')
    await page.goBack()
    await page.getByRole('heading', { name: 'People' }).waitFor()
  })

  test('turns dark at once and says so to the server', async ({ browserContext, assert }) => {
    const { page, sent } = await Kitchen.at('/app/people', browserContext)
    await page.locator('.theme-menu summary').click()
    const saved = page.waitForResponse('**/app/preferences/theme')
    await page.locator('.theme-menu').getByRole('button', { name: 'Dark' }).click()
    await saved

    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
    assert.equal(sent.at(-1)?.get('theme'), 'dark')
  })

  test('moves a card by its button and by dragging', async ({ browserContext }) => {
    const { page } = await Kitchen.at('/app/deals', browserContext)
    await page.getByRole('button', { name: 'Move villa to offer' }).click()
    await page.locator('#deals-offer .board-card').waitFor()

    await page.dragAndDrop('#deals-card-villa', '#deals-won .board-cards')
    await page.locator('#deals-won .board-card').waitFor()
  })

  test('asks for the phrase before something that cannot be undone', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/people/1', browserContext)
    await page.getByRole('button', { name: 'Erase person' }).click()
    const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase person' })

    assert.isTrue(await erase.isDisabled())
    await page.getByLabel('Type Ada to confirm').fill('Ada')
    assert.isFalse(await erase.isDisabled())
  })

  test('keeps a notice while somebody reaches for it', async ({ browserContext }) => {
    const kitchen = await Kitchen.in(await browserContext.newPage())
    const { page } = kitchen
    await page.clock.install()
    await kitchen.open('/app/people?done=1')
    const notice = page.getByText('Archived.')
    await notice.hover()
    await page.clock.runFor(20_000)
    await notice.waitFor({ state: 'visible' })

    await page.mouse.move(10, 10)
    await page.clock.runFor(20_000)
    await notice.waitFor({ state: 'hidden' })
  })
})
