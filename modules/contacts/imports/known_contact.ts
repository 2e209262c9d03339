import type { Channel, ContactDraft } from '../importing/contact_draft.ts'
import type { ContactKind } from '../importing/contact_fields.ts'

export interface Consent {
  state: 'granted' | 'refused' | 'not_asked'
  /** Instant, ISO in UTC. */
  at: string | null
  how: string | null
}

export interface Point {
  kind: 'phone' | 'email'
  value: string
  label: string | null
}

/** What an import knows of a contact and may change; the keys are columns of `contacts`. */
export interface ContactColumns {
  type: 'person' | 'company'
  name: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  job_title: string | null
  kinds: ContactKind[]
  source: string | null
  address: Record<string, string>
  city: string | null
  birthday: string | null
  consent: Partial<Record<Channel, Consent>>
  custom: Record<string, unknown>
  external_id: string | null
  owner_id: string | null
  team_id: string | null
}

export const CONTACT_COLUMNS = [
  'type',
  'name',
  'first_name',
  'last_name',
  'company_name',
  'job_title',
  'kinds',
  'source',
  'address',
  'city',
  'birthday',
  'consent',
  'custom',
  'external_id',
  'owner_id',
  'team_id',
] as const satisfies (keyof ContactColumns)[]

/** A contact while an import works on it, kept in the agency or about to be. */
export interface KnownContact extends ContactColumns {
  id: string
  version: number
  fingerprint: string | null
  /** The import that created it. */
  import_id: string | null
  tag_names: string[]
  points: Point[]
  /** Not in the database yet. */
  isNew: boolean
  /** When the old program first knew a new contact. */
  knownSince?: string | null
}

/** A draft whose custom fields have values of their kind. */
export type TypedDraft = Omit<ContactDraft, 'custom'> & { custom: Record<string, unknown> }

/** What a row did to a contact: by field, what was there and what is there now. */
export type Changes = Record<string, [before: unknown, after: unknown]>
