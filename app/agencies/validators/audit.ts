import vine from '@vinejs/vine'

const day = () => vine.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const auditSearchValidator = vine.create({
  action: vine.string().trim().maxLength(100).optional(),
  person: vine.string().uuid().optional(),
  from: day().optional(),
  to: day().optional(),
  before: vine.string().uuid().optional(),
})
