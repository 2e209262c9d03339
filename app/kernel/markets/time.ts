import { DateTime, IANAZone } from 'luxon'

const currentDays = new Map<string, { day: string; from: number; until: number }>()

/** The day it is in `zone` (IANA), as "2026-11-21". */
export function today(zone: string): string {
  const now = Date.now()
  const known = currentDays.get(zone)
  if (known && known.from <= now && now < known.until) return known.day
  const day = dayOf(DateTime.now(), zone)
  const [from, until] = [day, daysAfter(day, 1)].map((one) => startOfDay(one, zone).toMillis())
  currentDays.set(zone, { day, from, until })
  return day
}

/** The day on which `instant` falls in `zone`. */
export function dayOf(instant: DateTime, zone: string): string {
  return sure(instant.setZone(zone)).toISODate()
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function daysAfter(day: string, count: number): string {
  return sure(DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count })).toISODate()
}

/** How many days lie from one day to another; less than 0 where it comes earlier. */
export function daysBetween(from: string, to: string): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days')
    .days
}

/** The first instant of `day` in `zone`: midnight, or the end of a summer-time gap at midnight. */
export function startOfDay(day: string, zone: string): DateTime<true> {
  return sure(DateTime.fromISO(day, { zone }).startOf('day'))
}

/** The instant at which clocks in `zone` show `clock` ("09:00") on `day`. */
export function atClock(day: string, clock: string, zone: string): DateTime<true> {
  return sure(DateTime.fromISO(`${day}T${clock}`, { zone }))
}

/** A day seen from today in `zone`, in the words of `locale`: "tomorrow", "in 3 days". */
export function relativeDay(day: string, zone: string, locale: string): string {
  const midnight = startOfDay(day, zone)
  const options = { locale, base: startOfDay(today(zone), zone), unit: unitFor(midnight, zone) }
  return midnight.toRelativeCalendar(options) ?? day
}

/** An instant seen from now, in the words of `locale`: "5 minutes ago". */
export function relativeTime(instant: DateTime, locale: string): string {
  return sure(instant).toRelative({ locale }) ?? ''
}

/** Tells whether `zone` is an IANA time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone)
}

/**
 * Tells whether `text` is a day of the calendar written as "2026-02-28". There was no year 0, and
 * what begins a day after the last one of 9999 takes more digits than anybody reads.
 */
export function isDay(text: string): boolean {
  const isWritten = /^(?!0000|9999)\d{4}-\d{2}-\d{2}$/.test(text)
  return isWritten && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

/** Days near today are told in days, further ones in months and years. */
function unitFor(midnight: DateTime, zone: string): 'days' | 'months' | 'years' {
  const days = Math.abs(midnight.diff(startOfDay(today(zone), zone), 'days').days)
  if (days < 45) return 'days'
  return days < 500 ? 'months' : 'years'
}

/** A time that luxon could not make sense of is a mistake of the caller, not a value. */
function sure(time: DateTime): DateTime<true> {
  if (time.isValid) return time as DateTime<true>
  throw new RangeError(`Not a time: ${time.invalidExplanation ?? time.invalidReason}`)
}
