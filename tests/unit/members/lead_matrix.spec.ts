import { test } from '@japa/runner'
import { staffRoles } from '#app/members'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { manifests } from '#kernel/modules/module_registry'
import { permissionsOf } from '#kernel/permissions/permissions'
import { Actor, type Reach } from '#kernel/tenancy/actor'

/** What the leads module will declare: the matrix of the domain, 4.2. */
const leads: ModuleManifest = {
  name: 'made_up_leads',
  title: 'made_up_leads.title',
  permissions: {
    'made_up_leads.view': {
      principal: 'all',
      sales_director: 'all',
      senior_agent: 'own',
      junior_agent: 'own',
      collections_manager: 'all',
    },
    'made_up_leads.update': {
      principal: 'all',
      sales_director: 'all',
      senior_agent: 'own',
      junior_agent: 'own',
    },
    'made_up_leads.assign': { principal: 'all', sales_director: 'all' },
    'made_up_leads.delete': { principal: 'all' },
  },
}

const expected: Record<string, string> = {
  principal: 'view all, update all, assign all, delete all',
  sales_director: 'view all, update all, assign all, delete –',
  senior_agent: 'view own, update own, assign –, delete –',
  junior_agent: 'view own, update own, assign –, delete –',
  collections_manager: 'view all, update –, assign –, delete –',
}

test.group('The lead matrix', (group) => {
  const modules = new Set([leads.name])
  const guests = manifests as ModuleManifest[]
  group.setup(() => {
    guests.push(leads)
    return () => {
      guests.splice(guests.indexOf(leads), 1)
    }
  })

  const actor = (role: string, decided = new Map<string, Reach | 'none'>()) =>
    new Actor({
      id: 'me',
      identityId: null,
      kind: 'staff',
      name: role,
      role,
      teamId: 'mine',
      permissions: permissionsOf(role, modules, decided),
    })

  test('comes out of what a module declares', ({ assert }) => {
    for (const role of staffRoles) {
      const said = ['view', 'update', 'assign', 'delete']
        .map((verb) => `${verb} ${actor(role).reachOf(`made_up_leads.${verb}`) ?? '–'}`)
        .join(', ')
      assert.equal(said, expected[role] ?? 'view –, update –, assign –, delete –', role)
    }
  })

  test('narrows an agent to the leads that are theirs', ({ assert }) => {
    const agent = actor('senior_agent')

    assert.isTrue(agent.reaches('made_up_leads.update', { ownerId: 'me', teamId: null }))
    assert.isFalse(agent.reaches('made_up_leads.update', { ownerId: 'you', teamId: 'mine' }))
    assert.isFalse(agent.reaches('made_up_leads.assign', { ownerId: 'me', teamId: 'mine' }))
  })

  test('follows what the agency decided: team, own only, or nothing', ({ assert }) => {
    const decide = (reach: Reach | 'none') =>
      actor('sales_director', new Map([['made_up_leads.view', reach]]))

    assert.isTrue(decide('team').reaches('made_up_leads.view', { ownerId: 'you', teamId: 'mine' }))
    assert.isFalse(decide('own').reaches('made_up_leads.view', { ownerId: 'you', teamId: 'mine' }))
    assert.isFalse(decide('none').can('made_up_leads.view'))
  })

  test('is gone where the module is off', ({ assert }) => {
    const held = permissionsOf('principal', new Set(), new Map())

    assert.isFalse([...held.keys()].some((permission) => permission.startsWith('made_up_leads.')))
  })
})
