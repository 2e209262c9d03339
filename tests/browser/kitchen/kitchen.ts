import { randomUUID } from 'node:crypto'
import i18nManager from '@adonisjs/i18n/services/main'
import edge from 'edge.js'
import type { BrowserContext, Page, Request, Route } from 'playwright'
import { type Answer, answerTo } from './answers.ts'

edge.mount('kitchen', new URL('.', import.meta.url))

const COLOURS = { primary: '#1f5fa8', primaryContent: '#ffffff' }
const MENU = [
  { label: 'People', icon: 'users', url: '/app/people' },
  { label: 'Deals', icon: 'handshake', url: '/app/deals' },
]

/** What was sent back with the page after a plain post: messages and what was typed. */
class Flash {
  constructor(private readonly kept: Record<string, unknown> = {}) {}

  get(path: string, otherwise?: unknown): unknown {
    const step = (from: unknown, key: string) => (from as Record<string, unknown>)?.[key]
    return path.split('.').reduce<unknown>(step, this.kept) ?? otherwise
  }
}

/**
 * Pages made of the kit alone, answered inside the browser: no route and no module, but the real
 * components, styles, scripts and policy. `sent` keeps what the browser posted.
 */
export class Kitchen {
  readonly sent: URLSearchParams[] = []
  readonly host = `http://kitchen.freehold.localhost:${process.env.PORT}`

  constructor(readonly page: Page) {}

  static async in(page: Page): Promise<Kitchen> {
    const kitchen = new Kitchen(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.route('**/app/**', (route) => kitchen.#serve(route))
    return kitchen
  }

  static async at(path: string, context: BrowserContext): Promise<Kitchen> {
    const kitchen = await Kitchen.in(await context.newPage())
    await kitchen.open(path)
    return kitchen
  }

  async open(path: string): Promise<string> {
    const answer = await this.page.goto(`${this.host}${path}`)
    return (await answer?.text()) ?? ''
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request()
    if (request.method() !== 'GET') this.sent.push(bodyOf(request))
    const nonce = randomUUID()
    const { status = 200, view, state = {}, flash } = answerTo(request, this.sent.at(-1))
    const renderer = edge.createRenderer().share(this.#surroundings(request, nonce, flash))
    await route.fulfill({
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(nonce),
      },
      body: view ? await renderer.render(view, state) : '',
    })
  }

  #surroundings(request: Request, nonce: string, flash: Answer['flash']): Record<string, unknown> {
    const url = new URL(request.url())
    const i18n = i18nManager.locale('en')
    return {
      t: i18n.t.bind(i18n),
      i18n,
      cspNonce: nonce,
      csrfToken: 'token',
      csrfField: () => edge.globals.html.safe('<input type="hidden" name="_csrf" value="token">'),
      request: { url: () => url.pathname, qs: () => valuesOf(url) },
      flashMessages: new Flash(flash),
      shell: shellAt(url),
    }
  }
}

function bodyOf(request: Request): URLSearchParams {
  const type = request.headers()['content-type'] ?? ''
  return type.includes('urlencoded')
    ? new URLSearchParams(request.postData() ?? '')
    : new URLSearchParams()
}

function valuesOf(url: URL): Record<string, string | string[]> {
  const several = (key: string) => url.searchParams.getAll(key)
  return Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((key) => [
      key,
      several(key).length > 1 ? several(key) : several(key)[0]!,
    ])
  )
}

function shellAt(url: URL) {
  const undo = { url: '/app/undo', label: 'Undo' }
  return {
    agency: { name: 'Kitchen', slug: 'kitchen', initials: 'K', ...COLOURS, logoUrl: null },
    actor: { name: 'Ada Moyo', role: 'principal', initials: 'AM', can: () => true },
    menu: MENU.map((entry) => ({ ...entry, current: url.pathname.startsWith(entry.url) })),
    settingsUrl: '/app/form',
    agencies: [],
    theme: 'system',
    createMenu: [{ label: 'Person', icon: 'user-plus', url: '/app/form' }],
    toasts: url.searchParams.has('done') ? [{ kind: 'success', text: 'Archived.', undo }] : [],
    impersonation: null,
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')
}
