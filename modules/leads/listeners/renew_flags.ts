import type { UnitListener } from '#kernel/events/listener'
import { renewFlags } from '../actions/renew_flags.ts'

/** Looks for what seems wrong whenever leads come or change. */
export const flagListeners = ['created', 'updated', 'merged'].map((deed): UnitListener => ({
  kind: 'unit',
  event: `leads.${deed}`,
  name: `leads.flag_${deed}`,
  handle: ({ payload }) => renewFlags(payload.leadIds as string[]),
}))
