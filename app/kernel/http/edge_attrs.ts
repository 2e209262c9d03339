import { edgeGlobals } from 'edge.js'

type Attributes = Record<string, unknown>

/**
 * Attributes of one element. Null, undefined and false leave an attribute out, true writes its
 * bare name, a list is joined by spaces; 0 and the empty string are values like any other.
 */
export function attrs(...sources: (Attributes | undefined)[]) {
  const written = Object.entries(Object.assign({}, ...sources) as Attributes).map(writeAttribute)
  return edgeGlobals.html.safe(written.filter(Boolean).join(' '))
}

function writeAttribute([name, value]: [string, unknown]): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return name
  const text = Array.isArray(value) ? value.filter(Boolean).join(' ') : String(value)
  return `${name}="${edgeGlobals.html.escape(text)}"`
}
