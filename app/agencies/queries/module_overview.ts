import type { MarketPack } from '#kernel/markets/market_pack'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { dependantsOf, manifestOf, manifests } from '#kernel/modules/module_registry'
import { coreSql } from '#kernel/tenancy/sql'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type PlanOffer, planOffers } from './plan_offers.ts'
import { plansOnSale } from './plans.ts'

export interface ModuleLine {
  name: string
  title: string
  icon: string
  /** i18n keys of the titles of the modules that it works with. */
  requires: string[]
  /** i18n keys of the titles of modules that are on and work with it. */
  neededBy: string[]
  state: 'on' | 'off' | 'failed' | 'switching'
  /** The cheapest plan that includes it, where the agency's own does not. */
  needsPlan: PlanOffer | null
}

/** Every module that this build ships, as this agency sees it. */
export async function moduleOverview(
  tenant: TenantSnapshot,
  pack: MarketPack
): Promise<ModuleLine[]> {
  const plans = await plansOnSale()
  const offers = await planOffers(pack)
  const switching = await beingSwitched(tenant.id)
  const cheapest = (name: string) =>
    offers.find(({ key }) => plans.some((plan) => plan.key === key && plan.modules.includes(name)))
  return manifests.map((manifest) => ({
    ...faceOf(manifest),
    neededBy: dependantsOf(manifest.name, tenant.modules).map(titleOf),
    state: switching.has(manifest.name) ? 'switching' : stateOf(tenant, manifest.name),
    needsPlan: tenant.planModules.has(manifest.name) ? null : (cheapest(manifest.name) ?? null),
  }))
}

function faceOf({ name, title, icon = 'box', requires = [] }: ModuleManifest) {
  return { name, title, icon, requires: requires.map(titleOf) }
}

function titleOf(name: string): string {
  return manifestOf(name)?.title ?? name
}

function stateOf(tenant: TenantSnapshot, name: string): 'on' | 'off' | 'failed' {
  if (tenant.failedModules.has(name)) return 'failed'
  return tenant.modules.has(name) ? 'on' : 'off'
}

/** What the fleet worker has been asked for and not done yet. */
async function beingSwitched(tenantId: string): Promise<Set<string>> {
  const { rows } = await coreSql<{ module: string }>(
    `select facts->>'module' as module from fleet_tasks
      where tenant_id = ? and kind in ('switch_on', 'switch_off') and status = 'waiting'`,
    [tenantId]
  )
  return new Set(rows.map(({ module }) => module))
}
