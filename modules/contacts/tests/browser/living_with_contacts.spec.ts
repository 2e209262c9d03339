import { test } from '@japa/runner'
import { Complaints, addressAt, signIn } from '#tests/support/page_visits'
import { ContactsWorkspace } from '../workspace.ts'

test.group('Somebody who lives in the contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('opens one at the side, writes what was said, and goes back', async ({
    browserContext,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo', phone: '+12065550142' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/contacts'))

    await page.getByRole('link', { name: 'Ruto Moyo' }).click()
    await page.waitForURL(`**/app/contacts?open=${contact.id}`)
    const panel = page.getByRole('complementary', { name: 'Side panel' })
    await panel.getByText('Add to the timeline').click()
    await panel.getByLabel('Details').fill('Wants a garden')
    await panel.getByLabel('What happened').selectOption('call')
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await panel.getByRole('article').getByText('Wants a garden').waitFor()
    await page.keyboard.press('Escape')

    await page.waitForURL('**/app/contacts')
    assert.equal((await workspace.timeline(contact.id))[0].kind, 'call')
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('keeps the page, and an empty form, after writing on the timeline', async ({
    browserContext,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/contacts/${contact.id}`))

    await page.getByLabel('Details').fill('Call about the offer')
    await page.getByText('Outcome and next action').click()
    await page.getByLabel('Next action').fill('Send the brochure')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Fill this in').waitFor()
    await page.getByLabel('Due on').fill('2099-01-05')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('article').getByText('Call about the offer').waitFor()

    assert.equal(await page.getByLabel('Details').inputValue(), '')
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await page.getByText('Done: Send the brochure').waitFor()
    assert.isNull((await workspace.contact(contact.id))?.nextActionOn)
  }).timeout(30_000)

  test('corrects and deletes what they wrote, and takes that back', async ({
    browserContext,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })
    await workspace.givenNextAction(contact, '2026-01-05')
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/contacts/${contact.id}`))
    const entry = page.getByRole('article')

    await entry.locator('summary[title="Correct or delete"]').click()
    await entry.getByRole('link', { name: 'Correct', exact: true }).click()
    await entry.getByLabel('Details').fill('Said better')
    await entry.getByRole('button', { name: 'Save correction' }).click()
    await entry.getByText('Said better').waitFor()
    await entry.locator('summary[title="Correct or delete"]').click()
    await entry.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()

    await page.getByRole('article').getByText('Said better').waitFor()
    assert.lengthOf(await workspace.timeline(contact.id), 1)
  }).timeout(30_000)

  test('changes tags and consent where they stand', async ({ browserContext, assert }) => {
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/contacts/${contact.id}`))

    await page.getByText('Edit tags').click()
    await page.locator('#record-tags input[type=text]').fill('Hot Lead,')
    await page.getByRole('button', { name: 'Save tags' }).click()
    await page.locator('#record-tags > p .tag', { hasText: 'Hot Lead' }).waitFor()
    await page.locator('#consents summary', { hasText: 'Calls' }).click()
    await page.locator('#consents').getByLabel('Answer').first().selectOption('refused')
    await page.locator('#consents').getByRole('button', { name: 'Save' }).first().click()
    await page.locator('#consents summary', { hasText: 'Refused' }).waitFor()

    const saved = await workspace.contact(contact.id)
    assert.deepEqual(saved?.tagNames, ['Hot Lead'])
    assert.equal(saved?.consent.call?.state, 'refused')
  }).timeout(30_000)

  test('narrows, chooses across pages, and does one thing to all of them', async ({
    browserContext,
    assert,
  }) => {
    await workspace.givenContacts(30)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    await page.goto(addressAt(workspace.agency, '/app/contacts'))

    await page.getByLabel('Select Contact 002').check()
    await page.getByRole('link', { name: 'Next', exact: true }).click()
    await page.getByLabel('Select Contact 028').check()
    await page.getByText('2 selected').waitFor()
    await page.locator('.bulk').getByLabel('Tag').fill('Chosen')
    await page.getByRole('button', { name: 'Add tag' }).click()
    await page.getByText('“Chosen” was added to 2 contacts.').waitFor()
    await page.goto(addressAt(workspace.agency, '/app/contacts'))
    await page.locator('.chip-add summary').click()
    await page.locator('.menu-nest summary', { hasText: 'Tag' }).click()
    await page.getByRole('link', { name: 'Chosen' }).click()
    await page.waitForURL('**/app/contacts?tag=Chosen')

    await page.getByText('1–2 of 2').waitFor()
    await page.locator('summary', { hasText: 'Save view' }).click()
    const name = page.locator('#save-view input[name=name]')
    assert.isTrue(await name.evaluate(isOnTop), 'the sheet is cut off')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Remove filter: Tag' }).click()
    await page.getByText('1–25 of 30').waitFor()
    assert.deepEqual(complaints.all, [])
  }).timeout(30_000)

  test('searches while typing, and walks the list by keyboard', async ({ browserContext }) => {
    await workspace.givenContacts(3)
    const contact = await workspace.givenContact({ name: 'Ruto Moyo' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/contacts'))

    await page.keyboard.press('/')
    await page.keyboard.type('ruto')
    await page.getByText('1–1 of 1').waitFor()
    await page.getByRole('searchbox').blur()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')

    await page.waitForURL(`**/app/contacts?q=ruto&open=${contact.id}`)
  }).timeout(30_000)

  test('adds somebody with two phones, is asked about a double, and goes on', async ({
    browserContext,
    assert,
  }) => {
    await workspace.givenContact({ name: 'Ann Leigh', phone: '+12065550142' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/contacts/create'))

    await page.getByLabel('First name').fill('Ann')
    await page.getByLabel('Phone 1').fill('206 555 0142')
    await page.getByRole('button', { name: 'Add a phone' }).click()
    await page.getByLabel('Phone 2').fill('12345678')
    await page.getByRole('button', { name: 'Add contact' }).click()
    await page.getByText('This number has 8 digits').waitFor()
    await page.getByLabel('Phone 2').fill('206 555 0143')
    await page.getByRole('button', { name: 'Add contact' }).click()
    // The button stands far below the place where this is said.
    await page.waitForFunction(() => {
      const said = document.getElementById('err-contact-hindrance')
      return said?.textContent?.includes('already know') && said.getBoundingClientRect().top >= 0
    })
    await page.getByLabel('This is somebody else').check()
    await page.getByRole('button', { name: 'Add contact' }).click()
    await page.waitForURL(/contacts\/[0-9a-f-]{36}$/)

    const contact = await workspace.contactNamed('Ann')
    assert.deepEqual(
      contact?.points.map(({ value }) => value),
      ['+12065550142', '+12065550143']
    )
  }).timeout(30_000)

  test('is told when somebody else was faster, and loses nothing', async ({
    browserContext,
    assert,
  }) => {
    const contact = await workspace.givenContact({ name: 'Ann' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, `/app/contacts/${contact.id}/edit`))
    await page.getByLabel('Last name').fill('Mine')
    await workspace.agency.inUnit(async () => {
      const theirs = await workspace.contact(contact.id)
      await theirs!.merge({ source: 'Theirs' }).saveSeen(1)
    })

    await page.getByRole('button', { name: 'Save contact' }).click()
    await page.getByText('Somebody saved this contact while you were writing').waitFor()
    await page.getByRole('cell', { name: 'Theirs' }).waitFor()
    assert.equal(await page.getByLabel('Last name').inputValue(), 'Mine')
    await page.getByRole('button', { name: 'Save contact' }).click()
    await page.waitForURL(`**/app/contacts/${contact.id}`)

    assert.equal((await workspace.contact(contact.id))?.name, 'Ann Mine')
  }).timeout(30_000)

  test('works off follow-ups on the first page', async ({ browserContext }) => {
    const contact = await workspace.givenContact({ name: 'Ann Lee', phone: '+12065550142' })
    const other = await workspace.givenContact({ name: 'Bo Kim' })
    await workspace.givenNextAction(contact, '2026-01-05')
    await workspace.givenNextAction(other, '2026-01-06')
    const page = await signIn(browserContext, workspace.agency, 'principal')

    const [first, second] = ['Ann Lee', 'Bo Kim'].map((name) =>
      page.getByRole('article').filter({ hasText: name })
    )
    await first.getByRole('link', { name: 'Call' }).click()
    await page.getByText('Added to the timeline').waitFor()
    await first.getByRole('button', { name: 'Done' }).click()
    await first.waitFor({ state: 'detached' })
    await page.locator('.toast', { hasText: 'Done.' }).getByRole('button', { name: 'Undo' }).click()
    await first.getByRole('button', { name: 'Done' }).click()
    await first.waitFor({ state: 'detached' })
    await second.locator('summary', { hasText: 'Later' }).click()
    await second.getByRole('button', { name: 'Tomorrow' }).click()

    await page.getByText('Nothing is waiting').waitFor()
  }).timeout(30_000)
})

/** Playwright calls a thing visible that the box around it cuts off; people do not. */
function isOnTop(thing: Element): boolean {
  const { x, y, width, height } = thing.getBoundingClientRect()
  return document.elementFromPoint(x + width / 2, y + height / 2) === thing
}
