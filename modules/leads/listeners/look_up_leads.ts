import type { LongListener } from '#kernel/events/listener'
import { lookUp } from '../lookups/look_up.ts'

/** Asks those who know more of numbers and addresses, after leads came or changed and never before. */
export const lookupListeners = ['created', 'updated'].map((deed): LongListener => ({
  kind: 'job',
  event: `leads.${deed}`,
  name: `leads.look_up_${deed}`,
  handle: ({ payload }, run) => lookUp(payload.leadIds as string[], run),
}))
