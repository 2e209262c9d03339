const WORD = /[\p{L}\p{N}\p{M}]+/gu
const NUMBER = /^[\s+()./-]*\d[\d\s+()./-]*$/
const MOST_WORDS = 8

/** The words of a text, without marks between them: an address or a number becomes several. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/** What was typed, as the three ways of finding need it. */
export interface Sought {
  whole: string
  /** Every word may be the beginning of one of the record's. */
  beginnings: string
  /** The same, of words in its title. */
  inTitle: string
  /** The digits of what looks like a telephone number, without the zero before it; else null. */
  digits: string | null
}

/** null when too little was typed to look for. */
export function soughtBy(typed: string): Sought | null {
  const whole = typed.trim().replace(/\s+/g, ' ').slice(0, 120)
  const words = wordsOf(whole).slice(0, MOST_WORDS)
  if (words.length === 0 || whole.length < 2) return null
  const every = (mark: string) => words.map((word) => `${word}:${mark}`).join(' & ')
  return { whole, beginnings: every('*'), inTitle: every('*A'), digits: digitsOf(whole) }
}

function digitsOf(text: string): string | null {
  if (!NUMBER.test(text)) return null
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : null
}
