import { DateTime } from 'luxon'
import type BulkWork from './models/bulk_work.ts'

const TOO_EARLY = 2

export interface Progress {
  done: number
  /** null while nobody knows. */
  total: number | null
  secondsLeft: number | null
}

/** How far a work is, and how long the rest takes at the pace so far. */
export function progressOf(work: BulkWork, now = DateTime.utc()): Progress {
  const { rowsDone: done, rowsTotal: total, startedAt } = work
  const elapsed = startedAt ? now.diff(startedAt).as('seconds') : 0
  if (total === null || done === 0 || elapsed < TOO_EARLY) return { done, total, secondsLeft: null }
  const secondsLeft = Math.ceil((elapsed / done) * Math.max(0, total - done))
  return { done, total: Math.max(total, done), secondsLeft }
}
