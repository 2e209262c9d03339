import { saysNothing } from '#app/imports'
import { readDay, readInstant } from '#app/imports'
import type { RowReader } from './row_reader.ts'

/** iPhones write this year where somebody gave none. */
const NO_YEAR = /^1604-/

/** A birthday without its year is no day, and is kept in the note. */
export function draftBirthday(reader: RowReader): string | null {
  const cell = reader.cell('birthday')
  if (!cell || saysNothing(cell.text)) return null
  const day = readDay(cell.text, reader.market.dateOrder)
  if (day && !NO_YEAR.test(day)) return day
  reader.warn(cell, { key: 'contacts.import.problems.birthday_unreadable', params: {} })
  return null
}

/** When the contact came into the program that exported it. */
export function draftCreatedAt(reader: RowReader): string | null {
  const cell = reader.cell('created_at')
  if (!cell || saysNothing(cell.text)) return null
  const { dateOrder, defaultTimeZone } = reader.market
  const instant = readInstant(cell.text, dateOrder, defaultTimeZone)
  if (!instant) reader.warn(cell, { key: 'contacts.import.problems.date_unreadable', params: {} })
  return instant
}
