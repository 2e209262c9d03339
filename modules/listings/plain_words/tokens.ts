import { plainText } from '#kernel/markets/plain_text'

/** A sentence about a home is shorter; what is longer is cut here, so that nobody can be slow. */
export const LONGEST_TEXT = 600

export interface Token {
  /** In lower case, as the lexicon has it. */
  text: string
  start: number
  end: number
  /** The number that it is. */
  value?: number
}

/** "1,5 million", "1.200.000", "120 000.00", "1,25,000.50", ".5 acre" and "Rs.5000", "<=": the first that fits. */
const TOKENS = new RegExp(
  [
    String.raw`\d+(?:st|nd|rd|th)(?!\p{L})`,
    String.raw`\d+,\d{1,2}(?=\s?(?:k|m|mil|mill|mn|million|l|lac|lakh|cr|crore)s?(?!\p{L}))`,
    String.raw`\d{1,3}(?:\.\d{3}){2,}(?![\d.])`,
    String.raw`\d{1,3}(?: \d{3})+(?:\.\d{1,2})?(?!\.?\d|\p{L})`,
    String.raw`\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\p{L})\.\d+`,
    String.raw`[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[<>]=|[$₹€£+\-/&,~%<>≤≥]`,
  ].join('|'),
  'giu'
)

/** A comma before less than thousands, at the end. */
const DECIMAL_COMMA = /(?<=^\d+),(?=\d{1,2}$)/

const SHORT_FORMS: Record<string, string> = {
  mt: 'mount',
  prk: 'park',
  pk: 'park',
  hts: 'heights',
  hgts: 'heights',
  rd: 'road',
  ngr: 'nagar',
  hse: 'house',
  wth: 'with',
  n: 'and',
}

/** The text that tokens count in: without invisible and control characters, and not too long. */
export function readable(text: string): string {
  const visible = text.slice(0, 2 * LONGEST_TEXT).replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
  return plainText(visible)
    .replaceAll(/[’‘`´]/g, "'")
    .slice(0, LONGEST_TEXT)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** Words, numbers and the signs that mean something; a hyphen inside a word is none of them. */
export function tokensOf(text: string): Token[] {
  const tokens = [...text.matchAll(TOKENS)].map((match) => tokenOf(match[0], match.index))
  return tokens.filter((token, index) => !isHyphen(token, tokens[index - 1], tokens[index + 1]))
}

/** The key under which the lexicon knows these words. */
export function phraseKey(words: string): string {
  const tokens = tokensOf(plainText(words))
  return tokens.map(({ text }) => text).join(' ')
}

function tokenOf(raw: string, start: number): Token {
  const end = start + raw.length
  const lower = raw.toLowerCase()
  if (!/^[\d.][\d.,\s]*$/.test(raw)) return { text: SHORT_FORMS[lower] ?? lower, start, end }
  const plain = raw.replace(DECIMAL_COMMA, '.').replaceAll(/[,\s]/g, '')
  const digits = /\..*\./.test(plain) ? plain.replaceAll('.', '') : plain
  return { text: digits, start, end, value: Number(digits) }
}

function isHyphen(token: Token, before?: Token, after?: Token): boolean {
  if (token.text !== '-' || !before || !after) return false
  const isInside = before.end === token.start && token.end === after.start
  return isInside && (isWord(before) || before.value !== undefined) && isWord(after)
}

function isWord({ text }: Token): boolean {
  return /^\p{L}/u.test(text)
}
