import type { MarketCurrency, MarketKey } from '#kernel/markets/market_pack'

export type StaffRole =
  | 'principal'
  | 'sales_director'
  | 'senior_agent'
  | 'junior_agent'
  | 'collections_manager'
  | 'marketing'
  | 'relationship_manager'
  | 'property_manager'

export type OperatorRole =
  'platform_admin' | 'moderator' | 'finance_ops' | 'support_agent' | 'ops_rm_lead'

export interface DemoPerson<Role extends string = StaffRole> {
  role: Role
  name: string
  email: string
  /** E.164 */
  mobile: string
  city: string
}

/** One person has one staff role, so the role names the person. */
export interface DemoTeam {
  name: string
  members: { role: StaffRole; overlay: 'owner' | 'admin' | 'member' }[]
}

export interface DemoBrand {
  primary: string
  /** Text on `primary`. */
  onPrimary: string
  accent: string
  /** Text on `accent`. */
  onAccent: string
}

export interface DemoAgency {
  slug: string
  name: string
  market: MarketKey
  currency: MarketCurrency
  plan: 'basic' | 'pro' | 'enterprise'
  timeZone: string
  city: string
  brand: DemoBrand
  staff: DemoPerson[]
  teams: DemoTeam[]
}

/** Everybody in the demo world signs in with it; production refuses the demo world as a whole. */
export const DEMO_PASSWORD = 'open-the-house'

export type Names = Record<StaffRole, [name: string, mobile: string, city: string]>

/** The staff of an agency in the order of their rank; `<role>@<agency>.example` is the address. */
export function staffOf(slug: string, names: Names): DemoPerson[] {
  return Object.entries(names).map(([role, [name, mobile, city]]) => ({
    role: role as StaffRole,
    name,
    email: `${role}@${slug}.example`,
    mobile,
    city,
  }))
}
