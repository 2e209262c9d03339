import { unit } from '#kernel/tenancy/tenancy'
import type { SheetFormat } from './sheet.ts'

/** What an export remembers; `facts` of its bulk work. */
export interface SheetFacts {
  format: SheetFormat
  /** The address of the list that it is of: what stands behind the question mark. */
  query: Record<string, unknown>
  fileName: string
}

/** Some rows of an export, and the place behind which the next ones begin. */
export interface SheetPage<Place> {
  rows: string[][]
  next: Place | null
}

/** How a module's list becomes a table: as far as the current actor may take it out. */
export interface SheetPlan<Place> {
  /** The module: its permission is `<module>.export`, its words lie below `<module>.export`. */
  module: string
  /** The headings, and rows as they are asked for. Called inside of a unit of work. */
  open(): Promise<{ title: string; headings: string[]; page: PageOf<Place> }>
}

export type PageOf<Place> = (
  query: Record<string, unknown>,
  after: Place | null,
  most?: number
) => Promise<SheetPage<Place>>

/** Whoever takes records out of the house is written down. */
export function auditSheet(
  module: string,
  workId: string | null,
  { format, query, rows }: Pick<SheetFacts, 'format' | 'query'> & { rows: number }
): void {
  unit().audit({
    action: `${module}.exported`,
    subjectType: 'bulk_work',
    subjectId: workId,
    facts: { format, query, [module]: rows },
  })
}
