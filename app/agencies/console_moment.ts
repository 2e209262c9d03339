import { DateTime } from 'luxon'

/** An instant for operators, who sit in many time zones: said from now, and exactly in UTC. */
export function consoleMoment(instant: Date) {
  const time = DateTime.fromJSDate(instant, { zone: 'utc' }).setLocale('en')
  return {
    iso: time.toISO() ?? '',
    said: time.toRelative() ?? '',
    exact: time.toLocaleString(DateTime.DATETIME_FULL),
  }
}
