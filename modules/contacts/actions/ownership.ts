import { colleagues } from '#app/members'
import { type Result, done, refused } from '#kernel/result/result'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'
import { assignable } from '../queries/colleagues.ts'

type Asked = { ownerId?: string | null; teamId?: string | null }

/**
 * Whose a contact becomes. Who may not assign keeps what they make and changes no owner; who may
 * gives it to an active member within reach. The team is the owner's, unless another is chosen.
 */
export async function ownershipFor(
  actor: Actor,
  asked: Asked,
  current?: OwnedRecord
): Promise<Result<OwnedRecord, 'not_assignable'>> {
  if (!actor.can('contacts.assign')) return done(unassigned(actor, current))
  const ownerId = asked.ownerId ?? null
  const owner = assignable(actor, await colleagues()).find(({ id }) => id === ownerId)
  const stays = ownerId === current?.ownerId
  if (!owner && !stays && !mayLeaveOpen(actor, ownerId)) return refused('not_assignable')
  return teamFor(
    actor,
    asked,
    owner ? { ownerId, teamId: owner.teamId } : { ownerId, teamId: null }
  )
}

function unassigned(actor: Actor, current?: OwnedRecord): OwnedRecord {
  const { ownerId, teamId } = current ?? { ownerId: actor.id, teamId: actor.teamId }
  return { ownerId, teamId }
}

function mayLeaveOpen(actor: Actor, ownerId: string | null): boolean {
  return ownerId === null && actor.reachOf('contacts.assign') === 'all'
}

function teamFor(actor: Actor, { teamId }: Asked, owned: OwnedRecord) {
  if (!teamId) return done(owned)
  const isMine = teamId === actor.teamId || teamId === owned.teamId
  if (!isMine && actor.reachOf('contacts.assign') !== 'all') return refused('not_assignable')
  return done({ ownerId: owned.ownerId, teamId })
}
