import vine from '@vinejs/vine'
import { fieldKinds } from '../models/custom_field.ts'
import { line } from './words.ts'

const asked = {
  label: line(60),
  /** One to a line, for a field of kind `choice`. */
  choices: vine.string().maxLength(4000).optional(),
  required: vine.boolean().optional(),
  position: vine.number().withoutDecimals().range([0, 999]).optional(),
}

export const newFieldValidator = vine.create({
  subjectType: vine.string().maxLength(40),
  kind: vine.enum(fieldKinds),
  ...asked,
})

/** The kind of a field stays what it was: values were entered by it. */
export const fieldValidator = vine.create({
  ...asked,
  version: vine.number().positive().withoutDecimals(),
})
