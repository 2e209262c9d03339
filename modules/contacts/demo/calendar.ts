import { DateTime } from 'luxon'
import type { Chance } from '#kernel/demo/chance'
import type { InteractionType } from './drafts.ts'

const SUNDAY = 7
const OFFICE_HOURS: Record<InteractionType, [number, number]> = {
  'call': [9, 18],
  'email': [7, 20],
  'meeting': [9, 17],
  'site-visit': [10, 17],
  'whatsapp': [8, 20],
  'other': [9, 17],
}

/** Counts days back from `today` and places work where an agent does it: not on Sundays, not at night. */
export class Calendar {
  private readonly midnight: DateTime

  constructor(today: string, timeZone: string) {
    this.midnight = DateTime.fromISO(today, { zone: timeZone })
    if (!this.midnight.isValid) throw new Error(`Not a day in a time zone: ${today}, ${timeZone}`)
  }

  /** The day so many days ahead of today (behind it, where negative), `YYYY-MM-DD`. */
  day(ahead: number): string {
    return this.midnight.plus({ days: ahead }).toISODate()!
  }

  /** An instant of that day in working hours; ISO in UTC. */
  instant(daysAgo: number, type: InteractionType, chance: Chance): string {
    const [opens, closes] = OFFICE_HOURS[type]
    const hour = chance.between(opens, closes - 1)
    const minute = chance.between(0, 11) * 5
    return this.workday(daysAgo).set({ hour, minute }).toUTC().toISO({ suppressSeconds: false })!
  }

  /** A new date, in the agency's zone, of an instant that `instant` gave. */
  dayOf(instant: string): string {
    return DateTime.fromISO(instant, { zone: this.midnight.zone }).toISODate()!
  }

  private workday(daysAgo: number): DateTime {
    const day = this.midnight.minus({ days: daysAgo })
    return day.weekday === SUNDAY ? day.minus({ days: 1 }) : day
  }
}
