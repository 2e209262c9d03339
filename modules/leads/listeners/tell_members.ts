import type { UnitListener } from '#kernel/events/listener'
import { tellClaimants, tellOwners } from '../actions/tell_members.ts'

/** Leads come to somebody, or may be claimed: the people in question hear of it. */
export const tellingListeners: UnitListener[] = [
  {
    kind: 'unit',
    event: 'leads.assigned',
    name: 'leads.tell_owners',
    handle: ({ payload }) => tellOwners(payload.leadIds as string[]),
  },
  {
    kind: 'unit',
    event: 'leads.offered',
    name: 'leads.tell_claimants',
    handle: ({ payload }) => tellClaimants(payload.leadIds as string[]),
  },
]
