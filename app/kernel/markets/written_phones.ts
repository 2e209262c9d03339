import type { CountryCode } from 'libphonenumber-js/max'
import { formatPhone } from './phones.ts'

const written = new Map<string, string>()

/** A number as people at home in `region` write it; lists show the same ones again and again. */
export function writtenPhone(e164: string, region: CountryCode): string {
  const key = `${region}${e164}`
  const known = written.get(key)
  if (known !== undefined) return known
  if (written.size > 20_000) written.clear()
  const text = formatPhone(e164, region)
  written.set(key, text)
  return text
}
