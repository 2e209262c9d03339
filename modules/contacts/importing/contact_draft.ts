import type { Address } from '#kernel/markets/market_pack'
import type { RowProblem as ListProblem } from '#app/imports'
import type { ContactField, ContactKind } from './contact_fields.ts'

export type DraftPhone = { e164: string; label: string | null }
export type DraftEmail = { address: string; label: string | null }
export type Channel = 'email' | 'sms' | 'whatsapp' | 'call'

/** A contact as a row of a list tells it; null and empty lists where the row says nothing. */
export type ContactDraft = {
  kind: 'person' | 'company'
  /** What to call the contact; never empty. */
  name: string
  firstName: string | null
  lastName: string | null
  companyName: string | null
  jobTitle: string | null
  phones: DraftPhone[]
  /** In small letters. */
  emails: DraftEmail[]
  contactKinds: ContactKind[]
  tags: string[]
  source: string | null
  /** The notes of the row, and below them every value that found no field of its own. */
  note: string | null
  address: Address & { country?: string | null }
  /** Day as "1985-04-12". */
  birthday: string | null
  /** Null where the list does not say: no consent, and no refusal either. */
  consent: Record<Channel, boolean | null>
  ownerEmail: string | null
  /** Where the list names the owner and not their address. */
  ownerName: string | null
  custom: Record<string, string>
  externalId: string | null
  /** Instant in UTC; a list's own times are those of the market's main time zone. */
  createdAt: string | null
  /** The same for the same contact in every import of the list; see `fingerprintOf`. */
  fingerprint: string
}

/** Why a row was refused, or what of it went into the note because no field could take it. */
export type RowProblem = ListProblem<ContactField>

/** `draft` is null where the row is refused; one of the problems then says why. */
export type DraftedRow = { draft: ContactDraft | null; problems: RowProblem[] }
