import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { type ApiDoor, tryDoors } from '#tests/support/api_doors'
import type Listing from '../../models/listing.ts'
import { ListingsWorkspace } from '../workspace.ts'

interface Door extends ApiDoor {
  /** What the listing is before. */
  status?: Listing['status']
}

const of = (part: string) => (listing: { id: string }) => `/listings/${listing.id}${part}`

const view = 'listings.view'
const update = 'listings.update'
const unreasonable: Door['wrong'] = [{ reason: 'x'.repeat(301) }, '#/reason']
const step = (method: string, part: string, status: Listing['status']): Door => ({
  method,
  path: of(part),
  permission: update,
  status,
  ifMatch: true,
})
const newListing = {
  title: 'Cottage',
  deal_type: 'sale',
  price_minor: 50_000_000,
  property: { type: 'cottage' },
}

const doors: Record<string, Door> = {
  'The list': { method: 'GET', path: () => '/listings', permission: view },
  'A listing': { method: 'GET', path: of(''), permission: view },
  'A timeline': { method: 'GET', path: of('/timeline'), permission: view },
  'Adding a listing': {
    method: 'POST',
    path: () => '/listings',
    permission: 'listings.create',
    body: newListing,
    wrong: [{ ...newListing, deal_type: 'gift' }, '#/deal_type'],
  },
  'Changing a listing': {
    ...step('PATCH', '', 'active'),
    body: { title: 'Better house' },
    wrong: [{ property: { beds: -1 } }, '#/property/beds'],
  },
  'Deleting a listing': { ...step('DELETE', '', 'active'), permission: 'listings.delete' },
  'Restoring a listing': {
    method: 'POST',
    path: of('/restoration'),
    permission: 'listings.delete',
    deleted: true,
  },
  'Handing a draft in': step('POST', '/submission', 'draft'),
  'Sending a draft back': {
    ...step('DELETE', '/submission', 'pending_review'),
  },
  'Approving': { ...step('POST', '/approval', 'pending_review'), permission: 'listings.publish' },
  'Pausing': { ...step('POST', '/pause', 'active'), body: { reason: 'Away' }, wrong: unreasonable },
  'Resuming': step('DELETE', '/pause', 'paused'),
  'Noting an offer': {
    ...step('POST', '/under-offer', 'active'),
    body: { reason: 'A good one' },
    wrong: unreasonable,
  },
  'An offer that falls through': step('DELETE', '/under-offer', 'under_offer'),
  'Closing': {
    ...step('POST', '/closing', 'under_offer'),
    body: { closed_as: 'sold', price_minor: 74_000_000 },
    wrong: [{ closed_as: 'given' }, '#/closed_as'],
  },
  'Listing again': {
    ...step('POST', '/relisting', 'expired'),
    body: { authority_until: '2099-01-01' },
    wrong: [{ authority_until: 'soon' }, '#/authority_until'],
  },
  'Withdrawing': {
    ...step('POST', '/withdrawal', 'active'),
    body: { reason: 'They stay' },
    wrong: unreasonable,
  },
  'Confirming': step('POST', '/confirmation', 'active'),
  'Changing the price': {
    ...step('POST', '/price', 'active'),
    body: { price_minor: 72_500_000 },
    wrong: [{ price_minor: -1 }, '#/price_minor'],
  },
  'Writing on a timeline': {
    method: 'POST',
    path: of('/timeline'),
    permission: update,
    body: { kind: 'note', details: 'Likes the garden' },
    wrong: [{ kind: 'gossip' }, '#/kind'],
  },
  'Tagging': {
    method: 'POST',
    path: of('/tags'),
    permission: update,
    body: { tags: ['warm'] },
    wrong: [{ tags: 'no list' }, '#/tags'],
  },
  'Taking a tag off': { method: 'DELETE', path: of('/tags/cold'), permission: update },
}

const workspace = new ListingsWorkspace()

tryDoors(doors, {
  module: 'listings',
  workspace,
  given: ({ status }) => workspace.givenListing({ title: 'Secret house', status }),
  secret: 'Secret house',
  change: { title: 'Other' },
})

test.group('A step that is none', (group) => {
  group.each.setup(() => workspace.open())
  const headers = { 'if-match': '*' }

  test('names the steps that are allowed', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const listing = await workspace.givenListing({ status: 'paused' })
    const { status, json } = await program.post(of('/pause')(listing), {}, { headers })
    assert.deepEqual([status, json.allowed], [409, ['active', 'withdrawn']])
  })

  test('leaves the listing as it is', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const listing = await workspace.givenListing({ status: 'closed' })
    await program.post(of('/withdrawal')(listing), {}, { headers })
    assert.equal((await workspace.listing(listing.id))?.status, 'closed')
  })

  test('a new authority that has ended is refused beside its field', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const listing = await workspace.givenListing({ status: 'expired' })
    const body = { authority_until: '2020-01-01' }
    const { status, json } = await program.post(of('/relisting')(listing), body, { headers })
    assert.deepEqual([status, json.errors[0].pointer], [422, '#/authority_until'])
  })
})
