import vine from '@vinejs/vine'

/** Separators by name: the tab would be lost on its way through a form. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const separatorNames = Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]

/** How a list is to be read where the guess was wrong. */
export const importReadingValidator = vine.create({
  encoding: vine.string().maxLength(30).optional(),
  separator: vine.enum(separatorNames).optional(),
})
