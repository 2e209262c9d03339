/** How lists write that there is nothing. */
const NOTHING = /^(n\/?a|none|nil|null|unknown|not available|no (phone|email)|[-–—.?]+|0+)$/i

const PRINTABLE_ASCII = /^[ -~]*$/

/**
 * The text that a person sees in a cell. Control characters go, as no database takes them. A text
 * that a program wrapped against formulas (`="0771"`, `'+263…`) comes out of its wrapping; a formula
 * stays text.
 */
export function cleanCell(cell: string): string {
  const text = PRINTABLE_ASCII.test(cell) ? cell.trim() : printable(cell)
  const wrapped = /^="([^"]*)"$/.exec(text)?.[1] ?? text
  return wrapped.replace(/^'(?=[=+\-@\t])/, '').trim()
}

function printable(cell: string): string {
  return cell
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** Tells whether a cell only says that it has no value. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** The values of a cell that holds several, as Google joins them: "a ::: b". Gaps keep their place. */
export function joinedValues(text: string): string[] {
  return text.split(/\s*:::\s*/)
}
