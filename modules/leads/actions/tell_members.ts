import { notify, withdraw } from '#app/notifications'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'

/** An offer concerns nobody any more once the lead is somebody's, or offered to others. */
const OFFER = 'lead_offer'

/** Those who got leads hear of it, once for all that they got at the same time. */
export async function tellOwners(leadIds: string[]): Promise<void> {
  await withdraw(OFFER, leadIds)
  const { rows } = await unitSql<{ id: string; owner_id: string }>(
    `select id, owner_id from leads
      where id = any(?::uuid[]) and owner_id is not null and deleted_at is null`,
    [leadIds]
  )
  const { kind, name } = currentActor()
  const isGiven = kind === 'staff'
  const byOwner = Map.groupBy(rows, (lead) => lead.owner_id)
  await notify(
    [...byOwner].map(([ownerId, leads]) => ({
      to: [ownerId],
      kind: `leads.notifications.${isGiven ? 'given' : 'routed'}`,
      facts: { count: leads.length, ...(isGiven ? { by: name } : {}) },
      ...(leads.length === 1 ? placeOf(leads[0].id) : { path: '/app/leads?owner=me' }),
    }))
  )
}

/** Those who may claim a lead hear of it; what it is, is told where it is claimed. */
export async function tellClaimants(leadIds: string[]): Promise<void> {
  await withdraw(OFFER, leadIds)
  const { rows } = await unitSql<{ lead_id: string; member_ids: string[] }>(
    `select lead_id, member_ids from lead_claims
      where lead_id = any(?::uuid[]) and closed_at is null and expires_at > now()`,
    [leadIds]
  )
  await notify(
    rows.map(({ lead_id: id, member_ids: to }) => ({
      to,
      kind: 'leads.notifications.offered',
      path: '/app/leads/claims',
      subject: { type: OFFER, id },
    }))
  )
}

function placeOf(id: string) {
  return { path: `/app/leads/${id}`, subject: { type: 'lead', id } }
}
