import type { Channel } from '../importing/contact_draft.ts'
import type { DraftFacts } from '#app/imports'
import type { ColumnChoices } from './column_choices.ts'

export const EXISTING = ['fill', 'overwrite', 'skip'] as const
export const BASES = ['unknown', 'as_listed', 'all_agreed'] as const

/** What to do with a contact that is there already: fill its gaps, let the list win, or leave it. */
export type Existing = (typeof EXISTING)[number]

/** How the importing person answered whether these contacts may be written to. */
export interface ConsentAnswer {
  basis: (typeof BASES)[number]
  /** How they agreed, in the person's words. */
  how: string | null
  /** Where all agreed: to what. */
  channels: Channel[]
  /** When the import was started: the earliest moment from which we know. */
  at: string | null
}

export interface ImportOptions {
  /** Owner of new contacts. */
  ownerId: string | null
  tags: string[]
  existing: Existing
  consent: ConsentAnswer
}

/** What a draft of an import remembers; `facts` of its bulk work. */
export type ImportFacts = DraftFacts<ImportOptions, ColumnChoices>
