import { test } from '@japa/runner'
import { Kitchen } from './kitchen/kitchen.ts'

test.group('A list of the kit', () => {
  test('keeps order, filter, search and columns in the address', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/people', browserContext)
    await page.getByRole('link', { name: 'Budget' }).click()
    await page.waitForURL('**sort=budget**')
    await page.getByText('Filter', { exact: true }).click()
    await page.locator('.menu-nest summary').click()
    await page.getByRole('link', { name: 'Client' }).click()
    await page.waitForURL('**stage=client**')
    await page.getByRole('searchbox').pressSequentially('mo')
    await page.waitForURL('**q=mo**')

    assert.equal(await page.evaluate(() => document.activeElement?.id), 'people-q')
    await page.getByRole('link', { name: 'Clear' }).click()
    await page.waitForURL((url) => !url.search.includes('q=mo'))
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#people-q')?.value === ''
    )
    assert.include(page.url(), 'sort=budget')
  })

  test('opens a record beside itself, with an address, and gives the focus back', async ({
    browserContext,
    assert,
  }) => {
    const kitchen = await Kitchen.at('/app/people', browserContext)
    const { page } = kitchen
    await page.getByRole('link', { name: 'Person 3', exact: true }).click()
    await page.getByRole('heading', { name: 'Person 3' }).waitFor()

    assert.include(page.url(), 'open=3')
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.searchParams.has('open'))
    assert.include(await page.evaluate(() => document.activeElement?.textContent), 'Person 3')

    await page.goBack()
    await page.getByRole('heading', { name: 'Person 3' }).waitFor()
    await kitchen.open('/app/people?open=5')
    await page.getByRole('heading', { name: 'Person 5' }).waitFor()
  })

  test('is walked and marked by keys, and remembers marks from page to page', async ({
    browserContext,
    assert,
  }) => {
    const { page, sent } = await Kitchen.at('/app/people', browserContext)
    for (const key of ['j', 'j', 'x']) await page.keyboard.press(key)
    await page.getByText('1 selected').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL('**after=25**')
    await page.getByRole('checkbox', { name: 'Select Person 26' }).check()
    await page.getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Archive' }).click()
    await page.waitForFunction(() => document.querySelector('.htmx-request') === null)

    assert.deepEqual(sent.at(-1)?.getAll('ids[]').toSorted(), ['2', '26'])
    assert.equal(sent.at(-1)?.get('act'), 'archive')
  })

  test('can mean everything that matches', async ({ browserContext, assert }) => {
    const { page, sent } = await Kitchen.at('/app/people?stage=new', browserContext)
    await page.getByRole('checkbox', { name: 'Select this page' }).check()
    await page.getByRole('checkbox', { name: 'All 60' }).check()
    await page.getByText('60 selected').waitFor()
    const answered = page.waitForResponse('**/app/people/bulk')
    await page.getByRole('button', { name: 'Archive' }).click()
    await answered

    assert.equal(sent.at(-1)?.get('all'), 'true')
    assert.equal(sent.at(-1)?.get('query'), 'stage=new')
  })

  test('gives the old status back where the new one was refused, and says why', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/people', browserContext)
    const stage = page.getByLabel('Stage of Person 2', { exact: true })
    await stage.selectOption('client')
    await page.getByRole('alert').waitFor()

    assert.equal(await stage.inputValue(), 'new')
  })

  test('leads to the record without scripts', async ({ browser, assert }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const { page } = await Kitchen.at('/app/people', context)
    await page.getByRole('link', { name: 'Person 3', exact: true }).click()

    assert.equal(new URL(page.url()).pathname, '/app/people/3')
    await context.close()
  })
})
