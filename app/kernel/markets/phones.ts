import {
  parsePhoneNumberWithError,
  ParseError,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import { isMarketKey, marketPack } from './packs.ts'
import { plainText } from './plain_text.ts'
import { problem, type Problem } from './problem.ts'

/** `unknown` where a country does not tell mobile and fixed numbers apart, as the US. */
type PhoneKind = 'mobile' | 'fixed' | 'unknown'

type ReadPhone = { ok: true; e164: string; kind: PhoneKind; extension?: string }
export type PhoneReading = ReadPhone | { ok: false; problem: Problem }

const LONGEST = 250

/**
 * Reads a phone number as people, phones and spreadsheets write it: spaces, dots, parentheses,
 * digits of any script, national with its leading zero or without, `00`, `+`, a country code
 * without a plus, `tel:` links and extensions. `region` is where a number without a country code is at
 * home. Only numbers that the numbering plan of their country knows are read; the problem of any
 * other is a sentence that says what is wrong with it.
 */
export function readPhone(text: string, region: CountryCode): PhoneReading {
  if (text.length > LONGEST) return { ok: false, problem: problem('phone.unreadable') }
  const written = tidied(text)
  const misfit = notANumber(written)
  if (misfit) return { ok: false, problem: misfit }

  const phone = [written, missingPlus(written, region)]
    .map((form) => parsed(form, region))
    .find(isValid)
  return phone ? read(phone) : { ok: false, problem: whatIsWrong(written, region) }
}

/**
 * An E.164 number as people at home in `region` read it: the national form for their own country,
 * the international one for others. What is no E.164 number comes back unchanged.
 */
export function formatPhone(e164: string, region: CountryCode): string {
  const phone = parsed(e164, region)
  if (!(phone instanceof Object)) return e164
  return phone.country === region ? phone.formatNational() : phone.formatInternational()
}

/** Address of a WhatsApp chat with an E.164 number, with `message` written into it. */
export function whatsappLink(e164: string, message?: string): string {
  const address = `https://wa.me/${e164.replaceAll(/\D/g, '')}`
  return message ? `${address}?text=${encodeURIComponent(message)}` : address
}

/** Address that makes a phone call an E.164 number. */
export function telLink(e164: string): string {
  return `tel:${e164}`
}

function tidied(text: string): string {
  return plainText(text)
    .replace(/^(tel|callto|sms|whatsapp):(\/\/)?/i, '')
    .replace(/^([^+;]+);.*phone-context=(\+\d+).*$/i, '$2 $1')
    .replace(/;ext=/i, ' x')
    .replace(/^\(?00(?=[1-9])/, '+')
}

/**
 * Contact lists write numbers from abroad without their plus (447911123456). Where the same digits
 * could as well be a number of `region` with a few too many, nothing is guessed.
 */
function missingPlus(written: string, region: CountryCode): string {
  const digits = written.replaceAll(/\D/g, '')
  if (digits.length < 11 || !/^[1-9]/.test(written) || !isMarketKey(region)) return written
  const atHome = parsed(digits.slice(0, marketPack(region).phone.mobileDigits), region)
  return isValid(atHome) ? written : `+${written}`
}

/** `parsed` answers a reason instead of throwing. */
function parsed(text: string, region: CountryCode): PhoneNumber | string {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry: region, extract: false })
  } catch (error) {
    if (error instanceof ParseError) return error.message
    throw error
  }
}

function isValid(phone: PhoneNumber | string): phone is PhoneNumber {
  return typeof phone !== 'string' && phone.isValid()
}

function read(phone: PhoneNumber): ReadPhone {
  const kinds: Partial<Record<string, PhoneKind>> = { MOBILE: 'mobile', FIXED_LINE: 'fixed' }
  const kind = kinds[phone.getType() ?? ''] ?? 'unknown'
  const known = { ok: true as const, e164: phone.number, kind }
  return phone.ext ? { ...known, extension: phone.ext } : known
}

function notANumber(written: string): Problem | undefined {
  if (written === '') return problem('phone.empty')
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(written)) return problem('phone.shortened')
  if (!/\d/.test(written)) return problem('phone.letters')
  const withoutExtension = written.replace(/\s*(;.*|[,;]?\s*(ext(ension|n)?|x|#)[.:\s]*\d+)$/i, '')
  return /\p{L}/u.test(withoutExtension) ? problem('phone.letters') : undefined
}

function whatIsWrong(written: string, region: CountryCode): Problem {
  const phone = parsed(written, region)
  if (phone === 'INVALID_COUNTRY') return problem('phone.no_such_country')
  const isAtHome = typeof phone === 'string' || phone.country === region || !written.startsWith('+')
  if (!isAtHome) return problem('phone.abroad', { calling_code: callingCode(phone) })
  const digits = typeof phone === 'string' ? written.replaceAll(/\D/g, '') : national(phone)
  return wrongAtHome(digits, region)
}

function wrongAtHome(digits: string, region: CountryCode): Problem {
  if (!isMarketKey(region)) return problem('phone.unreadable')
  const { mobileDigits } = marketPack(region).phone
  if (digits.length === mobileDigits) {
    return problem('phone.no_such_range', { country: region })
  }
  return problem('phone.wrong_length', { digits: digits.length, country: region })
}

function national(phone: PhoneNumber): string {
  return phone.nationalNumber.replace(/^0+/, '')
}

function callingCode(phone: PhoneNumber | string): string {
  return typeof phone === 'string' ? '' : phone.countryCallingCode
}
