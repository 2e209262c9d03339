import vine from '@vinejs/vine'
import { line } from '#app/records'
import { authorityKinds, closedAs } from '../listing_words.ts'

const version = vine.number().positive().withoutDecimals()

/** The version that somebody saw when they decided. */
export const seenValidator = vine.create({ version })

/** A step that may be explained. */
export const reasonedValidator = vine.create({ version, reason: line(300).optional() })

export const closingValidator = vine.create({
  version,
  closedAs: vine.enum(closedAs).optional(),
  closedOn: vine.string().day().optional(),
  price: vine.money().optional(),
})

export const relistingValidator = vine.create({
  version,
  authorityKind: vine.enum(authorityKinds).optional(),
  authorityFrom: vine.string().day().optional(),
  authorityUntil: vine.string().day(),
})

export const priceValidator = vine.create({
  version,
  price: vine.money(),
  reason: line(300).optional(),
})
