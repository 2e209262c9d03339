/** What a contact is to the agency. */
export const contactKinds = [
  'buyer',
  'seller',
  'landlord',
  'tenant',
  'investor',
  'vendor',
  'other',
] as const

export const channels = ['call', 'email', 'sms', 'whatsapp'] as const
export const consentStates = ['granted', 'refused', 'not_asked'] as const

export const phoneLabels = ['mobile', 'work', 'home', 'other'] as const
export const emailLabels = ['personal', 'work', 'other'] as const

export type ContactKind = (typeof contactKinds)[number]
export type Channel = (typeof channels)[number]

export interface Consent {
  state: (typeof consentStates)[number]
  /** Instant, ISO in UTC; null while nobody has asked. */
  at: string | null
  how: string | null
}
