import { test } from '@japa/runner'
import { staffEntry } from '#app/members'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { manifests } from '#kernel/modules/module_registry'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

const guest: ModuleManifest = {
  name: 'made_up_guest',
  title: 'members.roles.title',
  permissions: {
    'made_up_guest.view': { principal: 'all', sales_director: 'all', senior_agent: 'own' },
    'made_up_guest.update': { principal: 'all', sales_director: 'all' },
  },
}

test.group('Roles', (group) => {
  const workspace = new Workspace()
  const guests = manifests as ModuleManifest[]
  group.setup(() => {
    guests.push(guest)
    return () => {
      guests.splice(guests.indexOf(guest), 1)
    }
  })
  group.each.setup(async () => {
    await workspace.open()
    const facts = [workspace.agency.id, guest.name]
    await coreSql(
      `insert into module_switches (tenant_id, module, state) values (?, ?, 'on')`,
      facts
    )
    await coreSql('insert into tenant_addons (tenant_id, module) values (?, ?)', facts)
    tenantDirectory.forget(workspace.agency.id)
    return async () => {
      await coreSql('delete from module_switches where tenant_id = ? and module = ?', facts)
      await coreSql('delete from tenant_addons where tenant_id = ? and module = ?', facts)
      tenantDirectory.forget(workspace.agency.id)
    }
  })

  const reachOf = async (role: 'sales_director' | 'senior_agent', permission: string) => {
    const entry = await staffEntry(
      await workspace.agency.tenant(),
      workspace.agency.identityId(role)
    )
    return entry!.actor.reachOf(permission)
  }
  const form = (grants: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(grants).map(([permission, reach]) => [`reach[${permission}]`, reach])
    )

  test('show who may do what, and how far', async ({ client }) => {
    const page = await workspace.as('principal', client.get('/app/settings/roles'))

    page.assertStatus(200)
    page.assertTextIncludes('Senior agent')
    page.assertTextIncludes('Manage')
    const role = await workspace.as(
      'principal',
      client.get('/app/settings/roles/senior_agent/edit')
    )
    role.assertTextIncludes('name="reach[made_up_guest.view]"')
  })

  test('can be narrowed to own records, which counts within a second', async ({
    assert,
    client,
  }) => {
    assert.equal(await reachOf('sales_director', 'made_up_guest.view'), 'all')
    const answer = await workspace.as(
      'principal',
      client.put('/app/settings/roles/sales_director').form(form({ 'made_up_guest.view': 'own' }))
    )

    answer.assertHeader('location', '/app/settings/roles')
    await until(
      async () => (await reachOf('sales_director', 'made_up_guest.view')) === 'own',
      1_000
    )
    assert.equal(await reachOf('sales_director', 'made_up_guest.update'), 'all')
    assert.equal(await reachOf('senior_agent', 'made_up_guest.view'), 'own')
  })

  test('can be widened, and a permission can be taken away', async ({ assert, client }) => {
    const grants = {
      'made_up_guest.view': 'team',
      'made_up_guest.update': 'none',
      'audit.view': 'all',
    }
    await workspace.as(
      'principal',
      client.put('/app/settings/roles/sales_director').form(form(grants))
    )

    await until(
      async () => (await reachOf('sales_director', 'made_up_guest.update')) === null,
      1_000
    )
    assert.equal(await reachOf('sales_director', 'made_up_guest.view'), 'team')
    const page = await workspace.as('sales_director', client.get('/app/settings/audit'))
    page.assertStatus(200)
  })

  test('keep only what differs from how they came', async ({ assert, client }) => {
    const grants = () =>
      workspace.agency.inUnit(async () => {
        const { rows } = await unitSql<{ permission: string }>('select permission from role_grants')
        return rows.map(({ permission }) => permission)
      })
    const put = (reach: string) =>
      workspace.as(
        'principal',
        client.put('/app/settings/roles/senior_agent').form(form({ 'made_up_guest.view': reach }))
      )
    await put('team')
    assert.deepEqual(await grants(), ['made_up_guest.view'])
    await put('own')
    assert.deepEqual(await grants(), [])
  })

  test('go back to how they came', async ({ assert, client }) => {
    await workspace.as(
      'principal',
      client.put('/app/settings/roles/senior_agent').form(form({ 'made_up_guest.view': 'all' }))
    )
    await until(async () => (await reachOf('senior_agent', 'made_up_guest.view')) === 'all', 1_000)
    await workspace.as('principal', client.delete('/app/settings/roles/senior_agent'))

    await until(async () => (await reachOf('senior_agent', 'made_up_guest.view')) === 'own', 1_000)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries order by id')
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['roles.changed', 'roles.reset']
    )
  })

  test('never take from principals what they need, and give nobody else their right', async ({
    assert,
    client,
  }) => {
    const put = (role: string, grants: Record<string, string>) =>
      workspace.asFragment(
        'principal',
        client.put(`/app/settings/roles/${role}`).form(form(grants))
      )

    ;(await put('principal', { 'members.manage': 'none' })).assertStatus(409)
    ;(await put('principal', { 'made_up_guest.view': 'own' })).assertStatus(409)
    ;(await put('sales_director', { 'roles.manage': 'all' })).assertStatus(409)
    assert.isNull(await reachOf('sales_director', 'roles.manage'))
  })

  test('refuse a permission, a reach and a role that do not exist', async ({ client }) => {
    const put = (role: string, grants: Record<string, string>) =>
      workspace.asFragment(
        'principal',
        client.put(`/app/settings/roles/${role}`).form(form(grants))
      )

    ;(await put('senior_agent', { 'made_up_guest.fly': 'all' })).assertStatus(409)
    ;(await put('senior_agent', { 'made_up_guest.view': 'universe' })).assertStatus(422)
    ;(await put('senior_agent', { 'audit.view': 'team' })).assertStatus(409)
    ;(await put('emperor', { 'made_up_guest.view': 'all' })).assertStatus(404)
    ;(
      await workspace.asFragment(
        'principal',
        client.put('/app/settings/roles/senior_agent').form({})
      )
    ).assertStatus(422)
  })

  test('are up to the principal', async ({ client }) => {
    for (const request of [
      client.get('/app/settings/roles'),
      client.get('/app/settings/roles/junior_agent/edit'),
      client.put('/app/settings/roles/junior_agent').form(form({ 'made_up_guest.view': 'all' })),
      client.delete('/app/settings/roles/junior_agent'),
    ]) {
      ;(await workspace.as('sales_director', request)).assertStatus(403)
    }
  })

  test('of one agency say nothing about another', async ({ assert, client }) => {
    await workspace.asMemberOf(
      workspace.neighbour,
      'principal',
      client.put('/app/settings/roles/sales_director').form(form({ 'audit.view': 'all' }))
    )

    assert.isNull(await reachOf('sales_director', 'audit.view'))
  })
})
