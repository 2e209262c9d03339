import { attrs } from './edge_attrs.ts'

interface ViewState {
  request?: { url(withQuery?: boolean): string; qs(): Record<string, unknown> }
  cspNonce?: string
}

/** Where one stands in a list: a new filter or order starts again at the first page. */
const PLACES = new Set(['page', 'after', 'before', 'open', 'as'])

/** This page's address with other query values; null takes one out. */
export function urlWith(this: ViewState, changes: Record<string, unknown>): string {
  const values = { ...this.request?.qs(), ...changes }
  const query = new URLSearchParams()
  for (const key in values) {
    if (key in changes || !PLACES.has(key)) append(query, key, values[key])
  }
  const search = query.toString()
  return `${this.request?.url() ?? ''}${search ? `?${search}` : ''}`
}

function append(query: URLSearchParams, key: string, value: unknown): void {
  if (Array.isArray(value)) return value.forEach((one) => append(query, key, one))
  if (value !== null && value !== undefined && value !== '') query.append(key, String(value))
}

/** The attributes of a link that changes a list in place, and the address bar with it. */
export function listLink(this: ViewState, url: string, list: string) {
  return attrs.call(this, {
    'href': url,
    'hx-get': url,
    'hx-target': `#${list}`,
    'hx-swap': 'outerMorph',
    'hx-push-url': 'true',
    'hx-preload': 'mousedown',
  })
}

/** The attributes of a link between pages: the body changes, styles and scripts stay. */
export function pageLink(this: ViewState, url: string, current = false) {
  return attrs.call(this, {
    'href': url,
    'aria-current': current ? 'page' : null,
    'hx-get': url,
    'hx-target': 'body',
    'hx-swap': 'outerSync',
    'hx-push-url': 'true',
    'hx-preload': 'mousedown',
  })
}
