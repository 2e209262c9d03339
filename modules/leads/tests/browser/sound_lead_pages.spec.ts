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
import { LeadsWorkspace } from '../workspace.ts'

const LONG = 'Maximilian Alexander Featherstonehaugh-Cholmondeley of the Isles'

test.group('The pages of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('are sound: valid, accessible, within their policy, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of paths) {
      const response = await page.goto(addressAt(workspace.agency, path))
      findings.push(
        ...[...(await markupFindings(await response!.text())), ...(await flaws(page))].map(
          (finding) => `${path}: ${finding}`
        )
      )
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(90_000)

  test('can be read in the dark', async ({ browserContext, assert }) => {
    const [, list, , , , , board, , record] = await given(workspace)
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.emulateMedia({ colorScheme: 'dark' })
    const findings: string[] = []
    for (const path of [list, board, record]) {
      await page.goto(addressAt(workspace.agency, path))
      findings.push(...(await accessibilityFindings(page)))
    }

    assert.deepEqual(findings, [])
  }).timeout(60_000)

  test('can be used without scripts: added, called, taken on, lost and reopened', async ({
    browser,
    assert,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/leads/create'))
    await page.getByLabel('Name').fill('Ruto Moyo')
    await page.getByRole('button', { name: 'Add lead' }).click()
    await page.getByRole('button', { name: 'Mark as contacted' }).click()
    await page.getByRole('button', { name: 'Mark as qualified' }).waitFor()
    await page.getByText('Lost …').click()
    await page.getByLabel('Why it is lost').selectOption('price')
    await page.getByRole('button', { name: 'Mark as lost' }).click()
    await page.getByLabel('Why it is reopened').fill('They called back')
    await page.getByRole('button', { name: 'Reopen' }).click()
    await page.getByRole('button', { name: 'Mark as qualified' }).click()
    await page.getByRole('button', { name: 'Start negotiation' }).waitFor()

    const lead = await workspace.leadNamed('Ruto Moyo')
    assert.deepEqual(await workspace.steps(lead!.id), [
      'new → contacted',
      'contacted → lost',
      'lost → contacted',
      'contacted → qualified',
    ])
    await context.close()
  }).timeout(30_000)

  test('let a card be moved by its buttons and dragged into a column', async ({
    browserContext,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'Ruto Moyo', facts: { status: 'contacted' } })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/leads/board'))
    await page.getByRole('button', { name: /Ruto Moyo.*Qualified/ }).press('Enter')
    await column(page, 'Qualified').getByText('Ruto Moyo').waitFor()
    await page.locator('.board-card').dragTo(column(page, 'Showing'))
    await column(page, 'Showing').getByText('Ruto Moyo').waitFor()

    assert.equal((await workspace.lead(lead.id))!.status, 'qualified')
  }).timeout(30_000)

  test('change a status where it stands in the list', async ({ browserContext, assert }) => {
    const lead = await workspace.givenLead({ name: 'Ruto Moyo' })
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/leads'))
    await page.locator(`#lead-status-${lead.id} select`).selectOption('contacted')
    await page
      .locator(`#lead-status-${lead.id} option[value=qualified]`)
      .waitFor({ state: 'attached' })
    await page.locator(`#lead-status-${lead.id} select`).selectOption('qualified')
    await page
      .locator(`#lead-status-${lead.id} option[value=negotiation]`)
      .waitFor({ state: 'attached' })

    assert.equal((await workspace.lead(lead.id))!.status, 'qualified')
  }).timeout(30_000)
})

function column(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true })
}

/** Judged when the side panel has arrived and stands still. */
async function flaws(page: Page): Promise<string[]> {
  if (page.url().includes('open=')) {
    const panel = page.locator('#panel')
    await panel.locator('[data-panel-title]').waitFor()
    await panel.evaluate((element) =>
      Promise.all(element.getAnimations().map((animation) => animation.finished))
    )
  }
  const found = await accessibilityFindings(page)
  await page.setViewportSize(NARROW)
  if (!(await fitsWidth(page))) found.push('sticks out')
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

/** Leads with all that can be shown of them, and every page that shows it. */
async function given(workspace: LeadsWorkspace): Promise<string[]> {
  await workspace.givenLeads(26)
  const contact = await workspace.givenContact({ name: LONG, phone: '+12065550142' })
  const lead = await workspace.givenLead({
    name: LONG,
    contactId: contact.id,
    phone: '+12065550142',
    email: 'maximilian.alexander.featherstonehaugh@a-very-long-address.example',
    tags: ['VIP', LONG.slice(0, 40)],
    source: LONG,
    intent: 'sell',
    askingPrice: 123_456_789_00,
    message: LONG.repeat(4),
    address: { line: LONG, city: 'Tacoma' },
    sourceDetail: {
      utm: { campaign: LONG },
      firstPage: '/',
      referrer: `https://${'long'.repeat(30)}.example`,
    },
  })
  await workspace.givenCall(lead, 'principal', '2026-01-05')
  const lost = await workspace.givenLead({ facts: { status: 'lost', lostReason: 'price' } })
  const ready = await workspace.givenLead({ facts: { status: 'negotiation' } })
  const record = `/app/leads/${lead.id}`
  return [
    '/app',
    '/app/leads?sort=-priority',
    '/app/leads?cols=tags&cols=next&cols=email&cols=created&cols=quality',
    `/app/leads?open=${lead.id}`,
    '/app/leads?as=filters',
    '/app/leads?status=deleted',
    '/app/leads/board',
    '/app/leads/sources',
    '/app/leads/statistics',
    record,
    `${record}/edit`,
    `${record}/listing/create`,
    `/app/leads/${lost.id}`,
    `/app/leads/${ready.id}/conversion/create`,
    '/app/leads/create',
    '/app/leads/waiting',
    '/app/leads/exports',
    '/app/leads/imports',
    '/app/leads/imports/create',
    '/app/settings/lead-details',
    `/app/contacts/${contact.id}`,
  ]
}
