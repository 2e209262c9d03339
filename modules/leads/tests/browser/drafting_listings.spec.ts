import { test } from '@japa/runner'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  signIn,
} from '#tests/support/page_visits'
import { ListingsWorkspace } from '#workspaces/listings'
import { offer } from '../offering.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('A listing drafted from a lead, in a browser,', (group) => {
  const workspace = new LeadsWorkspace()
  const listings = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is made, taken back, made again and completed', async ({ browserContext, assert }) => {
    const lead = await workspace.givenLead({ ...offer, askingPrice: null, owner: 'senior_agent' })
    const page = await signIn(browserContext, workspace.agency, 'senior_agent')
    const complaints = await Complaints.of(page)
    const draft = async () => {
      await page.getByRole('link', { name: 'Draft a listing' }).click()
      await page.getByRole('button', { name: 'Create draft' }).click()
      await page.getByRole('heading', { name: 'Edit House for sale in Seattle' }).waitFor()
    }
    await page.goto(addressAt(workspace.agency, `/app/leads/${lead.id}`))

    await draft()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('The draft was removed').waitFor()
    await draft()
    assert.deepEqual(await accessibilityFindings(page), [])
    await page.locator('.alert').getByRole('link', { name: 'Price' }).click()
    await page.locator('#field-listing-price').fill('750k')
    await page.getByRole('button', { name: 'Save listing' }).click()
    await page.getByRole('link', { name: 'From the lead of Tariro Moyo' }).click()
    await page.getByRole('link', { name: 'Listing: House for sale in Seattle' }).waitFor()

    const { listingId } = (await workspace.lead(lead.id))!
    const listing = (await listings.listing(listingId!))!
    assert.equal(listing.priceMinor, 75_000_000)
    assert.equal(listing.property.beds, 3)
    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)

  test('fits a telephone and needs no scripts, and says beside its field what is missing', async ({
    browser,
    assert,
  }) => {
    const lead = await workspace.givenLead({ ...offer, message: null, owner: 'senior_agent' })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'senior_agent')
    await page.setViewportSize(NARROW)
    await page.goto(addressAt(workspace.agency, `/app/leads/${lead.id}/listing/create`))
    const isNarrow = [await fitsWidth(page)]
    const type = page.getByLabel('Type')
    // As a browser would send it that knows nothing of required fields.
    await type.evaluate((select) => select.removeAttribute('required'))
    await page.getByRole('button', { name: 'Create draft' }).click()
    await page.locator('#err-listing-draft-type').getByText(/./).waitFor()
    await type.selectOption('villa')
    await page.getByRole('button', { name: 'Create draft' }).click()
    await page.getByRole('heading', { name: 'Edit Villa for sale in Seattle' }).waitFor()
    isNarrow.push(await fitsWidth(page))
    await page.locator('.alert').getByRole('link', { name: 'Bedrooms and bathrooms' }).click()
    await page.goto(addressAt(workspace.agency, `/app/leads/${lead.id}`))
    await page.getByRole('link', { name: 'Listing: Villa for sale in Seattle' }).click()
    await page.getByRole('link', { name: 'Lead it came from' }).click()
    await page.getByRole('link', { name: 'Tariro Moyo' }).first().waitFor()

    assert.deepEqual(isNarrow, [true, true])
    await context.close()
  }).timeout(60_000)
})
