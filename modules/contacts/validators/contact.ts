import vine from '@vinejs/vine'
import { type CustomField, customRules, line } from '#app/records'
import { contactKinds, emailLabels, phoneLabels } from '../contact_words.ts'

const named = {
  type: vine.enum(['person', 'company'] as const),
  firstName: line(100)
    .optional()
    .requiredWhen(({ data }) => data.type === 'person' && !data.lastName),
  lastName: line(100).optional(),
  companyName: line(200).optional().requiredWhen('type', '=', 'company'),
  jobTitle: line(100).optional(),
}

/** A row that is left empty is taken out. */
const reached = {
  phones: vine
    .array(
      vine.object({
        number: vine.string().phone().optional(),
        label: vine.enum(phoneLabels).optional(),
      })
    )
    .maxLength(12)
    .optional(),
  emails: vine
    .array(
      vine.object({
        address: vine.string().trim().toLowerCase().email().maxLength(254).optional(),
        label: vine.enum(emailLabels).optional(),
      })
    )
    .maxLength(12)
    .optional(),
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

const known = {
  kinds: vine.array(vine.enum(contactKinds)).optional(),
  tags: vine.array(line(400).nullable()).maxLength(50).optional(),
  source: line(100).optional(),
  birthday: vine.string().day().optional(),
  ownerId: vine.string().uuid().optional(),
  teamId: vine.string().uuid().optional(),
}

/** Everything that may be said of a contact, and nothing else: what is not named here is not saved. */
export function contactValidator(fields: CustomField[]) {
  return vine.create({
    ...named,
    ...reached,
    ...known,
    custom: fields.some(({ required }) => required)
      ? customRules(fields)
      : customRules(fields).optional(),
    version: vine.number().positive().withoutDecimals().optional(),
    /** Somebody with the same number is known, and it is another person. */
    anyway: vine.boolean().optional(),
  })
}
