import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { BulkWork } from '#app/bulk_works'
import { sealSecret } from '../feeds/feed_secrets.ts'
import ListingFeed from '../models/listing_feed.ts'

const feeds: RoutePolicy = { permission: 'listings.import' }
const feed: RoutePolicy = { ...feeds, params: ({ listingFeed: id }) => ({ id }) }
const part: RoutePolicy = {
  ...feeds,
  params: ({ listingFeed: feed_id, listingFeedRun: id }) => ({ feed_id, id, run_id: id }),
}

export const feedPolicies: Record<string, RoutePolicy> = {
  'listings.feeds.index': feeds,
  'listings.feeds.create': feeds,
  'listings.feeds.store': feeds,
  'listings.feeds.show': feed,
  'listings.feeds.edit': feed,
  'listings.feeds.update': feed,
  'listings.feeds.destroy': feed,
  'listings.feeds.trial.store': part,
  'listings.feeds.run.store': part,
  'listings.feeds.run.destroy': part,
  'listings.feeds.runs.show': part,
  'listings.feeds.runs.undoing.store': part,
  'listings.feeds.agents.show': part,
  'listings.feeds.agents.update': part,
  'listings.feeds.changes.index': part,
  'listings.feeds.application.store': part,
  'listings.feeds.skipping.store': part,
}

/** A feed whose every text is the canary, with an agent, a record that waits and a run that is over. */
export async function givenFeed(canary: string): Promise<SweptRecords> {
  const made = await ListingFeed.create({
    name: canary,
    serviceUrl: `https://example.com/${canary}`,
    resource: canary,
    filter: canary,
    auth: 'oauth2',
    tokenUrl: `https://example.com/${canary}`,
    clientId: canary,
    applies: 'looked_at',
    isOn: false,
    watermark: canary,
  })
  await made.merge({ secrets: sealSecret(canary, made.id) }).save()
  await unitSql(
    'insert into listing_feed_agents (feed_id, agent_key, member_id) values (?, ?, ?)',
    [made.id, canary, currentActor().id]
  )
  return {
    listingFeed: made.id,
    listingFeedRecord: await givenRecord(canary, made.id),
    listingFeedRun: (await givenRun(canary, made.id)).id,
  }
}

async function givenRecord(canary: string, feedId: string): Promise<string> {
  const record = {
    ListingKey: canary,
    ListAgentKey: canary,
    ListAgentFullName: canary,
    ModificationTimestamp: '2026-03-01T10:00:00Z',
    StreetName: canary,
    City: canary,
    PublicRemarks: canary,
    photos: [],
  }
  const { rows } = await unitSql<{ id: string }>(
    `insert into listing_feed_records (feed_id, listing_key, modified_at, digest, record, state)
     values (?, ?, ?, ?, ?, 'waiting') returning id`,
    [feedId, canary, canary, canary, JSON.stringify(record)]
  )
  return rows[0].id
}

function givenRun(canary: string, feedId: string): Promise<BulkWork> {
  return BulkWork.create({
    kind: 'listings.feed_sync',
    state: 'done',
    ownerId: currentActor().id,
    facts: { feedId, canary },
    rowsDone: 1,
    counts: { created: 1 },
  })
}
