import { type Result, done, refused } from '#kernel/result/result'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'
import { assignableBy, colleagues } from './queries/colleagues.ts'

interface Asked {
  ownerId?: string | null
  teamId?: string | null
}

interface Giver {
  actor: Actor
  /** The right to give a record of this kind to somebody: `contacts.assign`. */
  permission: string
}

/**
 * Whose a record becomes. Who may not assign keeps what they make and changes no owner; who may
 * gives it to an active member within reach. The team is the owner's, unless another is chosen.
 */
export async function ownershipFor(
  giver: Giver,
  asked: Asked,
  current?: OwnedRecord
): Promise<Result<OwnedRecord, 'not_assignable'>> {
  const { actor, permission } = giver
  return actor.can(permission) ? assigned(giver, asked, current) : done(unassigned(actor, current))
}

async function assigned(giver: Giver, asked: Asked, current?: OwnedRecord) {
  const ownerId = asked.ownerId ?? null
  const staff = assignableBy(giver.actor, giver.permission, await colleagues())
  const owner = staff.find(({ id }) => id === ownerId)
  const stays = ownerId === current?.ownerId
  if (!owner && !stays && !mayLeaveOpen(giver, ownerId)) return refused('not_assignable')
  return teamFor(giver, asked, { ownerId, teamId: owner?.teamId ?? null })
}

function unassigned(actor: Actor, current?: OwnedRecord): OwnedRecord {
  const { ownerId, teamId } = current ?? { ownerId: actor.id, teamId: actor.teamId }
  return { ownerId, teamId }
}

function mayLeaveOpen({ actor, permission }: Giver, ownerId: string | null): boolean {
  return ownerId === null && actor.reachOf(permission) === 'all'
}

function teamFor({ actor, permission }: Giver, { teamId }: Asked, owned: OwnedRecord) {
  if (!teamId) return done(owned)
  const isMine = teamId === actor.teamId || teamId === owned.teamId
  if (!isMine && actor.reachOf(permission) !== 'all') return refused('not_assignable')
  return done({ ownerId: owned.ownerId, teamId })
}
