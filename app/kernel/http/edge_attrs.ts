import { edgeGlobals } from 'edge.js'

type Attributes = Record<string, unknown>

/**
 * Attributes of one element. Null, undefined and false leave an attribute out, true writes its
 * bare name, a list is joined by spaces; 0 and the empty string are values like any other.
 * An element of htmx gets the page's nonce, without which its hx-* would be stripped.
 */
export function attrs(this: { cspNonce?: string } | void, ...sources: (Attributes | undefined)[]) {
  const merged: Attributes = Object.assign({}, ...sources)
  const written = Object.entries(merged).map(writeAttribute).filter(Boolean)
  if (!merged['hx-nonce'] && written.some((one) => one.startsWith('hx-'))) {
    written.push(writeAttribute(['hx-nonce', this?.cspNonce]))
  }
  return edgeGlobals.html.safe(written.join(' '))
}

function writeAttribute([name, value]: [string, unknown]): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return name
  const text = Array.isArray(value) ? value.filter(Boolean).join(' ') : String(value)
  return text === '' && Array.isArray(value) ? '' : `${name}="${edgeGlobals.html.escape(text)}"`
}
