import { formatPrice } from '#kernel/markets/money'
import type { MarketPack } from '#kernel/markets/market_pack'
import { manifests } from '#kernel/modules/module_registry'
import { type Plan, type PlanPrice, plansOnSale } from './plans.ts'

export interface PlanOffer {
  key: Plan['key']
  kind: PlanPrice['kind']
  /** As it is written in this market; null for what costs nothing. */
  price: string | null
  /** Marketplace leads a month; null for any number. */
  leads: number | null
  /** i18n keys of the modules that this build ships and the plan includes. */
  modules: string[]
}

/** The plans on sale as one market sees them. */
export async function planOffers(pack: MarketPack): Promise<PlanOffer[]> {
  const plans = await plansOnSale()
  return plans.map((plan) => {
    const { kind, minor, currency } = plan.prices[pack.key]
    return {
      key: plan.key,
      kind: minor === 0 ? 'free' : kind,
      price: minor === 0 ? null : formatPrice(minor, currency, pack.locale),
      leads: plan.quotas.lead_purchases,
      modules: manifests
        .filter(({ name }) => plan.modules.includes(name))
        .map(({ title }) => title),
    }
  })
}
