import vine from '@vinejs/vine'

export const flagValidator = vine.create({ state: vine.enum(['confirmed', 'dismissed'] as const) })
