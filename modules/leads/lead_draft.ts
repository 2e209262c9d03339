import type { Address } from '#kernel/markets/market_pack'
import type { EnquiryDetail } from './enquiry.ts'
import type { Intent } from './lead_words.ts'
import type { PhoneKind } from './lookups/lookups.ts'

/** Where a lead came from: what a form, an advertisement or a portal told along. */
export interface SourceDetail {
  utm?: Record<string, string>
  firstPage?: string
  referrer?: string
  /** What a form of the public site asked for. */
  enquiry?: EnquiryDetail
  /** What was said and has no place of its own. */
  answers?: Record<string, string>
  /** The number as it came, where it is none. */
  phoneWritten?: string
  phoneKind?: PhoneKind
  /** What a person should look at. */
  review?: string[]
  [detail: string]: unknown
}

/**
 * What a door knows of a new lead: a form of the workspace, a form of the site, a webhook, a mail
 * or a program. Phones are E.164, amounts minor units of `currency`, else of the agency's.
 */
export interface LeadDraft {
  name: string
  phone?: string | null
  email?: string | null
  contactId?: string | null
  /** The listing that was asked about. */
  listingId?: string | null
  source?: string | null
  sourceDetail?: SourceDetail | null
  intent?: Intent | null
  message?: string | null
  budgetMin?: number | null
  budgetMax?: number | null
  askingPrice?: number | null
  currency?: string | null
  localities?: (string | null)[] | null
  address?: Address | null
  motivation?: number | null
  tags?: (string | null)[] | null
  ownerId?: string | null
  keeperId?: string | null
  teamId?: string | null
  provenance?: Record<string, unknown> | null
  custom?: Record<string, unknown> | null
}

/** The columns that a draft fills, alike for a new lead and a known one. */
export function columnsOf(draft: LeadDraft) {
  const address = addressOf(draft)
  return {
    name: draft.name,
    phone: draft.phone ?? null,
    email: draft.email ?? null,
    source: draft.source ?? 'other',
    intent: draft.intent ?? null,
    message: draft.message ?? null,
    ...amountsOf(draft),
    localities: localitiesOf(draft),
    address,
    city: address.city ?? null,
    motivation: draft.motivation ?? null,
  }
}

function amountsOf({ budgetMin, budgetMax, askingPrice }: LeadDraft) {
  return {
    budgetMinMinor: budgetMin ?? null,
    budgetMaxMinor: budgetMax ?? null,
    askingPriceMinor: askingPrice ?? null,
  }
}

function localitiesOf({ localities }: LeadDraft): string[] {
  const words = (localities ?? []).flatMap((line) => (line ?? '').split(','))
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))].slice(0, 20)
}

function addressOf({ address }: LeadDraft): Address {
  return Object.fromEntries(Object.entries(address ?? {}).filter(([, part]) => part))
}
