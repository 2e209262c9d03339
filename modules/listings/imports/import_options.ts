import type { DraftFacts } from '#app/imports'
import type { ColumnMapping } from '../importing/listing_fields.ts'
import type { DealType, PropertyType } from '../listing_words.ts'

export const EXISTING = ['overwrite', 'fill', 'skip'] as const

export interface ImportOptions {
  /** Agent of new listings. */
  ownerId: string | null
  /** What to do with a listing that is there: let the list win, fill its gaps, or leave it. */
  existing: (typeof EXISTING)[number]
  /** What a new listing is where the list does not say. */
  type: PropertyType
  dealType: DealType
}

/** What a draft of an import remembers; `facts` of its bulk work. */
export type ImportFacts = DraftFacts<ImportOptions, ColumnMapping>

/** What an import or a sync may do, and in whose name. */
export interface ImportOrder {
  importId: string
  options: ImportOptions
  /** The feed that sends these listings; none where a person sent a list. */
  feedId: string | null
}
