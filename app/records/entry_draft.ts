import { DateTime } from 'luxon'
import { atClock, daysAfter, today } from '#kernel/markets/time'
import type { EntryDraft } from './actions/write_entry.ts'
import type { Outcome, WrittenKind } from './kinds.ts'

interface Typed {
  kind: WrittenKind
  happenedAt?: string | null
  details?: string | null
  outcome?: Outcome | null
  nextAction?: string | null
  nextActionOn?: string | null
  days?: number | null
}

/** What was typed, with the agency's clock read as an instant. */
export function entryDraft({ happenedAt, days, ...typed }: Typed, zone: string): EntryDraft {
  const inDays = days && typed.nextAction ? daysAfter(today(zone), days) : null
  return {
    ...typed,
    nextActionOn: typed.nextActionOn ?? inDays,
    happenedAt: happenedAt ? instantOf(happenedAt, zone) : undefined,
  }
}

/** Clocks differ a little; what lies further ahead has not happened. */
export function isAhead({ happenedAt }: EntryDraft): boolean {
  return happenedAt !== undefined && happenedAt > DateTime.utc().plus({ minutes: 10 })
}

function instantOf(local: string, zone: string): DateTime {
  const [day, clock] = local.split('T')
  return atClock(day, clock, zone)
}
