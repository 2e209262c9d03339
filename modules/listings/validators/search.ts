import vine from '@vinejs/vine'
import { line } from '#app/records'
import { frequencies } from '../models/saved_search.ts'

export const searchValidator = vine.create({
  name: line(120),
  frequency: vine.enum(frequencies),
  /** The address of the list, behind its question mark. */
  query: vine.string().maxLength(6_000).optional(),
  contactEmail: vine.string().trim().email().maxLength(254).optional(),
  version: vine.number().positive().withoutDecimals().optional(),
})
