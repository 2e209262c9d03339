import type { Options } from 'csv-stringify'

/**
 * Separated text as spreadsheets open it: UTF-8 with its mark, lines ended as Excel does. A cell that
 * begins like a formula gets an apostrophe in front, a number such as +263771234567 too: a program
 * that ran it as a formula would not know the difference. An import takes the apostrophe away again.
 */
export const CSV_OPTIONS = {
  bom: true,
  escape_formulas: true,
  record_delimiter: 'windows',
  // A line may break inside of a cell in any way, not only in that of the file.
  quoted_match: /[\r\n]/,
} satisfies Options
