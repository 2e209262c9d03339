import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'

/** The agency if work may be done for it: open, and `module` (null: the host) effective there. */
export async function openAgency(
  tenantId: string,
  module: string | null
): Promise<TenantSnapshot | null> {
  const tenant = await tenantDirectory.byId(tenantId)
  if (!tenant || !['active', 'restricted'].includes(tenant.status)) return null
  if (module !== null && !tenant.modules.has(module)) return null
  return tenant
}
