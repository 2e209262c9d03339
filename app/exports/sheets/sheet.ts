import { CsvSheet } from './csv_sheet.ts'
import { XlsxSheet } from './xlsx_sheet.ts'

export const SHEET_FORMATS = ['csv', 'xlsx'] as const

export type SheetFormat = (typeof SHEET_FORMATS)[number]

export const SHEET_TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A table that is written row by row into a file. */
export interface Sheet {
  write(rows: string[][]): Promise<void>
  /** Resolves when the file is whole. */
  close(): Promise<void>
}

export function openSheet(path: string, format: SheetFormat, title: string): Sheet {
  return format === 'csv' ? new CsvSheet(path) : new XlsxSheet(path, title)
}
