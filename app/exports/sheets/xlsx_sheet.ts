import ExcelJS from 'exceljs'
import type { Sheet } from './sheet.ts'

const WIDTH = 22
/** Excel opens no cell that is longer. */
const LONGEST_CELL = 32_767
/** Characters that no XML document may hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** An Excel workbook, streamed. Its cells are texts and formatted as such: none is run as a formula. */
export class XlsxSheet implements Sheet {
  readonly #book: ExcelJS.stream.xlsx.WorkbookWriter
  readonly #sheet: ExcelJS.Worksheet

  constructor(path: string, title: string) {
    this.#book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true })
    this.#sheet = this.#book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
    this.#sheet.properties.defaultColWidth = WIDTH
  }

  async write(rows: string[][]): Promise<void> {
    for (const row of rows) {
      const written = this.#sheet.addRow(row.map(fitting))
      written.numFmt = '@'
      written.commit()
    }
  }

  async close(): Promise<void> {
    this.#sheet.commit()
    await this.#book.commit()
  }
}

function fitting(text: string): string {
  return text.replaceAll(FORBIDDEN, '').slice(0, LONGEST_CELL).toWellFormed()
}
