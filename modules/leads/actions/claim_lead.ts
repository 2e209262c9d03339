import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import LeadsAssigned from '../events/leads_assigned.ts'
import { tellOf } from '../events/leads_event.ts'
import type LeadClaim from '../models/lead_claim.ts'
import { addToTrace } from './route_lead.ts'

/** Takes an offered lead. However many try at once, one has it. */
export class ClaimLead {
  async handle({ id, leadId, ruleName, rulePosition }: LeadClaim): Promise<Result<string, 'gone'>> {
    const me = currentActor()
    if (!(await take(leadId)) || !(await close(id))) return refused('gone')
    await addToTrace(leadId, [
      {
        ...{ at: new Date().toISOString(), rule: rulePosition, name: ruleName },
        ...{ because: [], outcome: 'claimed', to: [me.name] },
      },
    ])
    tellOf(LeadsAssigned, [leadId])
    return done(leadId)
  }
}

/** Once the time of a group is over the offer is closed, and stands for the next one alone. */
async function close(claimId: string): Promise<boolean> {
  const { rowCount } = await unitSql(
    `update lead_claims set closed_at = now(), updated_at = now(), claimed_by = ?
      where id = ? and closed_at is null`,
    [currentActor().id, claimId]
  )
  return rowCount === 1
}

/** Whoever comes second waits for this row, and then finds that it is somebody's. */
async function take(leadId: string): Promise<boolean> {
  const { id, teamId } = currentActor()
  const { rowCount } = await unitSql(
    `update leads set owner_id = ?, team_id = ?, keeper_id = coalesce(keeper_id, ?), assigned_at = now(),
            version = version + 1, updated_at = now()
      where id = ? and owner_id is null and deleted_at is null`,
    [id, teamId, id, leadId]
  )
  return rowCount === 1
}
