import { unitSql } from '#kernel/tenancy/sql'
import type ListingFeed from '../models/listing_feed.ts'
import type { ResoRecord } from './reso_record.ts'

/** Members by the keys under which a feed names them. */
export type MatchedAgents = Map<string, string>

/** An agent as the records of a feed name one. */
export interface FeedAgent {
  key: string
  name: string | null
  email: string | null
  listings: number
  /** Who that is here, as somebody chose. */
  member_id: string | null
}

/** How a record names its agent; `listing_feed_records.agent_key` says the same. */
export function agentKeyOf(record: ResoRecord): string | null {
  const { ListAgentKey, ListAgentMlsId, ListAgentEmail } = record
  const key = ListAgentKey || ListAgentMlsId || String(ListAgentEmail ?? '').toLowerCase()
  return String(key).slice(0, 200) || null
}

export async function matchedAgents(feedId: string): Promise<MatchedAgents> {
  const { rows } = await unitSql<{ agent_key: string; member_id: string }>(
    'select agent_key, member_id from listing_feed_agents where feed_id = ?',
    [feedId]
  )
  return new Map(rows.map(({ agent_key: key, member_id: id }) => [key, id]))
}

/** Some of the agents that the feed's listings name, by their keys. */
export async function feedAgents({ id }: ListingFeed, after: string, limit: number) {
  const { rows } = await unitSql<FeedAgent>(
    `select named.agent_key as key, named.listings, latest.name, latest.email, matched.member_id
       from (select agent_key, count(*)::integer as listings from listing_feed_records
              where feed_id = ? and agent_key > ? group by agent_key order by agent_key limit ?) as named
      cross join lateral (select record->>'ListAgentFullName' as name, record->>'ListAgentEmail' as email
              from listing_feed_records where feed_id = ? and agent_key = named.agent_key order by id desc limit 1) as latest
       left join listing_feed_agents as matched on matched.feed_id = ? and matched.agent_key = named.agent_key
      order by named.agent_key`,
    [id, after, limit, id, id]
  )
  return rows
}
