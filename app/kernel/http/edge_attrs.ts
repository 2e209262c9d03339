import { edgeGlobals } from 'edge.js'

type Attributes = Record<string, unknown>

const NEEDS_ESCAPE = /["&'<>`]/

/**
 * Attributes of one element. Null, undefined and false leave an attribute out, true writes its
 * bare name, a list is joined by spaces; 0 and the empty string are values like any other.
 * An element of htmx gets the page's nonce, without which its hx-* would be stripped.
 */
export function attrs(
  this: { cspNonce?: string } | void,
  ...sources: (Attributes | null | undefined)[]
) {
  const merged: Attributes =
    sources.length === 1 ? (sources[0] ?? {}) : Object.assign({}, ...sources)
  let html = ''
  for (const name in merged) html += writeAttribute(name, merged[name])
  if (html.includes(' hx-') && !merged['hx-nonce']) {
    html += writeAttribute('hx-nonce', this?.cspNonce)
  }
  return edgeGlobals.html.safe(html.slice(1))
}

/** Written for every element of every row: plain values take the shortest way. */
function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return ` ${name}`
  if (Array.isArray(value)) return writeList(name, value)
  return ` ${name}="${escaped(String(value))}"`
}

function writeList(name: string, values: unknown[]): string {
  const text = values.filter(Boolean).join(' ')
  return text === '' ? '' : ` ${name}="${escaped(text)}"`
}

function escaped(text: string): string {
  return NEEDS_ESCAPE.test(text) ? edgeGlobals.html.escape(text) : text
}
