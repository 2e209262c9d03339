import { columnNumber } from './column_names.ts'
import { MOST_COLUMNS } from './list_file.ts'
import type { GridRow } from './table.ts'
import { UnreadableFile } from './unreadable_file.ts'
import { numberText, type NumberShape } from './xlsx_formats.ts'
import { TextRuns, unescaped } from './xlsx_texts.ts'
import type { XmlAttributes, XmlListener } from './xml_reader.ts'

/** What the cells of every sheet of a workbook refer to. */
export type WorkbookParts = { texts: string[]; shapes: NumberShape[]; isFrom1904: boolean }

type Cell = { column: number; type: string; style: number; value: string }

/** Hears a sheet and gathers its filled rows, to be taken while the sheet is still being read. */
export class SheetRows implements XmlListener {
  #parts: WorkbookParts
  #finished: GridRow[] = []
  #runs = new TextRuns()
  #line = 0
  #values: string[] = []
  #cell: Cell | undefined
  #inValue = false

  constructor(parts: WorkbookParts) {
    this.#parts = parts
  }

  /** The rows finished since the last call. */
  take(): GridRow[] {
    return this.#finished.splice(0)
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') this.#beginRow(attributes)
    if (name === 'c') this.#beginCell(attributes)
    this.#inValue = name === 'v'
    this.#runs.open(name)
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += text
    this.#runs.text(text)
  }

  close(name: string): void {
    this.#inValue = false
    this.#runs.close(name)
    if (name === 'c') this.#endCell()
    if (name === 'row') this.#endRow()
  }

  /** Rows and cells without a reference follow the one before. */
  #beginRow({ r }: XmlAttributes): void {
    this.#line = r ? Number(r) : this.#line + 1
    this.#values = []
  }

  #beginCell({ r, t = 'n', s }: XmlAttributes): void {
    const column = r ? columnNumber(r.replace(/\d+$/, '').toUpperCase()) : this.#values.length
    if (!(column < MOST_COLUMNS))
      throw new UnreadableFile('too_many_columns', { most: MOST_COLUMNS })
    this.#cell = { column, type: t, style: Number(s ?? 0), value: '' }
  }

  #endCell(): void {
    const inline = this.#runs.take()
    if (!this.#cell) return
    const { column } = this.#cell
    while (this.#values.length < column) this.#values.push('')
    this.#values[column] = this.#cell.type === 'inlineStr' ? inline : this.#textOf(this.#cell)
    this.#cell = undefined
  }

  #endRow(): void {
    if (this.#values.some((value) => value.trim() !== '')) {
      this.#finished.push({ line: this.#line, values: this.#values })
    }
  }

  /** The text of a cell; a formula's is its result, and an error's is none. */
  #textOf({ type, value, style }: Cell): string {
    const { texts, shapes, isFrom1904 } = this.#parts
    if (type === 's') return texts[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type === 'e') return ''
    if (type === 'str' || type === 'd') return unescaped(value)
    return numberText(value, shapes[style], isFrom1904)
  }
}
