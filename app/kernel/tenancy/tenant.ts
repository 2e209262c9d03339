import type { MarketKey } from '#kernel/markets/market_pack'

export type TenantStatus = 'provisioning' | 'active' | 'restricted' | 'suspended' | 'closing'

/** Colours and logo of an agency; every value was checked for contrast when it was chosen. */
export interface Branding {
  primary?: string
  primaryContent?: string
  logoFileId?: string
  /** In pixels of the file: pages keep room for it. */
  logoWidth?: number
  logoHeight?: number
}

/**
 * What every request needs to know about its agency, read once and kept in this process
 * (see tenant_directory.ts). Frozen: changing an agency means writing `core.tenants`.
 */
export interface TenantSnapshot {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly host: string
  readonly market: MarketKey
  readonly currency: string
  readonly timeZone: string
  readonly status: TenantStatus
  readonly role: string
  readonly plan: string
  readonly planModules: ReadonlySet<string>
  readonly trialEndsAt: Date | null
  readonly branding: Branding
  readonly dataKey: string
  /** Modules switched on by the agency, whether or not the plan still allows them. */
  readonly switchedOn: ReadonlySet<string>
  readonly failedModules: ReadonlySet<string>
  /** Modules that are effective now: shipped, allowed, switched on, and so is all they require. */
  readonly modules: ReadonlySet<string>
}
