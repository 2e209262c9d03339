import type { Channel } from '../importing/contact_draft.ts'
import type { FileFormat, ContactRow } from '../importing/contact_file.ts'
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
export interface ImportFacts {
  fileName: string
  format: FileFormat
  encoding?: string
  separator?: string
  columns: string[]
  /** The first rows, for the preview. */
  sample: ContactRow[]
  mapping: ColumnChoices
  options: ImportOptions
  /** How often mapping and options were saved: a check holds for what it has seen. */
  revision: number
}
