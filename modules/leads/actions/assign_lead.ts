import { type Colleague } from '#app/members'
import { noteChange } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import LeadsAssigned from '../events/leads_assigned.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import { assignee } from '../queries/assignable.ts'

/** Gives leads to an active colleague within reach, whose team goes along, or to nobody. */
export class AssignLead {
  async handle(
    ids: string[],
    ownerId: string | null
  ): Promise<Result<Colleague | null, 'not_assignable'>> {
    const actor = currentActor()
    const owner = ownerId ? await assignee(actor, ownerId) : null
    const mayLeaveOpen = actor.reachOf('leads.assign') === 'all'
    if (ownerId ? !owner : !mayLeaveOpen) return refused('not_assignable')
    const moved = await give(ids, owner)
    await noteChange('lead', moved, [
      { field: 'leads.fields.assignee', from: null, to: owner?.name ?? '–' },
    ])
    tellOf(owner ? LeadsAssigned : LeadsUpdated, moved)
    return done(owner)
  }
}

/** Those that are not there yet; whoever gets a lead that nobody answers for answers for it. */
async function give(ids: string[], owner: Colleague | null): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `update leads set owner_id = ?, team_id = ?, keeper_id = coalesce(keeper_id, ?),
            assigned_at = case when ?::uuid is null then null else now() end,
            version = version + 1, updated_at = now()
      where id = any(?::uuid[]) and owner_id is distinct from ?::uuid returning id`,
    [owner?.id, owner?.teamId, owner?.id, owner?.id, ids, owner?.id].map((value) => value ?? null)
  )
  return rows.map(({ id }) => id)
}
