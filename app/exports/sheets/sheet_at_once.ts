import { readFile } from 'node:fs/promises'
import { SheetFile } from './sheet_file.ts'
import { type SheetFacts, type SheetPlan, auditSheet } from './sheet_plan.ts'

/** So few rows are written while the person waits. */
export const SHEET_AT_ONCE = 1_000

/** Writes a short list and answers the bytes of its file. */
export async function sheetAtOnce(plan: SheetPlan, facts: SheetFacts): Promise<Buffer> {
  const { page: pageOf, ...head } = await plan.open()
  const file = await SheetFile.open(facts.format, head)
  try {
    const { rows } = await pageOf(facts.query, null, SHEET_AT_ONCE)
    await file.write(rows)
    await file.close()
    auditSheet(plan.module, null, { ...facts, rows: rows.length })
    return await readFile(file.path)
  } finally {
    await file.remove()
  }
}
