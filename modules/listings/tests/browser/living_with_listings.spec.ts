import { test } from '@japa/runner'
import { Complaints, addressAt, signIn } from '#tests/support/page_visits'
import { ListingsWorkspace } from '../workspace.ts'

test.group('Somebody who lives in the listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('writes one down with its owner, and puts it on the market', async ({
    browserContext,
    assert,
  }) => {
    const owner = await workspace.givenContact('Ruto Moyo')
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/listings/create'))

    await page.getByLabel('Title').fill('Three-bedroom house by the lake')
    await page.locator('#field-listing-price').fill('750k')
    await page.getByLabel('Find a contact').pressSequentially('ruto')
    await page.getByRole('radio', { name: /Ruto Moyo/ }).check()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.getByText('is on the market').waitFor()

    const listing = await workspace.listingCalled('Three-bedroom house by the lake')
    assert.equal(listing?.status, 'active')
    assert.equal(listing?.property.ownerContactId, owner.id)
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('compares what they chose, and opens one at the side of the cards', async ({
    browserContext,
    assert,
  }) => {
    const one = await workspace.givenListing({ title: 'One' })
    await workspace.givenListing({ title: 'Two' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/listings'))
    await page.getByLabel('Select One').check()
    await page.getByLabel('Select Two').check()
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForURL('**/app/listings/comparison?ids=*')
    await page.getByRole('rowheader', { name: 'Price', exact: true }).waitFor()

    await page.goto(addressAt(workspace.agency, '/app/listings'))
    await page.getByRole('link', { name: 'Gallery' }).click()
    await page.waitForURL('**/app/listings?view=gallery')
    await page.getByRole('link', { name: 'One', exact: true }).click()
    await page.waitForURL(`**view=gallery&open=${one.id}`)
    await page.getByRole('complementary', { name: 'Side panel' }).getByText('$750,000').waitFor()

    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('has an owner found, steps taken and prices changed without scripts', async ({
    browser,
    assert,
  }) => {
    await workspace.givenContact('Ruto Moyo')
    const listing = await workspace.givenListing()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/listings/${listing.id}/edit`))
    await page.getByLabel('Title').fill('Better title')
    await page.getByLabel('Find a contact').fill('ruto')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('radio', { name: /Ruto Moyo/ }).check()
    await page.getByRole('button', { name: 'Save listing' }).click()
    await page.getByRole('heading', { name: 'Better title' }).waitFor()

    await page.getByText('Change the price').click()
    await page.getByLabel('New price').fill('725k')
    await page.getByRole('button', { name: 'Save price' }).click()
    await page.getByText('The new price is saved').waitFor()
    await page.getByRole('button', { name: 'Mark as under offer' }).click()
    await page.getByText('is under offer').waitFor()

    assert.equal((await workspace.listing(listing.id))?.status, 'under_offer')
    assert.deepEqual(await workspace.prices(listing.id), [72_500_000])
    await context.close()
  }).timeout(30_000)
})
