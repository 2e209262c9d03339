import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Kitchen } from './kitchen/kitchen.ts'

const message = (field: string) => `#err-person-${field}`

test.group('A form of the kit', () => {
  test('shows what was refused beside the field and keeps what was typed', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/form', browserContext)
    await page.getByLabel('Note').fill('Kept')
    await page.getByLabel('Password', { exact: true }).fill('open-the-house')
    await page.getByRole('button', { name: 'Save person' }).click()
    await page.getByText('Say a name.').waitFor()

    assert.include(await page.locator(message('phones-0-number')).innerText(), '8 digits')
    assert.equal(await page.locator(message('tags')).innerText(), 'Too long.')
    assert.equal(await page.locator(message('form')).innerText(), 'Something without a field.')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-person-name')
    assert.equal(await page.getByLabel('Note').inputValue(), 'Kept')
    assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), 'open-the-house')

    await page.keyboard.type('A')
    assert.equal(await page.locator(message('name')).innerText(), '')
  })

  test('does the same without scripts', async ({ browser, assert }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const { page } = await Kitchen.at('/app/form', context)
    await page.getByRole('button', { name: 'Save person' }).click()

    assert.equal(await page.locator(message('name')).innerText(), 'Say a name.')
    assert.equal(await page.getByLabel('Note').inputValue(), 'Kept')
    assert.equal(
      await page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid'),
      'true'
    )
    await context.close()
  })

  test('makes tags of words and takes them away', async ({ browserContext, assert }) => {
    const { page } = await Kitchen.at('/app/form', browserContext)
    const box = page.getByLabel('Tags')
    await box.pressSequentially('seller, investor,')
    assert.deepEqual(await tagsOn(page), ['buyer', 'seller', 'investor'])

    await box.press('Backspace')
    await page.getByRole('button', { name: 'Remove buyer' }).click()
    assert.deepEqual(await tagsOn(page), ['seller'])
  })

  test('names the file that was chosen and shows a password on request', async ({
    browserContext,
    assert,
  }) => {
    const { page } = await Kitchen.at('/app/form', browserContext)
    await page
      .getByLabel('Photo')
      .setInputFiles({ name: 'house.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') })
    await page.getByText('house.jpg').waitFor()
    await page.getByRole('button', { name: 'Show the password' }).click()

    assert.equal(await page.getByLabel('Password', { exact: true }).getAttribute('type'), 'text')
  })
})

function tagsOn(page: Page): Promise<string[]> {
  return page
    .locator('input[name="tags[]"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
}
