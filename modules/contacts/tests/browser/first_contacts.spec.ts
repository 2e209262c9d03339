import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { deleteAgency } from '#kernel/fleet/deletion'
import { dependantsOf } from '#kernel/modules/module_registry'
import { coreSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import {
  Complaints,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  NARROW,
  signIn,
} from '#tests/support/page_visits'
import { startWorker } from '#tests/support/start_worker'
import { Workspace } from '#tests/support/workspace'

const LIST = app.makePath('modules/contacts/tests/fixtures/google.csv')

/** From an empty page to the list of a phone, checked and taken in. */
async function importList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Import', exact: true }).first().click()
  await page.locator('input[type=file]').setInputFiles(LIST)
  await page.getByRole('button', { name: 'Upload list' }).click()
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.getByRole('link', { name: /^Show the/ }).click()
}

/** Contacts cannot be switched off while other modules work with them. */
async function switchOffDependants(agency: TestAgency): Promise<void> {
  const { switchedOn } = await agency.tenant()
  for (const module of dependantsOf('contacts', switchedOn))
    await agency.switchModule(module, 'off')
}

test.group('A newcomer', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('signs an agency up and has the contacts of a phone in it', async ({
    browserContext,
    assert,
    cleanup,
  }) => {
    await startWorker(cleanup)
    cleanup(async () => {
      const { rows } = await coreSql<{ id: string }>(
        `select id from tenants where slug = 'first-steps'`
      )
      if (rows[0]) await deleteAgency(rows[0].id)
    })
    const page = await browserContext.newPage()
    const complaints = await Complaints.of(page)
    await page.goto(`http://freehold.localhost:${process.env.PORT}/sign-up`)
    await page.getByLabel('Name of the agency').fill('First Steps Realty')
    await page.getByLabel('Web address').fill('first-steps')
    await page.getByLabel('Your name').fill('Ann Lee')
    await page.getByLabel('E-mail').fill('ann@first-steps.example')
    await page.getByLabel('Password', { exact: true }).fill('a long walk by the sea')
    await page.getByRole('button', { name: 'Open my agency' }).click()
    await page.waitForURL('http://first-steps.freehold.localhost:*/app')

    await page.getByRole('link', { name: 'Contacts', exact: true }).first().click()
    await importList(page)

    await page.getByRole('link', { name: 'Tendai Moyo' }).first().click()
    await page.getByText('tendai.moyo@example.com').first().waitFor()
    assert.deepEqual(complaints.all, [])
  }).timeout(60_000)
})

test.group('The contacts in a browser', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('are gone from one window when the module is switched off in another', async ({
    browser,
    assert,
  }) => {
    const [one, other] = await Promise.all([browser.newContext(), browser.newContext()])
    const admin = await signIn(one, workspace.agency, 'principal')
    const agent = await signIn(other, workspace.agency, 'senior_agent')
    await agent.getByRole('link', { name: 'Contacts', exact: true }).first().click()
    await agent.waitForURL('**/app/contacts')

    await switchOffDependants(workspace.agency)
    await admin.goto(addressAt(workspace.agency, '/app/settings/modules'))
    await admin.getByRole('button', { name: 'Switch off Contacts' }).click()
    await admin.getByRole('button', { name: 'Switch on Contacts' }).waitFor()

    const answer = await agent.reload()
    assert.equal(answer?.status(), 404)
    assert.equal(await agent.getByRole('link', { name: 'Contacts', exact: true }).count(), 0)
    await Promise.all([one.close(), other.close()])
  }).timeout(30_000)

  test('are made, found and changed by keyboard and without a script alike', async ({
    browser,
    assert,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'principal')
    await page.goto(addressAt(workspace.agency, '/app/contacts/create'))
    await page.getByLabel('First name').fill('Ngozi')
    await page.getByLabel('Last name').fill('Adebayo-Fitzwilliam')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/app\/contacts\/[0-9a-f-]{36}$/)

    await page.goto(addressAt(workspace.agency, '/app/contacts?q=adebayo'))
    assert.equal(await page.getByRole('link', { name: /Ngozi Adebayo-Fitzwilliam/ }).count(), 1)
    await context.close()
  }).timeout(30_000)

  test('are sound pages: accessible, within their policy, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const found: string[] = []
    for (const path of [
      '/app/contacts',
      '/app/contacts/create',
      '/app/contacts/imports',
      '/app/contacts/imports/create',
    ]) {
      await page.goto(addressAt(workspace.agency, path))
      found.push(...(await accessibilityFindings(page)).map((finding) => `${path}: ${finding}`))
      await page.setViewportSize(NARROW)
      if (!(await fitsWidth(page))) found.push(`${path}: sticks out`)
      await page.setViewportSize({ width: 1440, height: 900 })
    }

    assert.deepEqual([...found, ...complaints.all], [])
  }).timeout(60_000)
})
