import { colleagues } from '#app/members'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { matchedAgents } from '../feeds/feed_agents.ts'
import { requestFeedWork } from '../feeds/feed_works.ts'
import type ListingFeed from '../models/listing_feed.ts'
import { assignable } from '../queries/colleagues.ts'

interface Match {
  key: string
  memberId?: string | null
}

/** Says who the agents are that a feed names; their listings of this feed go to them, as far as nobody keeps the agent. */
export async function matchFeedAgents(
  feed: ListingFeed,
  matches: Match[]
): Promise<Result<number, 'not_assignable' | 'under_way'>> {
  const known = await matchedAgents(feed.id)
  const changed = matches.filter(
    ({ key, memberId }) => (memberId ?? null) !== (known.get(key) ?? null)
  )
  const staff = assignable(currentActor(), await colleagues())
  const isOut = ({ memberId }: Match) => memberId && !staff.some(({ id }) => id === memberId)
  const outOfReach = changed.find(isOut)
  if (outOfReach) return refused('not_assignable', { at: matches.indexOf(outOfReach) })

  await write(feed, changed)
  const keys = changed.flatMap(({ key, memberId }) => (memberId ? [key] : []))
  if (!(await takeAgain(feed, keys))) return refused('under_way')
  if (changed.length > 0) note(feed, changed.length)
  return done(changed.length)
}

/** Only of agents whom the feed has named. */
async function write({ id }: ListingFeed, changed: Match[]): Promise<void> {
  const json = JSON.stringify(changed.map(({ key, memberId }) => ({ key, member: memberId })))
  await unitSql(
    `with said as (select * from jsonb_to_recordset(?::jsonb) as said(key text, member uuid)),
          gone as (delete from listing_feed_agents using said
                    where feed_id = ? and agent_key = said.key and said.member is null)
     insert into listing_feed_agents (feed_id, agent_key, member_id)
     select ?, key, member from said
      where member is not null
        and exists (select from listing_feed_records where feed_id = ? and agent_key = said.key)
     on conflict (feed_id, agent_key) do update set member_id = excluded.member_id, updated_at = now()`,
    [json, id, id, id]
  )
}

/** What was applied before is applied once more, now in the name of another agent; what waits goes on waiting. */
async function takeAgain(feed: ListingFeed, keys: string[]): Promise<boolean> {
  const APPLIED = `feed_id = ? and agent_key = any(?::text[]) and state = 'applied' and not gone`
  const { rows } = await unitSql<{ count: number }>(
    `select count(*)::integer as count from listing_feed_records where ${APPLIED}`,
    [feed.id, keys]
  )
  if (rows[0].count === 0) return true
  const requested = await requestFeedWork(feed, 'application')
  if (!requested.ok) return false
  const { value: work } = requested
  await unitSql(
    `update listing_feed_records set state = 'chosen', work_id = ?, updated_at = now() where ${APPLIED}`,
    [work.id, feed.id, keys]
  )
  await work.merge({ rowsTotal: rows[0].count }).save()
  return true
}

function note({ id }: ListingFeed, agents: number): void {
  unit().audit({
    action: 'listings.feed_agents_matched',
    subjectType: 'listing_feed',
    subjectId: id,
    facts: { agents },
  })
}
