import { isUuid } from '#kernel/tenancy/names'
import { unitSql } from '#kernel/tenancy/sql'
import { publicListings } from './public_listings.ts'

export interface PublicAgent {
  id: string
  name: string
  count: number
}

const ROLES = ['principal', 'senior_agent', 'junior_agent']

/** Those who look after public listings, busiest first. */
export async function publicAgents(): Promise<PublicAgent[]> {
  return publicListings()
    .joinRaw('join members as agent on agent.id = listings.owner_id')
    .where('agent.state', 'active')
    .whereIn('agent.role', ROLES)
    .groupBy('agent.id', 'agent.name')
    .select('agent.id', 'agent.name')
    .count('* as count')
    .orderByRaw('count(*) desc, lower(agent.name), agent.id')
    .limit(100)
    .pojo<PublicAgent>()
}

/** Who looks after a listing, where they may be named. */
export async function publicAgent(id: string | null): Promise<{ id: string; name: string } | null> {
  if (!isUuid(id)) return null
  const { rows } = await unitSql<{ id: string; name: string }>(
    `select id, name from members where id = ? and state = 'active' and role = any(?)`,
    [id, ROLES]
  )
  return rows[0] ?? null
}
