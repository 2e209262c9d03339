import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { type StaffRole, staffEntry, staffRoles } from '#app/members'
import { permissionsOf } from '#kernel/permissions/permissions'
import search from '../../search.ts'
import { LeadsWorkspace } from '../workspace.ts'

const everything = ['of junior', 'of nobody', 'of senior']

/** The leads that each role sees from the start. */
const sees: Record<StaffRole, string[]> = {
  principal: everything,
  sales_director: everything,
  collections_manager: everything,
  marketing: everything,
  relationship_manager: everything,
  senior_agent: ['of senior'],
  junior_agent: ['of junior'],
  property_manager: [],
}

const matrix: Record<string, string> = {
  principal: 'view all, update all, assign all, delete all, export all',
  sales_director: 'view all, update all, assign all, delete –, export all',
  senior_agent: 'view own, update own, assign –, delete –, export –',
  junior_agent: 'view own, update own, assign –, delete –, export –',
  collections_manager: 'view all, update –, assign –, delete –, export –',
  marketing: 'view all, update –, assign –, delete –, export –',
  relationship_manager: 'view all, update own, assign –, delete –, export –',
  property_manager: 'view own, update own, assign –, delete –, export –',
}

test.group('The lead matrix of this module', () => {
  test('is what it declares', ({ assert }) => {
    for (const role of staffRoles) {
      const held = permissionsOf(role, new Set(['contacts', 'leads']), new Map())
      const said = ['view', 'update', 'assign', 'delete', 'export']
        .map((verb) => `${verb} ${held.get(`leads.${verb}`) ?? '–'}`)
        .join(', ')
      assert.equal(said, matrix[role], role)
    }
  })
})

test.group('The reach of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('is the same at every door: {role}')
    .with(staffRoles.map((role) => ({ role })))
    .run(async ({ client, assert }, { role }) => {
      const leads = await given(workspace)

      for (const { door, names } of await look(client, workspace, role))
        assert.deepEqual(names, sees[role], door)
      for (const { name, id } of leads) {
        const status = sees[role].includes(name) ? 200 : 404
        const page = await workspace.as(role, client.get(`/app/leads/${id}`))
        const panel = await workspace.leadPanel(role, client.get(`/app/leads/${id}`))
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
    await workspace.givenReach('junior_agent', 'leads.view', 'team')

    for (const { door, names } of await look(client, workspace, 'junior_agent'))
      assert.deepEqual(names, ['of junior', 'of senior'], door)
  })

  test('shrinks to own records for anybody, at every door', async ({ client, assert }) => {
    await given(workspace)
    await workspace.givenReach('sales_director', 'leads.view', 'own')

    for (const { door, names } of await look(client, workspace, 'sales_director'))
      assert.deepEqual(names, [], door)
  })

  test('lets {role} change {changes}')
    .with([
      { role: 'principal', changes: everything },
      { role: 'sales_director', changes: everything },
      { role: 'senior_agent', changes: ['of senior'] },
      { role: 'junior_agent', changes: ['of junior'] },
      { role: 'collections_manager', changes: [] },
      { role: 'relationship_manager', changes: [] },
    ] as { role: StaffRole; changes: string[] }[])
    .run(async ({ client, assert }, { role, changes }) => {
      for (const { id, name } of await given(workspace)) {
        const response = await workspace.as(
          role,
          client.put(`/app/leads/${id}/priority`).form({ priority: 80 })
        )
        const may = changes.includes(name) ? 302 : sees[role].includes(name) ? 403 : 404
        assert.equal(response.status(), may, name)
      }
    })

  test('lets only {roles} assign, and only {deleting} delete')
    .with([{ roles: ['principal', 'sales_director'], deleting: ['principal'] }])
    .run(async ({ client, assert }, { roles, deleting }) => {
      for (const role of staffRoles) {
        const lead = await workspace.givenLead({ owner: role })
        const ownerId = await workspace.agency.memberId('senior_agent')
        const assigned = await workspace.as(
          role,
          client.put(`/app/leads/${lead.id}/assignment`).form({ ownerId })
        )
        const mine = await workspace.givenLead({ owner: role })
        const deleted = await workspace.as(role, client.delete(`/app/leads/${mine.id}`))
        assert.equal(assigned.status(), roles.includes(role) ? 302 : 403, role)
        assert.equal(deleted.status(), deleting.includes(role) ? 302 : 403, role)
      }
    })

  test('is written into what the search knows of a lead', async ({ assert }) => {
    const [lead] = await given(workspace)

    const [document] = await workspace.agency.inUnit(async () => search.documents([lead.id]))

    assert.containsSubset(document, {
      title: lead.name,
      permission: 'leads.view',
      ownerId: lead.ownerId,
      teamId: lead.teamId,
    })
  })

  test('is nothing for those who hold nothing', async ({ assert }) => {
    await workspace.givenReach('marketing', 'leads.view', 'none')
    const tenant = await workspace.agency.tenant()
    const entry = await staffEntry(tenant, workspace.agency.identityId('marketing'))

    assert.isFalse(entry!.actor.can('leads.view'))
  })
})

async function given(workspace: LeadsWorkspace) {
  const owners = { senior: 'senior_agent', junior: 'junior_agent', nobody: null } as const
  const leads = []
  for (const [name, owner] of Object.entries(owners)) {
    const lead = await workspace.givenLead({ name: `of ${name}`, owner })
    await workspace.givenPlan(lead, '2026-01-01')
    leads.push(lead)
  }
  return leads
}

/** The names that each door shows this person. */
async function look(client: ApiClient, workspace: LeadsWorkspace, role: StaffRole) {
  const addresses = [
    '/app/leads',
    '/app/leads?q=of',
    '/app/leads?sort=-priority',
    '/app/leads?next=overdue',
    '/app/leads/waiting',
    '/app/leads/board',
  ]
  const doors: { door: string; names: string[] }[] = []
  for (const door of addresses) {
    const response = await workspace.asFragment(role, client.get(door))
    doors.push({ door, names: namesIn(response.text()) })
  }
  return doors
}

function namesIn(html: string): string[] {
  return [...new Set(html.match(/of (senior|junior|nobody)(?=<)/g) ?? [])].sort()
}
