import { test } from '@japa/runner'
import { ApiProgram, type ApiReply } from '#tests/support/api_client'
import type Contact from '../../models/contact.ts'
import { ContactsWorkspace } from '../workspace.ts'

interface Endpoint {
  method: string
  path: (contact: Contact) => string
  permission: string
  body?: unknown
  ifMatch?: true
  /** The contact is deleted before. */
  deleted?: true
}

const of = (part: string) => (contact: Contact) => `/contacts/${contact.id}${part}`

const view = 'contacts.view'
const update = 'contacts.update'
const note = { kind: 'note', details: 'Likes the garden' }
const endpoints: Record<string, Endpoint> = {
  'The list': { method: 'GET', path: () => '/contacts', permission: view },
  'A contact': { method: 'GET', path: of(''), permission: view },
  'A timeline': { method: 'GET', path: of('/timeline'), permission: view },
  'Adding a contact': {
    method: 'POST',
    path: () => '/contacts',
    permission: 'contacts.create',
    body: { type: 'company', company_name: 'Engines' },
  },
  'Changing a contact': {
    method: 'PATCH',
    path: of(''),
    permission: update,
    body: { job_title: 'Owner' },
    ifMatch: true,
  },
  'Deleting a contact': {
    method: 'DELETE',
    path: of(''),
    permission: 'contacts.delete',
    ifMatch: true,
  },
  'Restoring a contact': {
    method: 'POST',
    path: of('/restoration'),
    permission: 'contacts.delete',
    deleted: true,
  },
  'Archiving a contact': {
    method: 'POST',
    path: of('/archival'),
    permission: update,
    ifMatch: true,
  },
  'Writing on a timeline': {
    method: 'POST',
    path: of('/timeline'),
    permission: update,
    body: note,
  },
  'Tagging': { method: 'POST', path: of('/tags'), permission: update, body: { tags: ['warm'] } },
  'Taking a tag off': { method: 'DELETE', path: of('/tags/cold'), permission: update },
}

