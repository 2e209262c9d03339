import vine from '@vinejs/vine'

/** Days that a key may work; `ever` until somebody revokes it. */
export const lifetimes = ['30', '90', '365', 'ever'] as const

export const keyValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80),
  permissions: vine.array(vine.string().maxLength(80)).minLength(1).maxLength(200),
  lasts: vine.enum(lifetimes),
})
