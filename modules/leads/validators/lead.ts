import vine from '@vinejs/vine'
import { type CustomField, customRules, line, prose } from '#app/records'
import { intents } from '../lead_words.ts'

export const who = {
  name: line(200),
  phone: vine.string().phone().optional(),
  email: vine.string().trim().toLowerCase().email().maxLength(254).optional(),
  source: line(100).optional(),
}

export const wants = {
  intent: vine.enum(intents).optional(),
  message: prose(5000).optional(),
  localities: vine.array(line(400).nullable()).maxLength(20).optional(),
  motivation: vine.number().withoutDecimals().range([1, 5]).optional(),
  address: vine
    .object({
      line: line(200).addressPart('line').optional(),
      unit: line(60).addressPart('unit').optional(),
      locality: line(100).addressPart('locality').optional(),
      city: line(100).addressPart('city').optional(),
      state: line(100).addressPart('state').optional(),
      postcode: line(20).addressPart('postcode').optional(),
    })
    .optional(),
}

const amounts = {
  budgetMin: vine.money().optional(),
  budgetMax: vine.money().optional(),
  askingPrice: vine.money().optional(),
}

/** Everything that a person may say of a lead, and nothing else: what is not named here is not saved. */
export function leadValidator(fields: CustomField[]) {
  return vine.create({
    ...who,
    ...wants,
    ...amounts,
    tags: vine.array(line(400).nullable()).maxLength(50).optional(),
    ownerId: vine.string().uuid().optional(),
    keeperId: vine.string().uuid().optional(),
    custom: fields.some(({ required }) => required)
      ? customRules(fields)
      : customRules(fields).optional(),
    version: vine.number().positive().withoutDecimals().optional(),
    /** Who it is among the contacts that are known; else somebody new. */
    contactId: vine.string().uuid().optional(),
    /** The listing that it asks about; for a new one only. */
    listingId: vine.string().uuid().optional(),
    anyway: vine.boolean().optional(),
  })
}
