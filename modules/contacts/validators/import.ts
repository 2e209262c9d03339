import vine from '@vinejs/vine'
import { line } from '#app/records'
import { channels } from '../contact_words.ts'
import { BASES, EXISTING } from '../imports/import_options.ts'

/** What is chosen for an import before it begins; `columns` holds a choice for each `c<number>`. */
export const importDraftValidator = vine.create({
  columns: vine.record(vine.string().maxLength(60)).optional(),
  ownerId: vine.string().uuid().optional(),
  // Without scripts an empty field is sent along.
  tags: vine.array(line(400).optional()).maxLength(50).optional(),
  existing: vine.enum(EXISTING),
  basis: vine.enum(BASES),
  how: line(200)
    .optional()
    .requiredWhen(({ data }) => data.basis === 'as_listed' || data.basis === 'all_agreed'),
  channels: vine.array(vine.enum(channels)).optional().requiredWhen('basis', '=', 'all_agreed'),
})
