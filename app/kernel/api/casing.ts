/** Objects whose keys are the agency's own words, not ours. */
const OPAQUE = new Set(['custom'])

/**
 * `first_name` as programs write it, to `firstName` as validators know it; as deep as it goes.
 * `firstName` itself is no name here: two spellings of one field could contradict each other.
 */
export function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys)
  if (value === null || typeof value !== 'object') return value
  const named = Object.entries(value).filter(([key]) => !/[A-Z]/.test(key))
  return Object.fromEntries(
    named.map(([key, inner]) => [camel(key), OPAQUE.has(key) ? inner : camelKeys(inner)])
  )
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
