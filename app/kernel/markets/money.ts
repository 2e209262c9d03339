import { plainText } from './plain_text.ts'
import { problem, type Problem } from './problem.ts'

export type MoneyReading = { ok: true; minor: number } | { ok: false; problem: Problem }

type WrittenAmount = { whole: string; decimals: string; marks: string[] }

const LONGEST_AMOUNT = 60

const MULTIPLIERS: Record<string, bigint> = {
  ...same(1_000n, 'K THOUSAND THOUSANDS'),
  ...same(100_000n, 'L LAC LACS LAKH LAKHS लाख'),
  ...same(1_000_000n, 'M MM MN MIL MIO MILL MILLION MILLIONS'),
  ...same(10_000_000n, 'C CR CRORE CRORES करोड़'.normalize('NFKC')),
  ...same(1_000_000_000n, 'B BN BILLION BILLIONS'),
}

const SIGNS: Record<string, string> = {
  ...same('USD', '$ US$ U$ USD DOLLAR DOLLARS'),
  ...same('INR', '₹ RS RE INR RUPEE RUPEES'),
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/**
 * Reads an amount as people write it ("250,000", "$1.2m", "45 lakh", "₹75,00,000/-") into minor
 * units of `currency` (ISO 4217). Arithmetic is exact. A problem is what would have to be rounded
 * or guessed ("10.005", "1,50", "1.200.000"), what names another currency, what is negative, and
 * what is beyond a safe integer.
 */
export function readMoney(text: string, currency: string): MoneyReading {
  const plain = plainText(text).toUpperCase()
  if (plain === '') return refused('empty')
  const amount = takenApart(plain.replace(/\s*\/-$/, ''))
  if (!amount) return refused('unclear', { currency })
  const fault = faultOfMarks(amount.marks, currency)
  return fault ? refused(fault, { currency }) : counted(amount, currency)
}

/** Writes minor units of `currency` exactly, in the grouping of `locale`: "₹75,00,000.00". */
export function formatMoney(minor: number | bigint, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(majorUnits(minor, currency))
}

/** As `formatMoney`, but "$250,000" where there are no cents: for prices and budgets. */
export function formatPrice(minor: number | bigint, currency: string, locale: string): string {
  const trailingZeroDisplay = 'stripIfInteger'
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay })
  return format.format(majorUnits(minor, currency))
}

/** "$740K": where there is no room for more, as on a map. */
export function shortPrice(minor: number | bigint, currency: string, locale: string): string {
  const style = { style: 'currency', currency, notation: 'compact' } as const
  const format = new Intl.NumberFormat(locale, { ...style, maximumSignificantDigits: 3 })
  return format.format(majorUnits(minor, currency))
}

/** The plain decimal number for a form field: "250000.50". `readMoney` takes it back. */
export function majorUnits(minor: number | bigint, currency: string): Intl.StringNumericLiteral {
  const decimals = decimalsOf(currency)
  const digits = String(BigInt(minor))
    .replace('-', '')
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${minor < 0 ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral
}

/** How many decimals ISO 4217 gives `currency`. Throws a RangeError for what is no currency code. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 0
}

/** The one number in `text` and the words and signs around it; undefined where that is not so. */
function takenApart(text: string): WrittenAmount | undefined {
  if (text.length > LONGEST_AMOUNT) return undefined
  const [number, ...others] = text.match(/\d(?:[\d,' ]*\d)?(?:\.\d*)?|\.\d+/g) ?? []
  if (number === undefined || others.length > 0) return undefined

  const [whole, decimals] = number.split('.') as [string, string | undefined]
  if (!isGrouped(whole)) return undefined
  const marks = text.replace(number, ' ').match(/[\p{L}\p{M}]+\$?|[^\s.]/gu)
  return { whole: whole.replaceAll(/\D/g, ''), decimals: decimals ?? '', marks: marks ?? [] }
}

/** Plain digits, or groups as the West (250,000) or India (2,50,000) writes them. */
function isGrouped(whole: string): boolean {
  return /^(\d*|\d{1,3}(([,' ])\d{3})(\3\d{3})*|\d{1,2}(([,' ])\d{2})(\6\d{2})*\6\d{3})$/.test(
    whole
  )
}

function faultOfMarks(marks: string[], currency: string): string | undefined {
  const stranger = marks.find((mark) => SIGNS[mark] !== currency && !(mark in MULTIPLIERS))
  if (stranger === '-' || stranger === '(') return 'negative'
  if (stranger !== undefined) return isMoneySign(stranger) ? 'other_currency' : 'unclear'
  return marks.filter((mark) => mark in MULTIPLIERS).length > 1 ? 'unclear' : undefined
}

function isMoneySign(mark: string): boolean {
  return mark in SIGNS || CURRENCIES.has(mark) || /\p{Sc}/u.test(mark) || mark === 'ZIG'
}

function counted({ whole, decimals, marks }: WrittenAmount, currency: string): MoneyReading {
  const word = marks.find((mark) => mark in MULTIPLIERS)
  const places = decimalsOf(currency)
  if (!word && decimals.length > places) return refused('too_precise', { places })

  const multiplier = word ? MULTIPLIERS[word]! : 1n
  const scaled = BigInt(whole + decimals) * multiplier * 10n ** BigInt(places)
  const divisor = 10n ** BigInt(decimals.length)
  if (scaled % divisor !== 0n) return refused('too_precise', { places })

  const minor = scaled / divisor
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return refused('too_large')
  return { ok: true, minor: Number(minor) }
}

function refused(reason: string, params: Problem['params'] = {}): MoneyReading {
  return { ok: false, problem: problem(`money.${reason}`, params) }
}

function same<Value>(value: Value, words: string): Record<string, Value> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]))
}
