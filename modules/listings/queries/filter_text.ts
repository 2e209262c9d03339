/** An address may repeat a value, and its commas are taken for a list: one text again. */
export function inOneText(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((part) => typeof part === 'string')
  return isList ? value.join(',') : value
}

/** The values of a filter that may have several. */
export function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 50)
}

/** Those of a filter's values that are words of ours. */
export function known(text: string, values: readonly string[]): string[] {
  return partsOf(text).filter((part) => values.includes(part))
}

export function isNumber(text: string): boolean {
  return /^\d{1,9}(\.\d{1,4})?$/.test(text)
}

export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[, ]/g, '')
  return isNumber(plain) ? Number(plain) : null
}
