import vine from '@vinejs/vine'

export const timeZones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  text: zone.replaceAll('_', ' '),
}))

export const agencyValidator = vine.create({
  name: vine.string().trim().minLength(2).maxLength(120),
  timeZone: vine.string().in(Intl.supportedValuesOf('timeZone')),
  primary: vine
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  version: vine.number().positive().withoutDecimals().max(2_147_483_647),
})
