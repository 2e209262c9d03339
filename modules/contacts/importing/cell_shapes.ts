/** What the text of a cell looks like, whatever its column is called. */
export type CellShape = 'email' | 'phone' | 'name'

const LONGEST = 254

export function shapeOf(text: string): CellShape | undefined {
  const cell = text.trim()
  if (cell.length > LONGEST) return undefined
  if (looksLikeEmail(cell)) return 'email'
  if (looksLikePhone(cell)) return 'phone'
  return looksLikeName(cell) ? 'name' : undefined
}

/** Tells a value from a heading: no column is called by an address or a number. */
export function isReachable(text: string): boolean {
  const shape = shapeOf(text)
  return shape === 'email' || shape === 'phone'
}

function looksLikeEmail(cell: string): boolean {
  return (
    /^(mailto:)?[^\s@,;]+@[^\s@,;]+\.\p{L}{2,}$/iu.test(cell) || /<[^\s@]+@[^\s@]+>$/.test(cell)
  )
}

/** Nine digits or more, or fewer with the marks of a phone number; dates and prices are neither. */
function looksLikePhone(cell: string): boolean {
  const number = cell.replace(/^="?|"$|^'/g, '').replace(/^(tel|ph|phone|mob|cell)[.:]*\s*/i, '')
  if (!/^[+(]?[\d٠-٩०-९][\d٠-٩०-९\s().+/-]*(\s*(x|ext\.?)\s*\d+)?$/i.test(number)) return false
  const digits = number.replace(/(x|ext).*$/i, '').replaceAll(/\D/g, '').length
  if (digits > 15 || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(number)) return false
  return digits >= 9 || (digits >= 7 && /^[+(0]|\d[\s-]\d/.test(number))
}

function looksLikeName(cell: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*(\s+[\p{L}'’.-]+){1,3}$/u.test(cell)
}
