import type { AddressPart } from '#kernel/markets/market_pack'
import type { Intent } from '../lead_words.ts'

/** What a machine's door learnt of somebody, as it was written; nothing is checked yet. */
export interface Captured {
  firstName?: string
  lastName?: string
  name?: string
  phone?: string
  email?: string
  message?: string
  intent?: Intent
  budget?: string
  localities?: string[]
  address: Partial<Record<AddressPart, string>>
  /** Answers that we have no place of our own for. */
  answers: Record<string, string>
}

/** How it came: what the record keeps beside what was said. */
export interface Origin {
  source: string
  /** Ids and names of campaign, form and portal. */
  detail: Record<string, unknown>
  /** It could not be read for sure: somebody should look. */
  isUnsure?: boolean
}

/** Signs that no text of ours holds, and more than anybody reads, are left out. */
export function plain(text: unknown, most: number): string {
  return String(text ?? '')
    .replaceAll('\0', '')
    .slice(0, most)
    .trim()
}
