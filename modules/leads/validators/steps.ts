import vine from '@vinejs/vine'
import { propertyTypes } from '#modules/listings'
import { line } from '#app/records'
import { leadStatuses, lostReasons } from '../lead_words.ts'

const version = vine.number().positive().withoutDecimals()

/** One step of a lead's status, with its reasons. */
export const statusValidator = vine.create({
  status: vine.enum(leadStatuses),
  lostReason: vine.enum(lostReasons).optional().requiredWhen('status', '=', 'lost'),
  reason: line(500).optional().requiredWhen('lostReason', '=', 'other'),
  version,
})

/** The column of the board to which a card was moved. */
export const stageMoveValidator = vine.create({
  column: vine.string().uuid(),
  version,
})

/** To whom a lead goes; empty for nobody. */
export const assignmentValidator = vine.create({
  ownerId: vine.string().uuid().optional(),
})

export const checkValidator = vine.create({ done: vine.boolean() })

/** A priority that a person says; empty to trust the reckoned one again. */
export const priorityValidator = vine.create({
  priority: vine.number().withoutDecimals().range([1, 99]).optional(),
})

export const interestValidator = vine.create({
  unit: line(200).optional().requiredIfMissing('listingId'),
  listingId: vine.string().uuid().optional(),
  note: line(500).optional(),
})

/** What kind of property a lead offers, and which contact owns it; without one, as in converting. */
export const listingValidator = vine.create({
  type: vine.enum(propertyTypes),
  contactId: vine.string().uuid().optional(),
})

/** The contact that a lead becomes; without one, the one that is known by its number, or a new one. */
export const conversionValidator = vine.create({
  contactId: vine.string().uuid().optional(),
  /** What it looks for becomes a requirement of the contact. */
  keepRequirement: vine.boolean().optional(),
  version,
})
