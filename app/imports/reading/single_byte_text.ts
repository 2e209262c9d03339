import chardet from 'chardet'
import iconv from 'iconv-lite'

const FIRST_CHOICES = ['windows-1252', 'macintosh']
const SURE = 60
const WORTH_TRYING = 20

/** The encoding in which text that is no Unicode reads most like words. */
export function singleByteEncodingOf(sample: Buffer): string {
  const guesses = chardet.analyse(sample).filter(({ name }) => isCandidate(name))
  const sure = guesses.filter(({ confidence }) => confidence >= SURE)
  const maybe = guesses.filter(({ confidence }) => confidence >= WORTH_TRYING)
  const candidates = [...sure.map(nameOf), ...FIRST_CHOICES, ...maybe.map(nameOf)]

  const scores = candidates.map((name) => wordlikeness(iconv.decode(sample, name)))
  return candidates[scores.indexOf(Math.max(...scores))] ?? 'windows-1252'
}

/** windows-1252 contains ISO-8859-1; Unicode was ruled out before. */
function isCandidate(name: string): boolean {
  return !/^(utf|ascii|iso-8859-1$|windows-1252)/i.test(name) && iconv.encodingExists(name)
}

function nameOf({ name }: { name: string }): string {
  return name
}

/** Sums up how well each character beyond ASCII sits between its neighbours. */
function wordlikeness(text: string): number {
  const foreign = text.matchAll(/(?<=(^|[^]))(\P{ASCII})(?=([^]|$))/gu)
  return foreign.reduce((sum, [, before = '', mark = '', after = '']) => {
    return (
      sum + (/\p{L}/u.test(mark) ? letterFit(mark, before, after) : signFit(mark, before, after))
    )
  }, 0)
}

function letterFit(letter: string, before: string, after: string): number {
  const isCapital = /\p{Lu}/u.test(letter)
  if (isCapital && /\p{Ll}/u.test(before)) return -2
  if (!isCapital && /\p{Lu}/u.test(after)) return -2
  if (/\p{L}/u.test(before)) return 2
  return /\p{L}/u.test(after) ? 1 : -1
}

/** Apostrophes stand in words, quotes and dashes around them, other signs seldom anywhere. */
function signFit(sign: string, before: string, after: string): number {
  const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
  if (sign === '’') return isInside ? 2 : 0
  if (/[‘“”–—…•€£©®™°\u00a0]/.test(sign)) return isInside ? 0 : 1
  return isInside ? -3 : -1
}
