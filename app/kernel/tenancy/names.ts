/**
 * How an agency is called inside PostgreSQL. Roles belong to the whole server, so their names
 * carry the installation; schemas belong to one database.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** 32 hex digits. Throws on anything but a uuid, so no other text ever reaches an identifier. */
function tenantHex(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('A tenant id is a lower-case uuid')
  return tenantId.replaceAll('-', '')
}

export function schemaName(tenantId: string): string {
  return `t_${tenantHex(tenantId)}`
}

export function tenantRole(installation: string, tenantId: string): string {
  return `${installation}_t_${tenantHex(tenantId)}`
}

export function appRole(installation: string): string {
  return `${installation}_app`
}

/** The group that all tenant roles belong to; what every agency may call is granted to it. */
export function tenantsGroup(installation: string): string {
  return `${installation}_tenants`
}

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
