import { test } from '@japa/runner'
import { ApiProgram, type ApiReply } from '#tests/support/api_client'
import { type ApiDoor, tryDoors } from '#tests/support/api_doors'
import { ContactsWorkspace } from '../workspace.ts'

const of = (part: string) => (contact: { id: string }) => `/contacts/${contact.id}${part}`

const view = 'contacts.view'
const update = 'contacts.update'
const note = { kind: 'note', details: 'Likes the garden' }
const doors: Record<string, ApiDoor> = {
  'The list': { method: 'GET', path: () => '/contacts', permission: view },
  'A contact': { method: 'GET', path: of(''), permission: view },
  'A timeline': { method: 'GET', path: of('/timeline'), permission: view },
  'Adding a contact': {
    method: 'POST',
    path: () => '/contacts',
    permission: 'contacts.create',
    body: { type: 'company', company_name: 'Engines' },
    wrong: [{ type: 'robot' }, '#/type'],
  },
  'Changing a contact': {
    method: 'PATCH',
    path: of(''),
    permission: update,
    body: { job_title: 'Owner' },
    wrong: [{ type: 'robot' }, '#/type'],
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

const workspace = new ContactsWorkspace()

tryDoors(doors, {
  module: 'contacts',
  workspace,
  given: () => workspace.givenContact({ owner: 'senior_agent', tags: ['cold'] }),
  secret: 'Ann Lee',
  change: { job_title: 'Other' },
})

test.group('A timeline, for a program,', (group) => {
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
      '0000-01-01T00:00Z',
      '0001-01-01T00:00+14:00',
    ]) {
      const body = { kind: 'call', happened_at: moment }
      const { status, json } = await program.post(of('/timeline')(contact), body)
      assert.deepEqual([status, json.errors?.[0].pointer], [422, '#/happened_at'], moment)
    }
  })
})

test.group('A contact that is put aside already', (group) => {
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
