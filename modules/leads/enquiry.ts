import type { Arrival } from '#app/agencies'
import type { Listing } from '#modules/listings'
import type { Intent } from './lead_words.ts'

/** What somebody asks for on the public site. */
export const enquiryKinds = ['viewing', 'call', 'question'] as const
export const dayParts = ['morning', 'afternoon', 'evening'] as const

export type EnquiryKind = (typeof enquiryKinds)[number]
export type DayPart = (typeof dayParts)[number]

export interface Wish {
  day: string
  part: DayPart | null
}

/** What a form of the site said, once it was judged. */
export interface Enquiry {
  kind: EnquiryKind
  name: string
  phone: string | null
  email: string | null
  message: string | null
  intent: Intent | null
  wishes: Wish[]
  listing: Listing | null
  arrival: Arrival
}

/** What a lead keeps of the form that it came from. */
export interface EnquiryDetail {
  kind: EnquiryKind
  listing?: string
  wishes?: Wish[]
  /** When they agreed that the agency keeps what they wrote. */
  agreedAt: string
}

/** Those who look at what is for sale want to buy, unless they say otherwise. */
export function intentOf({ intent, listing }: Enquiry): Intent | null {
  if (intent || !listing) return intent
  return listing.dealType === 'sale' ? 'buy' : 'rent'
}
