import vine from '@vinejs/vine'

export const agencyValidator = vine.create({
  name: vine.string().trim().minLength(2).maxLength(120),
  timeZone: vine.string().in(Intl.supportedValuesOf('timeZone')),
  primary: vine.string().regex(/^#[0-9a-f]{6}$/i),
  version: vine.number().positive().withoutDecimals(),
})
