import { dependantsOf, manifests } from '#kernel/modules/module_registry'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { plansOnSale } from './plans.ts'

export interface ModuleLine {
  name: string
  title: string
  icon: string
  requires: string[]
  state: 'on' | 'off' | 'failed'
  /** The cheapest plan that includes it, where the agency's own does not. */
  needsPlan: string | null
  neededBy: string[]
}

/** Every module that this build ships, as this agency sees it. */
export async function moduleOverview(tenant: TenantSnapshot): Promise<ModuleLine[]> {
  const plans = await plansOnSale()
  return manifests.map((manifest) => ({
    name: manifest.name,
    title: manifest.title,
    icon: manifest.icon ?? 'box',
    requires: manifest.requires ?? [],
    state: tenant.failedModules.has(manifest.name)
      ? 'failed'
      : tenant.modules.has(manifest.name)
        ? 'on'
        : 'off',
    needsPlan: tenant.planModules.has(manifest.name)
      ? null
      : (plans.find((plan) => plan.modules.includes(manifest.name))?.key ?? 'enterprise'),
    neededBy: dependantsOf(manifest.name, tenant.modules),
  }))
}
