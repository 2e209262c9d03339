import vine from '@vinejs/vine'
import { line } from '#app/records'
import { authorityKinds, closedAs } from '../listing_words.ts'
import { minorUnits } from './listing.ts'

/** What programs say with a step; which version they saw stands in a header. */
export const reasonedStep = vine.create({ reason: line(300).optional() })

export const closingStep = vine.create({
  closedAs: vine.enum(closedAs).optional(),
  closedOn: vine.string().day().optional(),
  priceMinor: minorUnits().optional(),
})

export const relistingStep = vine.create({
  authorityKind: vine.enum(authorityKinds).optional(),
  authorityFrom: vine.string().day().optional(),
  authorityUntil: vine.string().day(),
})

export const priceStep = vine.create({ priceMinor: minorUnits(), reason: line(300).optional() })
