import vine from '@vinejs/vine'

export const sendingValidator = vine.create({
  kind: vine.enum(['email', 'whatsapp'] as const),
})
