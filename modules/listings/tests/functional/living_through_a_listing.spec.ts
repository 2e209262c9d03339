import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { daysAfter, today } from '#kernel/markets/time'
import type Listing from '../../models/listing.ts'
import { expireListings } from '../../actions/expire_listings.ts'
import { MediaWorkspace } from '../media_workspace.ts'

const ZONE = 'America/Los_Angeles'

interface Wish {
  path: string
  role?: StaffRole
  verb?: 'post' | 'delete'
  body?: Record<string, unknown>
}

test.group('The life of a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  async function step(
    client: ApiClient,
    listing: Listing,
    wish: string | Wish
  ): Promise<ApiResponse> {
    const asked = typeof wish === 'string' ? { path: wish } : wish
    const { path, role = 'principal', verb = 'post', body = {} } = asked
    const now = await workspace.listing(listing.id)
    return workspace.asFragment(
      role,
      client[verb](`/app/listings/${listing.id}/${path}`).form({ version: now?.version, ...body })
    )
  }

  test('goes from a draft of an agent’s past a look to the market', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ status: 'draft', agent: 'junior_agent' })

    await step(client, listing, { path: 'submission', role: 'junior_agent' })
    const waiting = await workspace.listing(listing.id)
    await step(client, listing, 'approval')

    const live = await workspace.listing(listing.id)
    assert.equal(waiting?.status, 'pending_review')
    assert.equal(live?.status, 'active')
    assert.isNotNull(live?.activatedAt)
    assert.equal(live?.freshUntil, daysAfter(today(ZONE), 30))
    assert.deepEqual(await workspace.steps(listing.id), [
      'draft → pending_review',
      'pending_review → active',
    ])
  })

  test('takes its pictures along to the market, and tells its agent', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing({
      status: 'pending_review',
      agent: 'junior_agent',
    })
    const waiting = { moderation: 'processing' as const }
    await workspace.givenMedium(listing, waiting)
    await workspace.givenMedium(listing, { ...waiting, processedAt: null, pictures: [] })
    await workspace.givenMedium(listing, { moderation: 'rejected' })

    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    await step(client, listing, 'approval')

    assert.include(page.text(), 'One of these waits for a look')
    const media = await workspace.media(listing)
    assert.sameMembers(
      media.map(({ moderation }) => moderation),
      ['approved', 'processing', 'rejected']
    )
    assert.deepEqual(await workspace.notices('junior_agent'), ['listings.notifications.published'])
  })

  test('goes straight to the market for those who may publish', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ status: 'draft' })

    await step(client, listing, 'submission')

    assert.equal((await workspace.listing(listing.id))?.status, 'active')
    assert.lengthOf(await workspace.steps(listing.id), 2)
  })

  test('goes back to the draft with a reason', async ({ client, assert }) => {
    const listing = await workspace.givenListing({
      status: 'pending_review',
      agent: 'junior_agent',
    })

    await step(client, listing, {
      path: 'submission',
      verb: 'delete',
      body: { reason: 'No photos' },
    })

    assert.deepEqual(await workspace.notices('junior_agent'), ['listings.notifications.sent_back'])
    const page = await workspace.as('junior_agent', client.get(`/app/listings/${listing.id}`))
    assert.include(page.text(), 'sent it back to the draft</p>')
    const bell = await workspace.as('junior_agent', client.get('/app/notifications'))
    assert.include(bell.text(), listing.title)

    assert.equal((await workspace.listing(listing.id))?.status, 'draft')
    const [entry] = await workspace.timeline(listing.id)
    assert.include(JSON.stringify(entry.facts), 'No photos')
  })

  test('is paused and resumed, under offer and not, closed', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    await step(client, listing, 'pause')
    await step(client, listing, { path: 'pause', verb: 'delete' })
    await step(client, listing, 'under-offer')
    await step(client, listing, {
      path: 'under-offer',
      verb: 'delete',
      body: { reason: 'No loan' },
    })
    await step(client, listing, 'under-offer')
    await step(client, listing, {
      path: 'closing',
      body: { closedOn: '2026-03-02', price: '740k' },
    })

    assert.deepEqual(await workspace.steps(listing.id), [
      'active → paused',
      'paused → active',
      'active → under_offer',
      'under_offer → active',
      'active → under_offer',
      'under_offer → closed',
    ])
    const closed = await workspace.listing(listing.id)
    assert.containsSubset(closed?.$attributes, {
      closedAs: 'sold',
      closedOn: '2026-03-02',
      closedPriceMinor: 74_000_000,
    })
  })

  test('expires with its authority by the agency’s clock, and is listed again', async ({
    client,
    assert,
  }) => {
    const now = today(ZONE)
    const ending = await workspace.givenListing({
      facts: { authorityUntil: daysAfter(now, -1), authorityFrom: '2025-01-01' },
    })
    const lasting = await workspace.givenListing({ facts: { authorityUntil: now } })

    const count = await workspace.agency.inUnit(async () => expireListings())

    assert.equal(count, 1)
    assert.equal((await workspace.listing(ending.id))?.status, 'expired')
    assert.equal((await workspace.listing(lasting.id))?.status, 'active')

    await step(client, ending, { path: 'relisting', body: { authorityUntil: daysAfter(now, 60) } })
    const again = await workspace.listing(ending.id)
    assert.equal(again?.status, 'active')
    assert.equal(again?.authorityFrom, now)
    assert.equal(again?.authorityUntil, daysAfter(now, 60))
  })

  test('does not go on the market without a price, nor after its authority', async ({
    client,
    assert,
  }) => {
    const free = await workspace.givenListing({ status: 'draft', facts: { priceMinor: null } })
    const over = await workspace.givenListing({
      status: 'paused',
      facts: { authorityUntil: '2026-01-01' },
    })

    const submitted = await step(client, free, 'submission')
    const resumed = await step(client, over, { path: 'pause', verb: 'delete' })
    const relisted = await step(client, over, {
      path: 'relisting',
      body: { authorityUntil: '2026-01-01' },
    })

    submitted.assertStatus(409)
    assert.include(submitted.text(), 'needs a price')
    resumed.assertStatus(409)
    assert.include(resumed.text(), '2026-01-01')
    relisted.assertStatus(422)
  })

  test('takes no step that is none: {path} from {status}')
    .with([
      { status: 'draft', path: 'approval', steps: 'To review, Withdrawn' },
      { status: 'draft', path: 'closing', steps: 'To review, Withdrawn' },
      { status: 'active', path: 'closing', steps: 'Paused, Under offer, Expired, Withdrawn' },
      { status: 'active', path: 'approval', steps: 'Paused' },
      { status: 'active', path: 'relisting', steps: 'Paused' },
      { status: 'paused', path: 'under-offer', steps: 'Active, Withdrawn' },
      { status: 'expired', path: 'pause', steps: 'Active, Withdrawn' },
      { status: 'closed', path: 'withdrawal', steps: 'is final' },
      { status: 'withdrawn', path: 'submission', steps: 'is final' },
    ] as const)
    .run(async ({ client, assert }, { status, path, steps }) => {
      const listing = await workspace.givenListing({ status })
      const body = { authorityUntil: daysAfter(today(ZONE), 10) }

      const response = await step(client, listing, { path, body })

      response.assertStatus(409)
      assert.include(response.text(), steps)
      assert.equal((await workspace.listing(listing.id))?.status, status)
      assert.deepEqual(await workspace.steps(listing.id), [])
    })

  test('is not changed by somebody who saw an older version', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const response = await step(client, listing, { path: 'pause', body: { version: 9 } })

    response.assertStatus(409)
    assert.equal((await workspace.listing(listing.id))?.status, 'active')
  })

  test('is withdrawn with a reason', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ status: 'under_offer' })

    await step(client, listing, { path: 'withdrawal', body: { reason: 'Owner stays' } })

    assert.equal((await workspace.listing(listing.id))?.status, 'withdrawn')
  })

  test('is confirmed with one tap while it is on the market', async ({ client, assert }) => {
    const stale = await workspace.givenListing({ facts: { freshUntil: '2026-01-01' } })
    const draft = await workspace.givenListing({ status: 'draft' })

    const confirmed = await step(client, stale, 'confirmation')
    const refused = await step(client, draft, 'confirmation')

    confirmed.assertStatus(200)
    refused.assertStatus(409)
    assert.equal((await workspace.listing(stale.id))?.freshUntil, daysAfter(today(ZONE), 30))
  })

  test('asks every step’s right: {path} is forbidden to {role}')
    .with([
      { path: 'approval', role: 'senior_agent' },
      { path: 'submission', role: 'collections_manager' },
      { path: 'pause', role: 'junior_agent' },
      { path: 'withdrawal', role: 'junior_agent' },
      { path: 'confirmation', role: 'junior_agent' },
      { path: 'price', role: 'junior_agent' },
      { path: 'verifications/owner', role: 'senior_agent' },
    ] as const)
    .run(async ({ client }, { path, role }) => {
      const listing = await workspace.givenListing({ status: 'pending_review' })

      const response = await step(client, listing, { path, role })

      response.assertStatus(403)
    })
})
