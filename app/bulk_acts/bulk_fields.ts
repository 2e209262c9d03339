import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { line } from '#app/records'
import type { BulkChoice, BulkDeed } from './bulk_desk.ts'

/** What the form of every bulk act sends; a module adds what its own acts need. */
export const bulkFields = {
  ids: vine.array(vine.string().uuid()).maxLength(10_000).optional(),
  /** Everything that the filters in `query` match, not only what was chosen one by one. */
  all: vine.boolean().optional(),
  query: vine.string().maxLength(4000).optional(),
  ownerId: vine.string().uuid().optional().requiredWhen('act', '=', 'assign'),
  tags: line(400).optional().requiredWhen('act', 'in', ['tag', 'untag']),
}

/** The deed that was asked for, and what it is about. */
export function orderFrom<Sent extends BulkDeed & BulkChoice>({ ids, all, query, ...deed }: Sent) {
  return { deed: { ...deed, batch: DateTime.utc().toISO() }, choice: { ids, all, query } }
}
