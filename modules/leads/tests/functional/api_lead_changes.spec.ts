import { test } from '@japa/runner'
import { ApiProgram, type ApiReply } from '#tests/support/api_client'
import type Lead from '../../models/lead.ts'
import { LeadsWorkspace } from '../workspace.ts'

interface Endpoint {
  method: string
  path: (lead: Lead) => string
  permission: string
  /** Another one that it needs. */
  also?: string
  body?: unknown
  /** What it cannot take, and where. */
  wrong?: { body: unknown; pointer: string }
  ifMatch?: true
  status?: Lead['status']
  deleted?: true
}

const of = (part: string) => (lead: Lead) => `/leads/${lead.id}${part}`
const view = 'leads.view'
const update = 'leads.update'

const endpoints: Record<string, Endpoint> = {
  'The list': { method: 'GET', path: () => '/leads', permission: view },
  'A lead': { method: 'GET', path: of(''), permission: view },
  'The statistics': { method: 'GET', path: () => '/leads/statistics', permission: view },
  'The pipeline': { method: 'GET', path: () => '/leads/stages', permission: view },
  'A timeline': { method: 'GET', path: of('/timeline'), permission: view },
  'What a lead wants': { method: 'GET', path: of('/interests'), permission: view },
  'Adding a lead': {
    method: 'POST',
    path: () => '/leads',
    permission: 'leads.create',
    body: { name: 'Ada Byron' },
    wrong: { body: { name: 'Ada', phone: '12' }, pointer: '#/phone' },
  },
  'Changing a lead': {
    method: 'PATCH',
    path: of(''),
    permission: update,
    body: { motivation: 5 },
    wrong: { body: { budget_max_minor: 1.5 }, pointer: '#/budget_max_minor' },
    ifMatch: true,
  },
  'Deleting a lead': { method: 'DELETE', path: of(''), permission: 'leads.delete', ifMatch: true },
  'Restoring a lead': {
    method: 'POST',
    path: of('/restoration'),
    permission: 'leads.delete',
    deleted: true,
  },
  'Showing contact details': {
    method: 'POST',
    path: of('/reveal'),
    permission: 'leads.reveal',
  },
  'Assigning a lead': {
    method: 'PATCH',
    path: of('/assignment'),
    permission: 'leads.assign',
    body: { owner_id: null },
    wrong: { body: { owner_id: 'somebody' }, pointer: '#/owner_id' },
    ifMatch: true,
  },
  'A step of the status': {
    method: 'PATCH',
    path: of('/status'),
    permission: update,
    body: { status: 'lost', lost_reason: 'price' },
    wrong: { body: { status: 'lost' }, pointer: '#/lost_reason' },
    ifMatch: true,
  },
  'Converting a lead': {
    method: 'POST',
    path: of('/conversion'),
    permission: update,
    body: {},
    wrong: { body: { contact_id: 'x' }, pointer: '#/contact_id' },
    ifMatch: true,
    status: 'negotiation',
  },
  'Drafting a listing': {
    method: 'POST',
    path: of('/listing'),
    permission: update,
    also: 'listings.create',
    body: { type: 'house' },
    wrong: { body: { type: 'castle' }, pointer: '#/type' },
    ifMatch: true,
  },
  'A priority': {
    method: 'PATCH',
    path: of('/priority'),
    permission: update,
    body: { priority: 90 },
    wrong: { body: { priority: 100 }, pointer: '#/priority' },
  },
  'The checklist': {
    method: 'PATCH',
    path: of('/checks/photos_current'),
    permission: update,
    body: { done: true },
    wrong: { body: { done: 'perhaps' }, pointer: '#/done' },
  },
  'Adding an interest': {
    method: 'POST',
    path: of('/interests'),
    permission: update,
    body: { unit: 'B-12' },
    wrong: { body: { note: 'South side' }, pointer: '#/unit' },
  },
  'Writing on a timeline': {
    method: 'POST',
    path: of('/timeline'),
    permission: update,
    body: { kind: 'note', details: 'Likes the garden' },
    wrong: { body: { kind: 'gossip' }, pointer: '#/kind' },
  },
  'Tagging': {
    method: 'POST',
    path: of('/tags'),
    permission: update,
    body: { tags: ['warm'] },
    wrong: { body: { tags: 'no list' }, pointer: '#/tags' },
  },
  'Taking a tag off': { method: 'DELETE', path: of('/tags/cold'), permission: update },
}

