/**
 * What a person meant to type, whatever the keyboard, phone or web page made of it: digits of any
 * script become 0-9, full-width forms plain ones, every kind of space a space; invisible marks
 * (zero-width, direction) go.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Z}\s]+/gu, ' ')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .trim()
}

/** Unicode keeps the ten digits of every script in one run, from zero to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  let distance = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - distance - 1))) distance++
  return distance % 10
}
