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
import { Workspace } from '#tests/support/workspace'

const WORKSPACE = [
  '/app',
  '/app/settings',
  '/app/settings/agency',
  '/app/settings/modules',
  '/app/settings/members',
  '/app/settings/api-keys',
  '/app/settings/api-keys/create',
]
const PUBLIC = ['/login', '/password/forgotten', '/portal', '/api/docs']
const apex = (path: string) => `http://freehold.localhost:${process.env.PORT}${path}`

/** One line for each thing that is wrong with the page as it stands. */
async function findings(page: Page, address: string, complaints: Complaints): Promise<string[]> {
  const answer = await page.goto(address)
  const found = [
    ...(answer?.status() === 200 ? [] : [`status ${answer?.status()}`]),
    ...(await markupFindings((await answer?.text()) ?? '')),
    ...(await accessibilityFindings(page)),
  ]
  await page.setViewportSize(NARROW)
  if (!(await fitsWidth(page))) found.push('sticks out at 390 px')
  await page.setViewportSize({ width: 1440, height: 900 })
  return [...found, ...complaints.all.splice(0)].map(
    (finding) => `${new URL(address).pathname}: ${finding}`
  )
}

test.group("The host's pages", (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('are sound for everybody who is not signed in', async ({ browserContext, assert }) => {
    const page = await browserContext.newPage()
    const complaints = await Complaints.of(page)
    const addresses = [
      ...PUBLIC.map((path) => addressAt(workspace.agency, path)),
      apex('/'),
      apex('/sign-up'),
    ]

    const found: string[] = []
    for (const address of addresses) found.push(...(await findings(page, address, complaints)))

    assert.deepEqual(found, [])
  })

  test('are sound in the workspace', async ({ browserContext, assert }) => {
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)

    const found: string[] = []
    for (const path of WORKSPACE)
      found.push(...(await findings(page, addressAt(workspace.agency, path), complaints)))

    assert.deepEqual(found, [])
  })

  test('open and close by keyboard alone: the palette finds a page and leads there', async ({
    browserContext,
    assert,
  }) => {
    const page = await signIn(browserContext, workspace.agency, 'principal')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor({ state: 'visible' })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    assert.isTrue(await page.evaluate(() => document.activeElement !== null))
  })

  test('sign a person in and out without JavaScript', async ({ browser, assert }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await signIn(context, workspace.agency, 'senior_agent')

    assert.equal(new URL(page.url()).pathname, '/app')
    await context.close()
  })
})