for (const [name, endpoint] of Object.entries(endpoints)) {
  test.group(`${name} of the leads, for a program,`, (group) => {
    const workspace = new LeadsWorkspace()
    group.each.setup(() => workspace.open())
    const { method, path, permission, body, wrong, ifMatch } = endpoint
    const { status: standing = 'new', deleted, also = view } = endpoint

    async function ground(): Promise<Lead> {
      const facts = { status: standing }
      const given = { owner: 'senior_agent', intent: 'sell' } as const
      const lead = await workspace.givenLead({ ...given, tags: ['cold'], facts })
      if (deleted) await workspace.givenFacts(lead, { deleted_at: new Date().toISOString() })
      return lead
    }

    async function ask(program: ApiProgram): Promise<ApiReply> {
      const headers = ifMatch ? { 'if-match': '*' } : undefined
      return program.ask(method, path(await ground()), { body, headers })
    }

    test('works, and with a key that names no more than it needs', async ({ assert }) => {
      assert.isBelow((await ask(await ApiProgram.of(workspace))).status, 300)
      const permissions = [...new Set([permission, also, view])]
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

    test("does not exist for another agency's key", async ({ assert }) => {
      const stranger = await ApiProgram.of({ agency: workspace.neighbour })
      const lead = await ground()
      const before = await workspace.agency.fingerprint()
      const { host } = workspace.agency
      const headers = { 'if-match': '*' }
      const here = await stranger.askFreely(method, path(lead), { body, host, headers })
      assert.equal(here.status, 404)
      const there = await stranger.askFreely(method, path(lead), { body, headers })
      if (path(lead).includes(lead.id)) assert.equal(there.status, 404)
      assert.notInclude(there.text, 'Ann Lee')
      assert.equal(await workspace.agency.fingerprint(), before)
    })

    test('does not exist while leads are off', async ({ assert }) => {
      const program = await ApiProgram.of(workspace)
      const lead = await ground()
      await workspace.agency.switchModule('leads', 'off')
      const answer = await program.askFreely(method, path(lead), { body })
      assert.deepEqual([answer.status, answer.json.code], [404, 'E_MODULE_OFF'])
    })

    if (ifMatch) {
      test('asks for the version that was seen, and refuses another', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const lead = await ground()
        assert.equal((await program.ask(method, path(lead), { body })).status, 428)
        const before = await workspace.agency.fingerprint()
        const headers = { 'if-match': '"7.x"' }
        const late = await program.ask(method, path(lead), { body, headers })
        assert.deepEqual([late.status, late.json.current_version], [412, lead.version])
        assert.equal(await workspace.agency.fingerprint(), before)
      })
    }

    if (method === 'POST') {
      test('is done once for one Idempotency-Key', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const lead = await ground()
        const headers = { 'idempotency-key': 'once', ...(ifMatch && { 'if-match': '*' }) }
        const first = await program.ask(method, path(lead), { body, headers })
        assert.isBelow(first.status, 300)
        const before = await workspace.agency.fingerprint()
        const second = await program.ask(method, path(lead), { body, headers })
        assert.deepEqual([second.status, second.text], [first.status, first.text])
        assert.equal(await workspace.agency.fingerprint(), before)
      })
    }

    if (wrong) {
      test('rejects what it cannot take', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const headers = ifMatch ? { 'if-match': '*' } : undefined
        const asking = { body: wrong.body, headers }
        const { status, json } = await program.ask(method, path(await ground()), asking)
        assert.equal(status, 422)
        assert.include(
          json.errors.map(({ pointer }: { pointer: string }) => pointer),
          wrong.pointer
        )
      })
    }
  })
}
