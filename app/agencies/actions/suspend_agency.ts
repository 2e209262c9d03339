import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { type Result, done, refused } from '#kernel/result/result'
import type { OperatedAgency } from '../queries/operated_agencies.ts'

interface StatusWish {
  kind: 'suspend' | 'resume'
  reason: string
  actorId: string
}

type Outcome = Result<
  'suspended' | 'resumed' | 'in_progress',
  'illegal_step' | 'being_deleted' | 'failed'
>

/** From which states each wish is legal. */
const legal = { suspend: ['active', 'restricted'], resume: ['suspended', 'closing'] }

/** Closes or opens an agency's doors. The fleet worker does it and writes the platform's audit. */
export class SuspendAgency {
  async handle(agency: OperatedAgency, { kind, reason, actorId }: StatusWish): Promise<Outcome> {
    if (!legal[kind].includes(agency.status)) return refused('illegal_step')
    const task = await requestFleet(kind, {
      tenantId: agency.id,
      facts: { reason, actorId, actorKind: 'operator' },
    })
    const state = await awaitFleet(task)
    if (state.status === 'failed') return refused('failed')
    if (state.answer?.refused) return refused('being_deleted')
    if (state.status === 'waiting') return done('in_progress')
    return done(kind === 'suspend' ? 'suspended' : 'resumed')
  }
}
