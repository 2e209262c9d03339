import vine from '@vinejs/vine'

export const tenantStatuses = [
  'provisioning',
  'active',
  'restricted',
  'suspended',
  'closing',
] as const

export const agencySearchValidator = vine.create({
  q: vine.string().trim().maxLength(100).optional(),
  status: vine.enum(tenantStatuses).optional(),
  before: vine.string().uuid().optional(),
})

export const suspensionValidator = vine.create({
  reason: vine.string().trim().minLength(3).maxLength(500),
})
