import type { Address, MarketKey } from '#kernel/markets/market_pack'

export type Channel = 'call' | 'email' | 'sms' | 'whatsapp'
export type ContactKind =
  'buyer' | 'seller' | 'landlord' | 'tenant' | 'investor' | 'vendor' | 'other'
export type InteractionType = 'call' | 'email' | 'meeting' | 'site-visit' | 'whatsapp' | 'other'
export type Outcome = 'positive' | 'neutral' | 'negative' | 'follow-up'

/** A member of staff who may own contacts, as the agency's seeder knows them. */
export interface StaffMember {
  role: string
  memberId: string
  teamId?: string
}

export interface DemoRequest {
  /** The agency's slug; it is the seed, so each agency has people of its own. */
  agency: string
  market: MarketKey
  /** Today in the agency's time zone, `YYYY-MM-DD`; all history counts back from it. */
  today: string
  staff: StaffMember[]
  count?: number
}

export interface PhoneDraft {
  /** E.164 */
  number: string
  label: 'mobile' | 'home' | 'work'
  isPrimary: boolean
}

export interface EmailDraft {
  address: string
  label: 'personal' | 'work'
  isPrimary: boolean
}

export interface ConsentDraft {
  state: 'granted' | 'refused' | 'not_asked'
  /** Instant, ISO in UTC; null while nobody has asked. */
  at: string | null
  how: string | null
}

export interface InteractionDraft {
  type: InteractionType
  at: string
  details: string
  outcome: Outcome
  memberId: string | null
  nextAction: string | null
  /** Day in the agency's time zone, `YYYY-MM-DD`. */
  nextActionDate: string | null
  /** Set where a later interaction did what was planned; an open plan has null. */
  nextActionDoneAt: string | null
}

export interface NoteDraft {
  at: string
  memberId: string | null
  text: string
}

export interface ContactDraft {
  type: 'person' | 'company'
  givenName: string | null
  familyName: string | null
  /** The company itself, or the employer of a person. */
  companyName: string | null
  phones: PhoneDraft[]
  emails: EmailDraft[]
  kinds: ContactKind[]
  tags: string[]
  ownerId: string | null
  teamId: string | null
  consent: Record<Channel, ConsentDraft>
  address: Address | null
  source: string
  createdAt: string
  /** Oldest first. */
  interactions: InteractionDraft[]
  notes: NoteDraft[]
}
