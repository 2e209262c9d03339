import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import {
  atClock,
  dayOf,
  daysAfter,
  isDay,
  relativeDay,
  relativeTime,
  startOfDay,
  today,
} from '#kernel/markets/time'

const EVENING_IN_SEATTLE = DateTime.fromISO('2026-11-21T20:30:00', { zone: 'America/Los_Angeles' })

test.group('Time of an agency', (group) => {
  group.each.setup(() => {
    Settings.now = () => EVENING_IN_SEATTLE.toMillis()
    return () => {
      Settings.now = () => Date.now()
    }
  })

  test('has another today in each zone', ({ assert }) => {
    assert.equal(today('America/Los_Angeles'), '2026-11-21')
    assert.equal(today('Africa/Harare'), '2026-11-22')
    assert.equal(dayOf(EVENING_IN_SEATTLE, 'Asia/Kolkata'), '2026-11-22')
  })

  test('begins its day and keeps its clock where it is', ({ assert }) => {
    assert.equal(
      startOfDay('2026-11-21', 'Africa/Harare').toUTC().toISO(),
      '2026-11-20T22:00:00.000Z'
    )
    assert.equal(
      atClock('2026-07-01', '09:00', 'America/Los_Angeles').toUTC().toISO(),
      '2026-07-01T16:00:00.000Z'
    )
  })

  test('counts days over the change of the clocks', ({ assert }) => {
    assert.equal(daysAfter('2026-03-07', 1), '2026-03-08')
    assert.equal(daysAfter('2026-03-01', -1), '2026-02-28')
    const length = startOfDay('2026-03-09', 'America/New_York').diff(
      startOfDay('2026-03-08', 'America/New_York')
    )
    assert.equal(length.as('hours'), 23)
  })

  test('is told in words that fit the distance', ({ assert }) => {
    const zone = 'America/Los_Angeles'
    assert.equal(relativeDay('2026-11-22', zone, 'en-US'), 'tomorrow')
    assert.equal(relativeDay('2026-11-21', zone, 'en-US'), 'today')
    assert.equal(relativeDay('2026-11-24', zone, 'en-US'), 'in 3 days')
    assert.equal(relativeDay('2026-08-21', zone, 'en-US'), '3 months ago')
    assert.equal(relativeTime(EVENING_IN_SEATTLE.minus({ minutes: 5 }), 'en-US'), '5 minutes ago')
  })

  test('knows the days of the calendar', ({ assert }) => {
    assert.isTrue(isDay('2028-02-29'))
    assert.isFalse(isDay('2026-02-29'))
    assert.isFalse(isDay('2026-2-9'))
    assert.isFalse(isDay('2026-02-09T00:00:00Z'))
    assert.isFalse(isDay('0000-01-01'), 'no database knows a year 0')
    assert.isFalse(isDay('9999-12-31'), 'the day after it has five digits')
  })

  test('refuses a zone or a day that does not exist as a mistake of the caller', ({ assert }) => {
    assert.throws(() => today('Mars/Olympus'), /Not a time/)
    assert.throws(() => daysAfter('someday', 1), /Not a time/)
  })
})
