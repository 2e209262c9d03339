import vine from '@vinejs/vine'
import { line } from '#app/records'
import { consentStates } from '../contact_words.ts'

export const consentValidator = vine.create({
  state: vine.enum(consentStates),
  how: line(200).optional().requiredWhen('state', '=', 'granted'),
})

/** The version that somebody saw when they decided. */
export const seenValidator = vine.create({
  version: vine.number().positive().withoutDecimals(),
})
