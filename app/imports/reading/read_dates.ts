import { DateTime } from 'luxon'
import type { MarketPack } from '#kernel/markets/market_pack'
import { isDay } from '#kernel/markets/time'

const WRITTEN_MONTHS = ['d LLLL yyyy', 'd LLL yyyy', 'LLLL d yyyy', 'LLL d yyyy', 'd LLL yy']
const CLOCK = /(?:^|[T\s])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(am|pm)?/i

type Order = MarketPack['dateOrder']

/**
 * Reads a day as lists write it: 1985-04-12, 19850412, 12/4/1985 in the order of the market, 12 April
 * 1985. Gives "1985-04-12", or null for what is no day of the calendar with its year.
 */
export function readDay(text: string, order: Order): string | null {
  return sureDay(dayIn(text.trim(), order))?.toISODate() ?? null
}

/** Reads a day with or without a time of day, in `zone` where the text names none; gives UTC. */
export function readInstant(text: string, order: Order, zone: string): string | null {
  const iso = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone })
  if (iso.isValid) return sureDay(iso.toUTC())?.toISO() ?? null

  const day = readDay(text.replace(CLOCK, '').replace(/,\s*$/, ''), order)
  if (day === null) return null
  const time = DateTime.fromISO(day, { zone }).plus({ seconds: secondsOf(text) })
  return time.isValid ? time.toUTC().toISO() : null
}

function dayIn(text: string, order: Order): DateTime | undefined {
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(T.*|\s+[\d:.]+)?$/.exec(text)
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!)
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  if (numbers) return fromNumbers(numbers.slice(1) as [string, string, string], order)
  const words = text.replaceAll(/(?<=\d)(st|nd|rd|th)\b|[,.]/gi, '').replaceAll(/[\s-]+/g, ' ')
  const readings = WRITTEN_MONTHS.map((format) => DateTime.fromFormat(words, format, EN))
  return readings.find((reading) => reading.isValid)
}

const EN = { zone: 'utc', locale: 'en' }

/** A number over twelve can only be the day, whatever the market's order. */
function fromNumbers([one, other, year]: [string, string, string], order: Order): DateTime {
  const isMonthFirst = order === 'mdy' ? Number(one) <= 12 : Number(other) > 12
  return isMonthFirst ? dayFrom(year, one, other) : dayFrom(year, other, one)
}

/** Two digits are a year that has been: 85 is 1985. */
function dayFrom(year: string, month: string, day: string): DateTime {
  const short = Number(year)
  const thisYear = DateTime.utc().year
  const century = short > thisYear % 100 ? 1900 : 2000
  const full = year.length === 2 ? century + short : short
  return DateTime.fromObject(
    { year: full, month: Number(month), day: Number(day) },
    { zone: 'utc' }
  )
}

/** No database takes a day of the year 0 or of one with five digits. */
function sureDay(time: DateTime | undefined): DateTime<true> | null {
  return time?.isValid && isDay(time.toISODate() ?? '') ? (time as DateTime<true>) : null
}

function secondsOf(text: string): number {
  const [, hour = '0', minute = '0', second = '0', half = ''] = CLOCK.exec(text) ?? []
  const isAfternoon = /pm/i.test(half)
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  return hours * 3600 + Number(minute) * 60 + Number(second)
}
