import { test } from '@japa/runner'
import type { Page } from 'playwright'
import sharp from 'sharp'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import type Listing from '../../models/listing.ts'
import { MOST_BYTES } from '../../media/judge_upload.ts'
import { MediaWorkspace } from '../media_workspace.ts'
import { aPicture } from '../pictures.ts'

/** As large as a camera's: noise cannot be packed. */
function aLargePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  return sharp({ create: { width: 2600, height: 1800, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 98 })
    .toBuffer()
}

test.group('Media in a browser', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  const mediaPage = (listing: Listing) =>
    addressAt(workspace.agency, `/app/listings/${listing.id}/media`)
  const files = async (...names: string[]) =>
    Promise.all(
      names.map(async (name, index) => ({
        name,
        mimeType: 'image/jpeg',
        buffer: await aPicture({ width: 400 + index }),
      }))
    )

  test('are sent one after the other, large ones scaled down, and prepared while one looks on', async ({
    browserContext,
    assert,
    cleanup,
  }) => {
    await startWorker(cleanup)
    const listing = await workspace.givenListing()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const large = { name: 'large.jpg', mimeType: 'image/jpeg', buffer: await aLargePhoto() }
    const page1 = { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') }
    assert.isAbove(large.buffer.length, MOST_BYTES.photo)

    await page.goto(mediaPage(listing))
    await page
      .locator('input[type=file]')
      .setInputFiles([...(await files('front.jpg')), large, page1])

    await page.getByText('neither a JPEG, PNG, WebP or AVIF picture').waitFor()
    await until(async () => {
      const media = await workspace.media(listing)
      return media.length === 2 && media.every(({ moderation }) => moderation === 'approved')
    })
    await page.locator('.media-row img[loading=lazy]').nth(1).waitFor()
    await until(async () => (await page.locator('.media-uploads li:visible').count()) === 1)
    assert.deepEqual(
      complaints.all.filter((text) => !text.includes('422')),
      []
    )
  }).timeout(90_000)

  test('are put into another order by dragging, and by a button', async ({
    browserContext,
    assert,
  }) => {
    const listing = await given()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(mediaPage(listing))
    const captions = async () => (await workspace.media(listing)).map(({ caption }) => caption)

    await page.getByRole('button', { name: 'Move “one” down' }).click()
    await until(async () => (await captions()).join() === 'two,one,three')
    const third = page.locator('.media-row', { has: page.locator('input[value="three"]') })
    const first = page.locator('.media-row', { has: page.locator('input[value="two"]') })
    await third
      .locator('.media-thumb')
      .dragTo(first.locator('.media-thumb'), { targetPosition: { x: 20, y: 4 } })

    await until(async () => (await captions()).join() === 'three,two,one')
    assert.deepEqual(await captions(), ['three', 'two', 'one'])
  }).timeout(60_000)

  test('are sent, arranged and deleted without a script', async ({ browser, assert }) => {
    const listing = await workspace.givenListing()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')

    await page.goto(mediaPage(listing))
    await page.locator('input[type=file]').setInputFiles(await files('one.jpg', 'two.jpg'))
    await page.getByRole('button', { name: 'Upload files' }).click()
    await page.getByRole('button', { name: 'Move “two.jpg” up' }).click()
    await page.getByLabel('Caption').first().fill('The front')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByRole('button', { name: 'Delete' }).last().click()

    await until(async () => (await workspace.media(listing)).length === 1)
    assert.equal((await workspace.media(listing))[0].caption, 'The front')
    await page.getByRole('button', { name: 'Undo' }).click()
    await until(async () => (await workspace.media(listing)).length === 2)
    await context.close()
  }).timeout(60_000)

  test('stand on sound pages: valid, accessible, within their policy and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const listing = await given()
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    const record = addressAt(workspace.agency, `/app/listings/${listing.id}`)
    const gallery = addressAt(workspace.agency, '/app/listings?view=gallery')
    for (const address of [mediaPage(listing), record, gallery]) {
      const response = await page.goto(address)
      const found = [...(await markupFindings(await response!.text())), ...(await flaws(page))]
      findings.push(...found.map((finding) => `${address}: ${finding}`))
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(90_000)

  /** A listing with three photos. */
  async function given(): Promise<Listing> {
    const listing = await workspace.givenListing()
    for (const [position, caption] of ['one', 'two', 'three'].entries())
      await workspace.givenMedium(listing, { position, caption })
    return listing
  }
})

async function flaws(page: Page): Promise<string[]> {
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await accessibilityFindings(page)))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}
