import { type BulkWork, beginBulkWork } from '#app/bulk_works'
import type { SheetFacts } from './sheet_plan.ts'

/** Has the workers write a module's list into a file: a bulk work `<module>.export`. */
export function requestSheet(module: string, facts: SheetFacts, rows: number): Promise<BulkWork> {
  return beginBulkWork(`${module}.export`, { facts, rows })
}
