import vine from '@vinejs/vine'
import { line } from '#app/records'
import { channels } from '../contact_words.ts'
import { BASES, EXISTING } from '../imports/import_options.ts'

/** Separators by name: the tab would be lost on its way through a form. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const separatorNames = Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]

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

/** How a list is to be read where the guess was wrong. */
export const importReadingValidator = vine.create({
  encoding: vine.string().maxLength(30).optional(),
  separator: vine.enum(separatorNames).optional(),
})
