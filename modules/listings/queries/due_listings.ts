import { daysAfter, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import Listing from '../models/listing.ts'

/** So many days ahead an ending authority is something to talk about. */
const AUTHORITY_DAYS = 14

export interface DueListing {
  id: string
  title: string
  version: number
  owner_id: string | null
  agent_name: string | null
  reason: 'review' | 'authority' | 'stale'
  due_on: string | null
}

/**
 * Drafts that wait for whoever may publish, authorities about to end, and listings that nobody has
 * confirmed for too long: one reason each, own ones first.
 */
export async function dueListings(actor: Actor, limit: number): Promise<DueListing[]> {
  const found = [
    ...(await waiting(actor, limit)),
    ...(await ending(actor, limit)),
    ...(await stale(actor, limit)),
  ]
  const first = new Map(found.toReversed().map((one) => [one.id, one]))
  return found.filter((one) => first.get(one.id) === one).slice(0, limit)
}

function waiting(actor: Actor, limit: number) {
  const query = Listing.reachableBy(actor, 'listings.publish').where(
    'listings.status',
    'pending_review'
  )
  return asked(query, { actor, limit, reason: 'review', due: 'null::date' })
}

function ending(actor: Actor, limit: number) {
  const now = today(unit().tenant.timeZone)
  const query = Listing.reachableBy(actor, 'listings.update')
    .where('listings.status', 'active')
    .where('listings.authority_until', '<=', daysAfter(now, AUTHORITY_DAYS))
  return asked(query, { actor, limit, reason: 'authority', due: 'listings.authority_until' })
}

function stale(actor: Actor, limit: number) {
  const query = Listing.reachableBy(actor, 'listings.update')
    .where('listings.status', 'active')
    .where('listings.fresh_until', '<', today(unit().tenant.timeZone))
  return asked(query, { actor, limit, reason: 'stale', due: 'listings.fresh_until' })
}

interface Question {
  actor: Actor
  limit: number
  reason: DueListing['reason']
  due: string
}

async function asked(
  query: ReturnType<typeof Listing.query<typeof Listing>>,
  { actor, limit, reason, due }: Question
): Promise<DueListing[]> {
  const rows = await query
    .joinRaw('left join members as agent on agent.id = listings.owner_id')
    .orderByRaw('(listings.owner_id is not distinct from ?) desc', [actor.id])
    .orderByRaw(`${due}, listings.id`)
    .select('listings.id', 'listings.title', 'listings.version', 'listings.owner_id')
    .select('agent.name as agent_name', query.client.raw(`${due} as due_on`))
    .limit(limit)
    .pojo<Omit<DueListing, 'reason'>>()
  return rows.map((row) => ({ ...row, reason }))
}
