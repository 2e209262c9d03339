import { DateTime } from 'luxon'
import { type Result, done, refused } from '#kernel/result/result'
import type { Actor } from '#kernel/tenancy/actor'
import type Lead from '../models/lead.ts'
import { assignee } from '../queries/assignable.ts'

type Ownership = Pick<Lead, 'ownerId' | 'keeperId' | 'teamId' | 'assignedAt'>
type Asked = { ownerId?: string | null; keeperId?: string | null; teamId?: string | null }

/**
 * To whom a lead goes. Who may not assign keeps what they make, if they may work on it, and changes
 * nothing; who may gives it to an active member within reach, or leaves it open. The team is the
 * member's.
 */
export async function ownershipFor(
  actor: Actor,
  asked: Asked,
  current?: Lead
): Promise<Result<Ownership, 'not_assignable'>> {
  if (!actor.can('leads.assign')) return done(current ? sameAs(current) : keptBy(actor))
  const { ownerId, keeperId } = chosen(asked)
  if (!(await mayBecome(actor, keeperId, current?.keeperId))) return refused('not_assignable')
  if (current?.ownerId === ownerId) return done({ ...sameAs(current), keeperId })
  return ownerId === null ? open(actor, asked) : given(actor, ownerId, keeperId)
}

function chosen({ ownerId = null, keeperId = null }: Asked) {
  return { ownerId, keeperId }
}

/** Nobody, whoever it is already, or an active member within reach. */
async function mayBecome(actor: Actor, id: string | null, now: string | null = null) {
  return id === null || id === now || (await assignee(actor, id)) !== null
}

async function given(
  actor: Actor,
  ownerId: string,
  keeperId: string | null
): Promise<Result<Ownership, 'not_assignable'>> {
  const owner = await assignee(actor, ownerId)
  if (!owner) return refused('not_assignable')
  const assignedAt = DateTime.utc()
  return done({ ownerId, teamId: owner.teamId, keeperId: keeperId ?? ownerId, assignedAt })
}

function sameAs({ ownerId, keeperId, teamId, assignedAt }: Lead): Ownership {
  return { ownerId, keeperId, teamId, assignedAt }
}

function keptBy(actor: Actor): Ownership {
  const nobody = { ownerId: null, keeperId: null, teamId: null, assignedAt: null }
  if (!actor.can('leads.update')) return nobody
  const { id, teamId } = actor
  return { ownerId: id, keeperId: id, teamId, assignedAt: DateTime.utc() }
}

/** Nobody's yet: only those may leave it open who see what is nobody's. */
function open(actor: Actor, { keeperId, teamId }: Asked): Result<Ownership, 'not_assignable'> {
  if (actor.reachOf('leads.assign') !== 'all') return refused('not_assignable')
  return done({
    ownerId: null,
    teamId: teamId ?? null,
    keeperId: keeperId ?? null,
    assignedAt: null,
  })
}
