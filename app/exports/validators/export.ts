import vine from '@vinejs/vine'
import { SHEET_FORMATS } from '../sheets/sheet.ts'

/** `query`: the address of the list, behind its question mark. */
export const exportValidator = vine.create({
  format: vine.enum(SHEET_FORMATS),
  query: vine.string().maxLength(4000).optional(),
})
