import type { Format } from './export_facts.ts'
import { CsvSheet } from './csv_sheet.ts'
import { XlsxSheet } from './xlsx_sheet.ts'

/** A table that is written row by row into a file. */
export interface Sheet {
  write(rows: string[][]): Promise<void>
  /** Resolves when the file is whole. */
  close(): Promise<void>
}

export function openSheet(path: string, format: Format, title: string): Sheet {
  return format === 'csv' ? new CsvSheet(path) : new XlsxSheet(path, title)
}
