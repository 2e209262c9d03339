import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { staffEntry } from '#app/members'
import { chosenContacts } from '../../queries/chosen_contacts.ts'
import search from '../../search.ts'
import { ContactsWorkspace } from '../workspace.ts'

/** Whose contacts each role sees from the start: their own, or everybody's. */
const reaches: { role: StaffRole; sees: string[] }[] = [
  { role: 'principal', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'sales_director', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'relationship_manager', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'marketing', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'property_manager', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'collections_manager', sees: ['of junior', 'of nobody', 'of senior'] },
  { role: 'senior_agent', sees: ['of senior'] },
  { role: 'junior_agent', sees: ['of junior'] },
]

test.group('Reach', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('is the same at every door: {role}')
    .with(reaches)
    .run(async ({ client, assert }, { role, sees }) => {
      const contacts = await given(workspace)

      for (const { door, names } of await look(client, workspace, role))
        assert.deepEqual(names, sees, door)
      for (const { name, id } of contacts) {
        const status = sees.includes(name) ? 200 : 404
        const page = await workspace.as(role, client.get(`/app/contacts/${id}`))
        const panel = await workspace.asPanel(role, client.get(`/app/contacts/${id}`))
        page.assertStatus(status)
        panel.assertStatus(status)
      }
    })

  test('grows to the team where the agency decides so, at every door', async ({
    client,
    assert,
  }) => {
    await workspace.givenTeam('North', 'junior_agent', 'senior_agent')
    await given(workspace)
    await workspace.givenReach('junior_agent', 'contacts.view', 'team')

    for (const { door, names } of await look(client, workspace, 'junior_agent'))
      assert.deepEqual(names, ['of junior', 'of senior'], door)
  })

  test('shrinks to own records for anybody, at every door', async ({ client, assert }) => {
    await given(workspace)
    await workspace.givenReach('sales_director', 'contacts.view', 'own')

    for (const { door, names } of await look(client, workspace, 'sales_director'))
      assert.deepEqual(names, [], door)
  })

  test('ends at what may be changed for bulk acts, though more may be seen', async ({ assert }) => {
    await given(workspace)
    await workspace.givenReach('junior_agent', 'contacts.view', 'all')
    const tenant = await workspace.agency.tenant()
    const entry = await staffEntry(tenant, workspace.agency.identityId('junior_agent'))

    const count = async (permission: string) => {
      const chosen = await workspace.agency.inUnit(
        async () => chosenContacts(entry!.actor, { all: true }, permission).exec(),
        'junior_agent'
      )
      return chosen.length
    }

    assert.equal(await count('contacts.view'), 3)
    assert.equal(await count('contacts.update'), 1)
    assert.equal(await count('contacts.delete'), 0)
  })

  test('is written into what the search knows of a contact', async ({ assert }) => {
    const [contact] = await given(workspace)

    const [document] = await workspace.agency.inUnit(async () => search.documents([contact.id]))

    assert.containsSubset(document, {
      title: contact.name,
      permission: 'contacts.view',
      ownerId: contact.ownerId,
      teamId: contact.teamId,
    })
  })
})

async function given(workspace: ContactsWorkspace) {
  const owners = { senior: 'senior_agent', junior: 'junior_agent', nobody: null } as const
  const contacts = []
  for (const [name, owner] of Object.entries(owners)) {
    const teamId = owner ? await workspace.teamOf(owner) : null
    const facts = { teamId }
    const contact = await workspace.givenContact({ name: `of ${name}`, owner, facts })
    await workspace.givenNextAction(contact, '2026-01-01')
    contacts.push(contact)
  }
  return contacts
}

/** The names that each door shows this person. */
async function look(client: ApiClient, workspace: ContactsWorkspace, role: StaffRole) {
  const addresses = [
    '/app/contacts',
    '/app/contacts?q=of',
    '/app/contacts?sort=-touched',
    '/app/contacts?next=overdue',
    '/app/contacts/follow-ups',
  ]
  const doors: { door: string; names: string[] }[] = []
  for (const door of addresses) {
    const { text } = await ask(client, workspace, { role, door })
    doors.push({ door, names: namesIn(text) })
  }
  return doors
}

async function ask(
  client: ApiClient,
  workspace: ContactsWorkspace,
  { role, door }: { role: StaffRole; door: string }
) {
  const response = await workspace.asFragment(role, client.get(door))
  return { text: response.text() }
}

function namesIn(html: string): string[] {
  return [...new Set(html.match(/of (senior|junior|nobody)(?=<)/g) ?? [])].sort()
}
