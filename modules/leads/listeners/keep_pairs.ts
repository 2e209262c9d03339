import type { UnitListener } from '#kernel/events/listener'
import { keepPairs } from '../queries/lead_pairs.ts'

/** Looks for leads that may be the same whenever some come or change. */
export const pairListeners = ['created', 'updated', 'restored'].map((deed): UnitListener => ({
  kind: 'unit',
  event: `leads.${deed}`,
  name: `leads.look_for_duplicates_of_${deed}`,
  handle: ({ payload }) => keepPairs(payload.leadIds as string[]),
}))
