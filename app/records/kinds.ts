/** What can happen with a record's person: each is logged with a time and an outcome. */
export const interactionKinds = [
  'call',
  'email',
  'meeting',
  'site-visit',
  'whatsapp',
  'other',
] as const

/** What people write themselves; a `change` is written by the product. */
export const writtenKinds = [...interactionKinds, 'note'] as const

export const outcomes = ['positive', 'neutral', 'negative', 'follow-up'] as const

export type InteractionKind = (typeof interactionKinds)[number]
export type WrittenKind = (typeof writtenKinds)[number]
export type EntryKind = WrittenKind | 'change'
export type Outcome = (typeof outcomes)[number]