for (const [name, endpoint] of Object.entries(endpoints)) {
  test.group(`${name}, for a program,`, (group) => {
    const workspace = new ContactsWorkspace()
    group.each.setup(() => workspace.open())
    const { method, path, permission, body, ifMatch, deleted } = endpoint

    async function ground(): Promise<{ contact: Contact; version: string }> {
      const contact = await workspace.givenContact({ owner: 'senior_agent', tags: ['cold'] })
      const program = await ApiProgram.of(workspace)
      const { headers } = await program.get(
        path(contact).startsWith('/contacts/') ? of('')(contact) : '/key'
      )
      if (deleted) await program.delete(of('')(contact), { headers: { 'if-match': '*' } })
      return { contact, version: String(headers.etag) }
    }

    async function ask(program: ApiProgram, freely = false): Promise<ApiReply> {
      const { contact, version } = await ground()
      const headers = ifMatch ? { 'if-match': version } : undefined
      const asking = { body, headers }
      return freely
        ? program.askFreely(method, path(contact), asking)
        : program.ask(method, path(contact), asking)
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
      const { contact } = await ground()
      const before = await workspace.agency.fingerprint()
      const { host } = workspace.agency
      const here = await stranger.askFreely(method, path(contact), { body, host })
      assert.equal(here.status, 404)
      const headers = ifMatch ? { 'if-match': '*' } : undefined
      const there = await stranger.askFreely(method, path(contact), { body, headers })
      assert.equal(there.status, path(contact) === '/contacts' ? there.status : 404)
      assert.notInclude(there.text, 'Ann Lee')
      assert.equal(await workspace.agency.fingerprint(), before)
    })

    test('does not exist while contacts are off', async ({ assert }) => {
      const program = await ApiProgram.of(workspace)
      const { contact } = await ground()
      await workspace.agency.switchModule('contacts', 'off')
      const answer = await program.askFreely(method, path(contact), { body })
      assert.deepEqual([answer.status, answer.json.code], [404, 'E_MODULE_OFF'])
    })

    if (ifMatch) {
      test('asks for the version that was seen, and refuses another', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const { contact, version } = await ground()
        const without = await program.ask(method, path(contact), { body })
        assert.equal(without.status, 428)
        await program.patch(
          of('')(contact),
          { job_title: 'Other' },
          { headers: { 'if-match': '*' } }
        )
        const before = await workspace.agency.fingerprint()
        const late = await program.ask(method, path(contact), {
          body,
          headers: { 'if-match': version },
        })
        assert.deepEqual([late.status, late.json.current_version], [412, 2])
        const odd = await program.ask(method, path(contact), {
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
        const { contact, version } = await ground()
        const headers = { 'idempotency-key': 'once', ...(ifMatch && { 'if-match': version }) }
        const first = await program.ask(method, path(contact), { body, headers })
        assert.isBelow(first.status, 300)
        const before = await workspace.agency.fingerprint()
        const second = await program.ask(method, path(contact), { body, headers })
        assert.deepEqual([second.status, second.text], [first.status, first.text])
        assert.equal(second.headers['idempotent-replayed'], 'true')
        assert.equal(await workspace.agency.fingerprint(), before)
      })
    }

    if (body) {
      test('rejects what it cannot take', async ({ assert }) => {
        const program = await ApiProgram.of(workspace)
        const { contact } = await ground()
        const headers = ifMatch ? { 'if-match': '*' } : undefined
        const wrong = { type: 'robot', kind: 'gossip', tags: 'no list' }
        const { status, json } = await program.ask(method, path(contact), { body: wrong, headers })
        assert.deepEqual([status, json.code], [422, 'E_INVALID'])
        assert.match(json.errors[0].pointer, /^#\/(type|kind|tags)$/)
      })
    }
  })
}

test.group('A timeline, for a program,', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('is written and read page by page, newest first', async ({ assert }) => {
    const contact = await workspace.givenContact()
    const program = await ApiProgram.of(workspace)
    for (const day of ['01', '02', '03'])
      await program.post(of('/timeline')(contact), {
        kind: 'call',
        happened_at: `2026-01-${day}T09:00:00+02:00`,
        outcome: 'positive',
      })

    const first = await program.get(of('/timeline?limit=2')(contact))
    const seen = ({ json }: ApiReply) =>
      json.data.map((one: { happened_at: string }) => one.happened_at.slice(0, 16))
    assert.deepEqual(seen(first), ['2026-01-03T07:00', '2026-01-02T07:00'])
    const rest = await program.get(of(`/timeline?after=${first.json.next_cursor}`)(contact))
    assert.deepEqual(seen(rest), ['2026-01-01T07:00'])
    for (const question of ['after=x', 'only=gossip', 'limit=0'])
      assert.equal((await program.get(of(`/timeline?${question}`)(contact))).status, 422, question)
  })

  test('takes no moment without its offset, and none that is to come', async ({ assert }) => {
    const contact = await workspace.givenContact()
    const program = await ApiProgram.of(workspace)
    for (const moment of [
      '2026-01-01',
      '2026-01-01T09:00',
      '2026-02-30T09:00Z',
      '2999-01-01T00:00Z',
    ]) {
      const body = { kind: 'call', happened_at: moment }
      const { status, json } = await program.post(of('/timeline')(contact), body)
      assert.deepEqual([status, json.errors?.[0].pointer], [422, '#/happened_at'], moment)
    }
  })
})

test.group('A contact that is put aside already', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('names the steps that are left', async ({ assert }) => {
    const contact = await workspace.givenContact({ facts: { status: 'archived' } })
    const program = await ApiProgram.of(workspace)
    const headers = { 'if-match': '*' }
    const again = await program.post(of('/archival')(contact), undefined, { headers })
    assert.deepEqual([again.status, again.json.allowed], [409, ['active']])
    const back = await program.delete(of('/archival')(contact), { headers })
    assert.deepEqual([back.status, back.json.status], [200, 'active'])
  })
})
