import vine from '@vinejs/vine'
import { line } from '#app/records'
import { mediaKinds } from '../media_words.ts'

/** What somebody says that the files are; a paper is a paper by its content. */
export const mediaValidator = vine.create({ kind: vine.enum(mediaKinds).optional() })

export const mediumValidator = vine.create({
  caption: line(200).nullable().optional(),
  kind: vine.enum(mediaKinds).optional(),
  version: vine.number().positive().withoutDecimals(),
})

/** The whole order, as after a drag, or one medium a place further up or down. */
export const mediaOrderValidator = vine.create({
  ids: vine.array(vine.string().uuid()).maxLength(200).optional(),
  up: vine.string().uuid().optional(),
  down: vine.string().uuid().optional(),
})

export const rejectionValidator = vine.create({ reason: line(300).optional() })
