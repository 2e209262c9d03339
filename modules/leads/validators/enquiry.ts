import vine from '@vinejs/vine'
import { line, prose } from '#app/records'
import { dayParts, enquiryKinds } from '../enquiry.ts'
import { intents } from '../lead_words.ts'

/** What somebody may say in a form of the public site. */
export const enquiryValidator = vine.create({
  kind: vine.enum(enquiryKinds),
  /** The reference of a listing. */
  listing: line(60).optional(),
  name: line(120),
  phone: vine.string().phone().optional().requiredWhen('kind', '=', 'call'),
  email: vine.string().trim().toLowerCase().email().maxLength(254).optional(),
  message: prose(1000).optional().requiredWhen('kind', '=', 'question'),
  intent: vine.enum(intents).optional(),
  wishes: vine
    .array(
      vine.object({
        day: vine.string().day().optional(),
        part: vine.enum(dayParts).optional(),
      })
    )
    .maxLength(3)
    .optional(),
  consent: vine.accepted(),
})
