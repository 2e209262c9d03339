import { test } from '@japa/runner'
import type { Group } from '@japa/runner/core'
import { manifests, moduleNames } from '#kernel/modules/module_registry'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { plansOnSale } from '#app/agencies'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

/** The last one: no other requires it. */
const MODULE = moduleNames.at(-1) ?? ''

// A house without modules has nothing to switch.
if (MODULE) test.group('Switching modules', switching)

function switching(group: Group) {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const isOn = async () => (await workspace.agency.tenant()).modules.has(MODULE)

  test('takes one out of the rail and brings it back, within a second', async ({
    assert,
    client,
  }) => {
    const off = await workspace.as('principal', client.delete(`/app/settings/modules/${MODULE}`))
    off.assertHeader('location', '/app/settings/modules')
    await until(async () => !(await isOn()), 1_000)
    const without = await workspace.as('principal', client.get('/app/settings/modules'))
    assert.notInclude(without.text(), `href="/app/${MODULE}"`)

    await workspace.as('principal', client.post(`/app/settings/modules/${MODULE}`))
    await until(isOn, 1_000)
    const again = await workspace.as('principal', client.get('/app/settings/modules'))
    assert.include(again.text(), `href="/app/${MODULE}"`)
  })

  test('is heard from another process within a second', async ({ assert }) => {
    assert.isTrue(await isOn())
    // As another process would: the database is changed and the notice sent, nothing else.
    await coreSql(`update module_switches set state = 'off' where tenant_id = ? and module = ?`, [
      workspace.agency.id,
      MODULE,
    ])
    await coreSql(`select pg_notify('freehold_tenants', ?)`, [workspace.agency.id])

    await until(async () => !(await isOn()), 1_000)
  })

  test('is audited', async ({ assert, client }) => {
    await workspace.as('principal', client.delete(`/app/settings/modules/${MODULE}`))

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string; facts: unknown }>('select action, facts from audit_entries')
    )
    assert.deepEqual(rows, [{ action: 'modules.switched_off', facts: { module: MODULE } }])
  })

  test('explains a page that is off to those who can switch it on, and to nobody else', async ({
    assert,
    client,
  }) => {
    await workspace.agency.switchModule(MODULE, 'off')

    const principal = await workspace.as('principal', client.get(`/app/${MODULE}`))
    principal.assertStatus(404)
    principal.assertTextIncludes('is switched off')
    principal.assertTextIncludes('/app/settings/modules')
    const agent = await workspace.as('junior_agent', client.get(`/app/${MODULE}`))
    agent.assertStatus(404)
    agent.assertTextIncludes('There is nothing here')
    assert.notInclude(agent.text(), 'is switched off')
  })

  test('refuses what the plan does not include, and says what it would take', async ({
    assert,
    client,
  }) => {
    const [free] = await plansOnSale()
    await workspace.agency.switchModule(MODULE, 'off')
    await coreSql(
      `insert into plan_versions (key, version, position, modules, prices) values ('bare', 1, 9, '{}', ?)`,
      [JSON.stringify(free.prices)]
    )
    await coreSql('delete from tenant_addons where tenant_id = ?', [workspace.agency.id])
    await coreSql(
      `update tenants set trial_plan_version_id = null, plan_version_id = (select id from plan_versions where key = 'bare') where id = ?`,
      [workspace.agency.id]
    )
    tenantDirectory.forget(workspace.agency.id)

    const page = await workspace.as('principal', client.get('/app/settings/modules'))
    page.assertTextIncludes('Part of the Free plan')
    const answer = await workspace.asFragment(
      'principal',
      client.post(`/app/settings/modules/${MODULE}`)
    )
    answer.assertStatus(409)
    answer.assertTextIncludes('does not include')
    assert.isFalse(await isOn())
  }).cleanup(async () => {
    await coreSql('insert into tenant_addons (tenant_id, module) values (?, ?)', [
      workspace.agency.id,
      MODULE,
    ])
    await workspace.agency.reset()
    await coreSql(`delete from plan_versions where key = 'bare'`)
  })

  test('refuses to switch off what another module needs, and names it', async ({
    client,
    cleanup,
  }) => {
    const guest: ModuleManifest = {
      name: 'made_up_guest',
      title: `${MODULE}.title`,
      requires: [MODULE],
    }
    const guests = manifests as ModuleManifest[]
    guests.push(guest)
    cleanup(() => {
      guests.splice(guests.indexOf(guest), 1)
    })
    await coreSql(
      `insert into module_switches (tenant_id, module, state) values (?, 'made_up_guest', 'on')`,
      [workspace.agency.id]
    )
    await coreSql(`insert into tenant_addons (tenant_id, module) values (?, 'made_up_guest')`, [
      workspace.agency.id,
    ])
    cleanup(async () => {
      await coreSql(`delete from module_switches where module = 'made_up_guest'`)
      await coreSql(`delete from tenant_addons where module = 'made_up_guest'`)
    })
    tenantDirectory.forget(workspace.agency.id)

    const answer = await workspace.asFragment(
      'principal',
      client.delete(`/app/settings/modules/${MODULE}`)
    )

    answer.assertStatus(409)
    answer.assertTextIncludes('still needs it')
  })

  test('brings a refused plain post back with the reason', async ({ client }) => {
    const answer = await workspace.as(
      'principal',
      client.post('/app/settings/modules/no_such_module')
    )

    answer.assertStatus(404)
  })

  test('is up to the principal', async ({ assert, client }) => {
    const answer = await workspace.as(
      'sales_director',
      client.delete(`/app/settings/modules/${MODULE}`)
    )

    answer.assertStatus(403)
    assert.isTrue(await isOn())
  })
}
