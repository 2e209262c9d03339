import { test } from '@japa/runner'
import { ApiProgram, type ApiReply } from '#tests/support/api_client'
import type Listing from '../../models/listing.ts'
import { ListingsWorkspace } from '../workspace.ts'

interface Endpoint {
  method: string
  path: (listing: Listing) => string
  permission: string
  /** What the listing is before. */
  status?: Listing['status']
  body?: unknown
  ifMatch?: true
  /** What it cannot take, and where it says so. */
  wrong?: [body: object, pointer: string]
  /** The listing is deleted before. */
  deleted?: true
}

const of = (part: string) => (listing: Listing) => `/listings/${listing.id}${part}`

const view = 'listings.view'
const update = 'listings.update'
const unreasonable: Endpoint['wrong'] = [{ reason: 'x'.repeat(301) }, '#/reason']
const step = (method: string, part: string, status: Listing['status']): Endpoint => ({
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

const endpoints: Record<string, Endpoint> = {
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

for (const [name, endpoint] of Object.entries(endpoints)) {
  test.group(`${name}, for a program,`, (group) => {
    const workspace = new ListingsWorkspace()
    group.each.setup(() => workspace.open())
    const { method, path, permission, status, body, ifMatch, deleted } = endpoint

    async function ground(): Promise<{ listing: Listing; version: string }> {
      const listing = await workspace.givenListing({ title: 'Secret house', status })
      const program = await ApiProgram.of(workspace)
      const { headers } = await program.get(
        path(listing).startsWith('/listings/') ? of('')(listing) : '/key'
      )
      if (deleted) await program.delete(of('')(listing), { headers: { 'if-match': '*' } })
      return { listing, version: String(headers.etag) }
    }

    async function ask(program: ApiProgram, freely = false): Promise<ApiReply> {
      const { listing, version } = await ground()
      const headers = ifMatch ? { 'if-match': version } : undefined
      const asking = { body, headers }
      return freely
        ? program.askFreely(method, path(listing), asking)
        : program.ask(method, path(listing), asking)
    }

    test('works', async ({ assert }) => {
      assert.isBelow((await ask(await ApiProgram.of(workspace))).status, 300)
    })

    test('works with a key that names no more than it needs', async ({ assert }) => {
      const permissions = [...new Set([permission, view])]
      const program = await ApiProgram.of({ agency: workspace.agency, permissions })
      assert.isBelow((await ask(program)).status, 300)
    })

    test('is forbidden to a key that does not name its permission', async ({ assert }) => {
      const permissions = permission === view ? ['members.view'] : [view]
      const program = await ApiProgram.of({ agency: workspace.agency, permissions })
      const answer = await ask(program)
      if (permission === view) return assert.include([403, 404], answer.status)
      assert.deepEqual([answer.status, answer.json.permission], [403, permission])
    })

    test('is forbidden to a key whose person lost the permission', async ({ assert }) => {
      const program = await ApiProgram.of({ agency: workspace.agency, role: 'sales_director' })
      await workspace.givenReach('sales_director', permission, 'none')
      assert.include([403, 404], (await ask(program)).status)
    })

    test("does not exist for another agency's key", async ({ assert }) => {
      const stranger = await ApiProgram.of({ agency: workspace.neighbour })
      const { listing } = await ground()
      const before = await workspace.agency.fingerprint()
      const { host } = workspace.agency
      const here = await stranger.askFreely(method, path(listing), { body, host })
      assert.equal(here.status, 404)
      const headers = ifMatch ? { 'if-match': '*' } : undefined
      const there = await stranger.askFreely(method, path(listing), { body, headers })
      assert.equal(there.status, path(listing) === '/listings' ? there.status : 404)
      assert.notInclude(there.text, 'Secret house')
      assert.equal(await workspace.agency.fingerprint(), before)
    })

    test('does not exist while listings are off', async ({ assert }) => {
      const program = await ApiProgram.of(workspace)
      const { listing } = await ground()
      await workspace.agency.switchModule('listings', 'off')
      const answer = await program.askFreely(method, path(listing), { body })
      assert.deepEqual([answer.status, answer.json.code], [404, 'E_MODULE_OFF'])
    })

    if (ifMatch) {
      test('asks for the version that was seen, and refuses another', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const { listing, version } = await ground()
        const without = await program.ask(method, path(listing), { body })
        assert.equal(without.status, 428)
        await program.patch(of('')(listing), { title: 'Other' }, { headers: { 'if-match': '*' } })
        const before = await workspace.agency.fingerprint()
        const late = await program.ask(method, path(listing), {
          body,
          headers: { 'if-match': version },
        })
        assert.deepEqual([late.status, late.json.current_version], [412, 2])
        const odd = await program.ask(method, path(listing), {
          body,
          headers: { 'if-match': '"x"' },
        })
        assert.equal(odd.status, 412)
        assert.equal(await workspace.agency.fingerprint(), before)
      })
    }

    if (method === 'POST') {
      test('is done once for one Idempotency-Key', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const { listing, version } = await ground()
        const headers = { 'idempotency-key': 'once', ...(ifMatch && { 'if-match': version }) }
        const first = await program.ask(method, path(listing), { body, headers })
        assert.isBelow(first.status, 300)
        const before = await workspace.agency.fingerprint()
        const second = await program.ask(method, path(listing), { body, headers })
        assert.deepEqual([second.status, second.text], [first.status, first.text])
        assert.equal(second.headers['idempotent-replayed'], 'true')
        assert.equal(await workspace.agency.fingerprint(), before)
      })
    }

    if (endpoint.wrong) {
      test('rejects what it cannot take', async ({ assert }) => {
        const [wrong, pointer] = endpoint.wrong!
        const program = await ApiProgram.of(workspace)
        const { listing } = await ground()
        const headers = ifMatch ? { 'if-match': '*' } : undefined
        const { status: answer, json } = await program.ask(method, path(listing), {
          body: wrong,
          headers,
        })
        assert.deepEqual([answer, json.code], [422, 'E_INVALID'])
        assert.equal(json.errors[0].pointer, pointer)
      })
    }
  })
}

test.group('A step that is none', (group) => {
  const workspace = new ListingsWorkspace()
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
