/** Objects whose keys are the agency's own words, not ours. */
const OPAQUE = new Set(['custom'])

type Rename = (key: string) => string

/** `first_name` as programs write it, to `firstName` as validators know it; as deep as it goes. */
export function camelKeys(value: unknown): unknown {
  return renamed(value, camel)
}

export function snakeKeys(value: unknown): unknown {
  return renamed(value, snake)
}

/** Where in a body a field of a validator stands: `phones.0.number` is `#/phones/0/number`. */
export function pointerTo(field: string): string {
  return `#/${field.split('.').map(snake).join('/')}`
}

export function snake(word: string): string {
  return word.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function camel(word: string): string {
  return word.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function renamed(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      rename(key),
      OPAQUE.has(key) ? inner : renamed(inner, rename),
    ])
  )
}
