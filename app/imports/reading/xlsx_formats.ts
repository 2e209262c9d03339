import { DateTime } from 'luxon'
import type { XmlAttributes, XmlListener } from './xml_reader.ts'

/** How a cell's number is shown: as a date, with leading zeros, or as it is. */
export type NumberShape = { isDate: boolean; width: number }

const PLAIN: NumberShape = { isDate: false, width: 0 }
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
const SECONDS_A_DAY = 86_400

/** Hears styles.xml and knows the shape of each style of a cell. */
export class CellStyles implements XmlListener {
  #formats = new Map<number, string>()
  #styles: number[] = []
  #inCells = false

  open(name: string, { numFmtId, formatCode = '' }: XmlAttributes): void {
    if (name === 'numFmt') this.#formats.set(Number(numFmtId), formatCode)
    if (name === 'cellXfs') this.#inCells = true
    if (name === 'xf' && this.#inCells) this.#styles.push(Number(numFmtId ?? 0))
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false
  }

  /** Shapes by style index, in the order of the file. */
  shapes(): NumberShape[] {
    return this.#styles.map((id) => shapeOf(id, this.#formats.get(id) ?? ''))
  }
}

/** The text that stands for a cell's number: digits in full, dates as 2026-02-28. */
export function numberText(raw: string, shape: NumberShape = PLAIN, isFrom1904 = false): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (shape.isDate) return dateText(number, isFrom1904)
  return Number.isInteger(number)
    ? BigInt(number).toString().padStart(shape.width, '0')
    : `${number}`
}

function shapeOf(id: number, code: string): NumberShape {
  const isBuiltInDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)
  const letters = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, '')
  const width = /^0+$/.test(code) ? code.length : 0
  return { isDate: isBuiltInDate || /[dmyhs]/i.test(letters), width }
}

/** Excel counts days, and believes that 1900 had a 29 February. */
function dateText(serial: number, isFrom1904: boolean): string {
  const days = isFrom1904 || serial >= 60 ? serial : serial + 1
  const seconds = Math.round((days - (isFrom1904 ? EPOCH_1904 : EPOCH_1900)) * SECONDS_A_DAY)
  const time = DateTime.fromSeconds(seconds, { zone: 'utc' })
  if (!time.isValid) return `${serial}`
  if (serial < 1) return time.toFormat('HH:mm:ss')
  return seconds % SECONDS_A_DAY === 0 ? time.toISODate() : time.toFormat("yyyy-MM-dd'T'HH:mm:ss")
}
