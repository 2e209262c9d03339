import vine from '@vinejs/vine'
import { line } from '#app/records'
import { bulkActs } from '../bulk/bulk_deed.ts'
import { lostReasons } from '../lead_words.ts'

export const bulkValidator = vine.create({
  act: vine.enum(bulkActs),
  ids: vine.array(vine.string().uuid()).maxLength(10_000).optional(),
  /** Everything that the filters in `query` match, not only what was chosen one by one. */
  all: vine.boolean().optional(),
  query: vine.string().maxLength(4000).optional(),
  ownerId: vine.string().uuid().optional().requiredWhen('act', '=', 'assign'),
  tags: line(400).optional().requiredWhen('act', 'in', ['tag', 'untag']),
  lostReason: vine.enum(lostReasons).optional().requiredWhen('act', '=', 'lose'),
})
