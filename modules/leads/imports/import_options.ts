import type { DraftFacts } from '#app/imports'
import type { ColumnChoices } from '../importing/lead_fields.ts'

export interface ImportOptions {
  /** Who gets the leads; null where the rules of the agency say it of each. */
  ownerId: string | null
  /** Where they came from, as far as the list does not say. */
  source: string
}

/** What a draft of an import remembers; `facts` of its bulk work. */
export type ImportFacts = DraftFacts<ImportOptions, ColumnChoices>

/** What an import may do. */
export interface ImportOrder {
  importId: string
  facts: ImportFacts
}
