import type { Chance } from '#kernel/demo/chance'
import type { ContactKind, StaffMember } from './drafts.ts'

type Shares = Record<string, number>

const sales: Shares = {
  senior_agent: 38,
  junior_agent: 34,
  sales_director: 8,
  relationship_manager: 9,
  principal: 4,
}
const lettings: Shares = {
  property_manager: 44,
  junior_agent: 20,
  senior_agent: 12,
  relationship_manager: 16,
}
const firm: Shares = {
  property_manager: 28,
  relationship_manager: 26,
  marketing: 12,
  principal: 12,
  sales_director: 10,
  senior_agent: 12,
}

const shares: Record<ContactKind, Shares> = {
  buyer: sales,
  seller: sales,
  investor: { ...sales, sales_director: 22, principal: 16 },
  landlord: lettings,
  tenant: lettings,
  vendor: firm,
  other: firm,
}

/** Whose contact this is; a few wait for somebody to take them. */
export function ownerFor(
  kind: ContactKind,
  staff: StaffMember[],
  chance: Chance
): StaffMember | null {
  if (chance.happens(0.04)) return null
  const candidates = staff
    .map((member) => [member, shares[kind][member.role] ?? 0] as const)
    .filter(([, share]) => share > 0)
  return candidates.length > 0 ? chance.weigh(candidates) : null
}
