import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page } from 'playwright'
import type { StaffRole } from '#app/members'
import { PASSWORD, type TestAgency } from './agency.ts'

const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }

const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // The same address twice on a page (menu and text) is no error in an app.
    'no-redundant-for': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'void-style': 'off',
    // htmx and Alpine bring attributes of their own.
    'no-unknown-attributes': 'off',
  },
})

/** What went wrong on a page without anybody asking: broken policies and uncaught errors. */
export class Complaints {
  readonly all: string[] = []

  static async of(page: Page): Promise<Complaints> {
    const complaints = new Complaints()
    page.on('pageerror', (error) => complaints.all.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.all.push(message.text())
    })
    await page.exposeFunction('tellViolation', (text: string) => complaints.all.push(text))
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void }
        tellViolation(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
      })
    })
    return complaints
  }
}

export function addressAt(agency: TestAgency, path: string): string {
  return `http://${agency.host}:${process.env.PORT}${path}`
}

/** A page on which this person has signed in by the form: a telephone's where the context is one, else a wide one. */
export async function signIn(
  context: BrowserContext,
  agency: TestAgency,
  role: StaffRole
): Promise<Page> {
  const page = await context.newPage()
  if (page.viewportSize()?.width !== NARROW.width) await page.setViewportSize(WIDE)
  await page.goto(addressAt(agency, '/login'))
  await page.getByLabel('E-mail').fill(agency.email(role))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/app')
  return page
}

/** The serious and critical findings of axe, one line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Half-way through a transition, colours are nobody's choice.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity
      )
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`
    )
}

/** What html-validate says about a page as the server sent it. */
export async function markupFindings(text: string): Promise<string[]> {
  const report = await html.validateString(text)
  return report.results.flatMap((result) =>
    result.messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`)
  )
}

/** True when nothing sticks out sideways. */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth
  )
}
