import { unit } from '#kernel/tenancy/tenancy'
import type { Cursor } from '#kernel/lists/keyset'
import type { SheetFormat } from './sheet.ts'

/** What an export remembers; `facts` of its bulk work. */
export interface SheetFacts {
  format: SheetFormat
  query: ListQuery
  fileName: string
}

/** The address of a list: what stands behind the question mark. */
export type ListQuery = Record<string, unknown>

/** Some rows of an export, and the place behind which the next ones begin. */
export interface SheetPage {
  rows: string[][]
  next: Cursor | null
}

/**
 * How a module's list becomes a table, as far as the current actor may take it out. Called inside
 * of a unit of work.
 */
export interface SheetPlan {
  /** The module: its permission is `<module>.export`, its words lie below `<module>.export`. */
  module: string
  /** How many rows the table would have. */
  count(query: ListQuery): Promise<number>
  /** The headings, and rows as they are asked for. */
  open(): Promise<{ title: string; headings: string[]; page: PageOf }>
}

export type PageOf = (query: ListQuery, after: Cursor | null, most?: number) => Promise<SheetPage>

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
