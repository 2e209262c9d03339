import vine from '@vinejs/vine'
import { line } from '#app/records'

/** What is chosen for an import before it begins; `columns` holds a choice for each `c<number>`. */
export const importDraftValidator = vine.create({
  columns: vine.record(vine.string().maxLength(60)).optional(),
  ownerId: vine.string().uuid().optional(),
  source: line(100),
})
