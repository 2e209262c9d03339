/** The statuses of a lead, in the order in which an open one walks through them. */
export const leadStatuses = [
  'new',
  'contacted',
  'qualified',
  'negotiation',
  'converted',
  'lost',
] as const

export type LeadStatus = (typeof leadStatuses)[number]

/** From each status to those that may follow; nothing else is possible. */
export const leadSteps: Record<LeadStatus, readonly LeadStatus[]> = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['negotiation', 'lost'],
  negotiation: ['converted', 'lost'],
  converted: [],
  lost: ['contacted'],
}

export const openStatuses = ['new', 'contacted', 'qualified', 'negotiation'] as const

export function isOpenStatus(status: LeadStatus): boolean {
  return openStatuses.some((one) => one === status)
}

export const intents = ['buy', 'rent', 'sell', 'let'] as const

/** Sources that have words of their own; an agency may write any other. */
export const leadSources = [
  'website',
  'referral',
  'walk_in',
  'phone',
  'whatsapp',
  'email',
  'property_portal',
  'social_media',
  'advertisement',
  'sign_board',
  'event',
  'other',
] as const

export const lostReasons = [
  'no_answer',
  'not_interested',
  'chose_another',
  'price',
  'nothing_suitable',
  'fake',
  'duplicate',
  'other',
] as const

export const checks = [
  'property_exists',
  'owner_contact_verified',
  'motivation_confirmed',
  'photos_current',
] as const

/** Bands of the priority, each with the lowest score that belongs to it. */
export const bands = { hot: 75, warm: 50, cool: 25, cold: 1 } as const

export type Intent = (typeof intents)[number]
export type LostReason = (typeof lostReasons)[number]
export type Check = (typeof checks)[number]
export type Band = keyof typeof bands

export const bandNames = Object.keys(bands) as Band[]

export function bandOf(score: number): Band {
  return bandNames.find((band) => score >= bands[band]) ?? 'cold'
}

/** Whether these intents bring the agency a property rather than somebody who looks for one. */
export function offersProperty(intent: Intent | null): boolean {
  return intent === 'sell' || intent === 'let'
}

/** What somebody found out about a lead, with who did and when. */
export type Checklist = Partial<Record<Check, { at: string; by: string | null; name: string }>>

/** What a score is made of: the points that each factor adds to or takes from the middle. */
export interface Factor {
  factor: 'value' | 'location' | 'motivation' | 'age' | 'engagement'
  points: number
  /** i18n key below `leads.priority.reasons`, and what fills it. */
  reason: string
  facts: Record<string, string | number>
}
