import type { RowReader } from './row_reader.ts'

export type DraftName = {
  kind: 'person' | 'company'
  firstName: string | null
  lastName: string | null
  companyName: string | null
}

const LEGAL_FORMS =
  /(^|[\s,(])(ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|pvt|pty|plc|llp|gmbh)\b/i
const SUFFIXES = /^(jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq|cpa)\.?$/i
const PARTICLES =
  /^(van|von|vom|zu|zur|de|da|do|dos|das|di|del|della|la|le|du|der|den|ter|ten|bin|binti|ibn|al|el|st\.?)$/

/** Who a row is about: a person, or a company where no person is named. */
export function draftName(reader: RowReader): DraftName {
  const company = reader.text('company')
  const whole = reader.text('full_name')
  const first = joined([reader.text('first_name'), reader.text('middle_name')])
  const last = reader.text('last_name')
  if (first || last)
    return { kind: 'person', firstName: first, lastName: last, companyName: company }
  if (!whole || whole === company) return unnamed(company ?? whole)
  if (!company && LEGAL_FORMS.test(whole)) return unnamed(whole)
  return { kind: 'person', ...splitName(whole), companyName: company }
}

/** Takes a name apart that was written as one: "Moyo, Tendai", "Pieter van der Merwe". */
function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const [before = '', after = ''] = name.split(/\s*,\s*/, 2)
  if (after && !SUFFIXES.test(after)) return { firstName: after, lastName: before }
  const words = name.replace(/,/, '').split(/\s+/)
  const cut = startOfLastName(words)
  return {
    firstName: words.slice(0, cut).join(' ') || null,
    lastName: words.slice(cut).join(' ') || null,
  }
}

/** The last word, with the particles before it and the suffix after it. */
function startOfLastName(words: string[]): number {
  if (words.length === 1) return 1
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.test(word))
  if (particle > 0) return particle
  const hasSuffix = words.length > 2 && SUFFIXES.test(words.at(-1) ?? '')
  return words.length - (hasSuffix ? 2 : 1)
}

function unnamed(company: string | null): DraftName {
  const kind = company ? 'company' : 'person'
  return { kind, firstName: null, lastName: null, companyName: company }
}

function joined(parts: (string | null)[]): string | null {
  return parts.filter(Boolean).join(' ') || null
}
