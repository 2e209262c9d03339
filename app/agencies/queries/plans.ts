import type { MarketKey } from '#kernel/markets/market_pack'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { manifests } from '#kernel/modules/module_registry'
import { coreSql } from '#kernel/tenancy/sql'

export interface PlanPrice {
  /** `per_lead` and `per_verified_lead` are paid for each purchase, `per_month` for the time. */
  kind: 'free' | 'per_month' | 'per_lead' | 'per_verified_lead'
  minor: number
  currency: string
}

export interface Plan {
  id: string
  key: 'free' | 'basic' | 'pro' | 'enterprise'
  version: number
  modules: string[]
  quotas: { lead_purchases: number | null }
  prices: Record<MarketKey, PlanPrice>
}

/** The plan that every new agency tries first. */
const TRIAL_PLAN = 'pro'

/** The plans on sale now: the newest version of each that is not retired, cheapest first. */
export async function plansOnSale(): Promise<Plan[]> {
  const { rows } = await coreSql<Plan>(
    `select id, key, version, modules, quotas, prices from (
       select distinct on (key) * from plan_versions where retired_at is null order by key, version desc
     ) as newest order by position`
  )
  return rows
}

/** The modules that a new agency may choose from. */
export async function modulesOfTrial(): Promise<ModuleManifest[]> {
  const trial = (await plansOnSale()).find(({ key }) => key === TRIAL_PLAN)
  return manifests.filter(({ name }) => trial?.modules.includes(name))
}
