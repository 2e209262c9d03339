import vine from '@vinejs/vine'
import { FORMATS } from '../exports/export_facts.ts'

/** `query`: the address of the list, behind its question mark. */
export const exportValidator = vine.create({
  format: vine.enum(FORMATS),
  query: vine.string().maxLength(4000).optional(),
})
