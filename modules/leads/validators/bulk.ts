import vine from '@vinejs/vine'
import { bulkFields } from '#app/bulk_acts'
import { type BulkAct, permissions } from '../bulk/bulk_deed.ts'
import { lostReasons } from '../lead_words.ts'

export const bulkValidator = vine.create({
  act: vine.enum(Object.keys(permissions) as BulkAct[]),
  ...bulkFields,
  lostReason: vine.enum(lostReasons).optional().requiredWhen('act', '=', 'lose'),
})
