export interface ClaimGroup {
  memberIds: string[]
  minutes: number
}

/** To whom the leads of a rule go. */
export type Target =
  | { kind: 'member'; memberId: string }
  | { kind: 'team'; teamId: string }
  | { kind: 'round_robin'; memberIds: string[] }
  | { kind: 'first_to_claim'; groups: ClaimGroup[]; hidden: boolean }
  | { kind: 'listing_agent' }

export const targetKinds = [
  'member',
  'team',
  'round_robin',
  'first_to_claim',
  'listing_agent',
] as const

export type TargetKind = (typeof targetKinds)[number]
export type LastRule = 'agents' | 'principal'

/** Somebody of staff to whom leads may go. */
export interface Staffer {
  id: string
  name: string
  teamId: string | null
  role: string
}

const AGENTS = ['senior_agent', 'junior_agent']

/** Those who share what no rule takes: the agents in turn, else the principal, else whoever is there. */
export function lastGroup(kind: LastRule, staff: readonly Staffer[]): Staffer[] {
  const agents = kind === 'agents' ? staff.filter(({ role }) => AGENTS.includes(role)) : []
  if (agents.length > 0) return agents
  const principals = staff.filter(({ role }) => role === 'principal')
  return principals.length > 0 ? principals.slice(0, 1) : staff.slice(0, 1)
}
