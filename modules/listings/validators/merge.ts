import vine from '@vinejs/vine'

const version = vine.number().positive().withoutDecimals()

export const mergeValidator = vine.create({
  otherId: vine.string().uuid(),
  version,
  otherVersion: version,
  /** From which of the two each field is taken, by its key. */
  choices: vine.record(vine.enum(['mine', 'other'] as const)).optional(),
})
