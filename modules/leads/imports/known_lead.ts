import type { CustomValues } from '#app/records'
import type { Address } from '#kernel/markets/market_pack'
import type { SourceDetail } from '../lead_draft.ts'
import type { LeadStatus } from '../lead_words.ts'

/** What a list may add to a lead that is there. */
export interface FilledColumns {
  phone: string | null
  email: string | null
  intent: string | null
  message: string | null
  budget_min_minor: number | null
  budget_max_minor: number | null
  asking_price_minor: number | null
  localities: string[]
  address: Address
  city: string | null
  custom: CustomValues
}

/** A lead as an import sees it: the row of its table, which is there or will be. */
export type KnownLead = FilledColumns & {
  id: string
  isNew: boolean
  name: string
  source: string
  source_detail: SourceDetail
  status: LeadStatus
  currency: string
  owner_id: string | null
  team_id: string | null
  tag_names: string[]
  created_at: string | null
}

/** A lead that comes into being, with where it stood before it came here. */
export type NewLead = KnownLead & {
  stage_id: string | null
  lost_reason: string | null
  /** Why it was lost, in the list's own words. */
  lost_words: string | null
}

/** What a row changes of a lead, by column: before and after. */
export type Changes = Record<string, [before: unknown, after: unknown]>
