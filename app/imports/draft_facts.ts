import type { BulkWork } from '#app/bulk_works'
import type { Mapping } from './list_kind.ts'
import type { FileFormat, ListRow } from './reading/list_file.ts'

/** What a draft of an import remembers; `facts` of its bulk work. */
export interface DraftFacts<Options = object, Choices extends Mapping = Mapping> {
  fileName: string
  format: FileFormat
  encoding?: string
  separator?: string
  columns: string[]
  /** The first rows, for the preview. */
  sample: ListRow[]
  mapping: Choices
  options: Options
  /** How often mapping and options were saved: a check holds for what it has seen. */
  revision: number
}

export function draftFacts(work: BulkWork): DraftFacts {
  return work.facts as unknown as DraftFacts
}
