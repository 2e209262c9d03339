import type { Ground, Write } from '#tests/functional/security/writes'

const aFeed = ({ records }: Ground) => ({ id: records.listingFeed })
const ofFeed = ({ records }: Ground) => ({ feed_id: records.listingFeed })
const itsPage = ({ records }: Ground) => `/app/settings/listing-feeds/${records.listingFeed}`

const draft = async ({ agency }: Ground) => ({
  name: 'Northwest MLS',
  serviceUrl: 'https://example.com/reso/odata',
  resource: 'Property',
  filter: "City eq 'Seattle'",
  auth: 'oauth2',
  tokenUrl: 'https://example.com/token',
  clientId: 'freehold',
  secret: 'a secret',
  applies: 'looked_at',
  isOn: true,
  ownerId: await agency.memberId('principal'),
})

const texts = { name: { most: 80 }, filter: { most: 1000 } }

/** Every change that feeds offer. */
export const feedWrites: Record<string, Write> = {
  'listings.feeds.store': {
    body: draft,
    texts,
    formAt: () => '/app/settings/listing-feeds/create',
  },
  'listings.feeds.update': {
    params: aFeed,
    body: async (ground) => ({ ...(await draft(ground)), version: 1 }),
    texts,
    formAt: (ground) => `${itsPage(ground)}/edit`,
    seenAt: itsPage,
  },
  'listings.feeds.destroy': { params: aFeed },
  'listings.feeds.trial.store': { params: ofFeed },
  'listings.feeds.run.store': { params: ofFeed },
  'listings.feeds.run.destroy': {
    params: ofFeed,
    given: `update bulk_works set state = 'running' where kind = 'listings.feed_sync'`,
  },
  'listings.feeds.runs.undoing.store': {
    params: ({ records }) => ({ feed_id: records.listingFeed, run_id: records.listingFeedRun }),
    given: `insert into listing_import_rows (import_id, line, deed, listing_id)
            select id, 1, 'updated', (select id from listings order by id limit 1) from bulk_works where kind = 'listings.feed_sync'
            on conflict do nothing`,
  },
  'listings.feeds.agents.update': {
    params: ofFeed,
    given: `update listing_feed_records set record = record || '{"ListAgentKey": "A1"}'`,
    body: async ({ agency }) => ({
      agents: [{ key: 'A1', memberId: await agency.memberId('senior_agent') }],
    }),
    formAt: (ground) => `${itsPage(ground)}/agents`,
  },
  'listings.feeds.application.store': {
    params: ofFeed,
    body: ({ records }) => ({ ids: [records.listingFeedRecord], all: false }),
  },
  'listings.feeds.skipping.store': {
    params: ofFeed,
    body: ({ records }) => ({ ids: [records.listingFeedRecord], all: false }),
  },
}
