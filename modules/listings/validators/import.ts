import vine from '@vinejs/vine'
import { EXISTING } from '../imports/import_options.ts'
import { dealTypes, propertyTypes } from '../listing_words.ts'

/** What is chosen for an import before it begins; `columns` holds a choice for each `c<number>`. */
export const importDraftValidator = vine.create({
  columns: vine.record(vine.string().maxLength(60)).optional(),
  ownerId: vine.string().uuid().optional(),
  existing: vine.enum(EXISTING),
  type: vine.enum(propertyTypes),
  dealType: vine.enum(dealTypes),
})
