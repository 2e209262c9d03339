import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { LeadDraft, SourceDetail } from '../lead_draft.ts'
import { type Captured, type Origin, plain } from './captured.ts'
import { lookups } from './lookups.ts'

/** The tag of what somebody should look at; whoever has looked takes it off. */
const TO_REVIEW = 'To review'
const EMAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/

/**
 * What a machine's door brought, checked by the rules of the market. What is right comes out in
 * our form; what is wrong is kept as it was written, beside a flag, rather than lost.
 */
export async function checkedDraft(
  captured: Captured,
  { source, detail, isUnsure }: Origin,
  tenant: TenantSnapshot
): Promise<LeadDraft> {
  const phone = await checkedPhone(captured, tenant)
  const email = checkedEmail(captured)
  const place = await checkedAddress(captured, tenant)
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

async function checkedPhone({ phone }: Captured, { market }: TenantSnapshot) {
  if (!phone) return { value: null, flags: [], detail: {} }
  const found = await lookups.phones.find(phone, marketPack(market))
  if (!found) return { value: null, flags: ['phone'], detail: { phoneWritten: phone } }
  return { value: found.e164, flags: [], detail: { phoneKind: found.kind } }
}

function checkedEmail({ email, answers }: Captured) {
  if (!email) return { value: null, flags: [] }
  if (email.length <= 254 && EMAIL.test(email)) return { value: email.toLowerCase(), flags: [] }
  answers.email = email
  return { value: null, flags: ['email'] }
}

async function checkedAddress({ address, answers }: Captured, { market }: TenantSnapshot) {
  const { address: value, wrong } = await lookups.addresses.find(
    Object.fromEntries(Object.entries(address).map(([part, text]) => [part, plain(text, 200)])),
    marketPack(market)
  )
  for (const part of wrong) answers[part] = address[part] ?? ''
  return { value, flags: wrong.length > 0 ? ['address'] : [] }
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
