import { readAddressPart } from '#kernel/markets/addresses'
import type { Address, AddressPart } from '#kernel/markets/market_pack'
import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { readPhone } from '#kernel/markets/phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { LeadDraft, SourceDetail } from '../lead_draft.ts'
import { type Captured, type Origin, plain } from './captured.ts'

/** The tag of what somebody should look at; whoever has looked takes it off. */
const TO_REVIEW = 'To review'
const EMAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/

/**
 * What a machine's door brought, checked by the rules of the market. What is right comes out in
 * our form; what is wrong is kept as it was written, beside a flag, rather than lost. Nobody else is
 * asked here: `lookups/` does that once the lead is safe.
 */
export function checkedDraft(
  captured: Captured,
  { source, detail, isUnsure }: Origin,
  tenant: TenantSnapshot
): LeadDraft {
  const phone = checkedPhone(captured, tenant)
  const email = checkedEmail(captured)
  const place = checkedAddress(captured, tenant)
  const [budgetMin, budgetMax] = budgetIn(captured.budget, tenant.currency)
  const flags = [...phone.flags, ...email.flags, ...place.flags, ...(isUnsure ? ['unread'] : [])]
  return {
    name: nameOf(captured),
    phone: phone.value,
    email: email.value,
    source,
    sourceDetail: { ...detail, ...said(captured), ...phone.detail, ...withFlags(flags) },
    intent: captured.intent,
    message: messageOf(captured, budgetMax === undefined),
    budgetMin,
    budgetMax,
    localities: captured.localities?.map((one) => plain(one, 100)),
    address: place.value,
    tags: flags.length > 0 ? [TO_REVIEW] : [],
  }
}

function checkedPhone({ phone }: Captured, { market }: TenantSnapshot) {
  if (!phone) return { value: null, flags: [], detail: {} }
  const reading = readPhone(phone, marketPack(market).region)
  if (!reading.ok) return { value: null, flags: ['phone'], detail: { phoneWritten: phone } }
  const phoneKind = reading.kind === 'fixed' ? ('landline' as const) : reading.kind
  return { value: reading.e164, flags: [], detail: { phoneKind } }
}

function checkedEmail({ email, answers }: Captured) {
  if (!email) return { value: null, flags: [] }
  if (email.length <= 254 && EMAIL.test(email)) return { value: email.toLowerCase(), flags: [] }
  answers.email = email
  return { value: null, flags: ['email'] }
}

function checkedAddress({ address, answers }: Captured, { market }: TenantSnapshot) {
  const value: Address = {}
  const flags = new Set<string>()
  for (const [part, text] of Object.entries(address) as [AddressPart, string][]) {
    const reading = readAddressPart(part, plain(text, 200), marketPack(market))
    if (reading.ok) value[part] = reading.value
    else {
      answers[part] = text
      flags.add('address')
    }
  }
  return { value, flags: [...flags] }
}

function nameOf({ name, firstName, lastName, email, phone }: Captured): string {
  const whole = name ?? [firstName, lastName].filter(Boolean).join(' ')
  return plain(whole || email || phone || '–', 200)
}

/** A budget that is no amount stays readable where people read. */
function messageOf({ message, budget }: Captured, isBudgetLost: boolean): string | null {
  const parts = [message, isBudgetLost ? budget : undefined].filter(Boolean)
  return plain(parts.join('\n\n'), 5_000) || null
}

/** "$400k – 500k" is both ends, "450,000" the upper one. */
function budgetIn(text: string | undefined, currency: string): (number | undefined)[] {
  const amounts = (text ?? '')
    .split(/\s*(?:–|—|-|\bto\b)\s*/i)
    .map((part) => readMoney(part, currency))
    .flatMap((reading) => (reading.ok ? [reading.minor] : []))
  if (amounts.length === 0) return []
  return amounts.length === 1
    ? [undefined, amounts[0]]
    : [Math.min(...amounts), Math.max(...amounts)]
}

function said({ answers }: Captured): SourceDetail {
  const kept = Object.entries(answers).slice(0, 100)
  return kept.length > 0 ? { answers: Object.fromEntries(kept) } : {}
}

function withFlags(flags: string[]): SourceDetail {
  return flags.length > 0 ? { review: flags } : {}
}
