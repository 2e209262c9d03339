import vine from '@vinejs/vine'

export const readingValidator = vine.create({ newest: vine.string().uuid().optional() })
