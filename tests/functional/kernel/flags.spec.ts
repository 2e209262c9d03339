import { test } from '@japa/runner'
import { isFlagOn, saveFlag } from '#kernel/flags/flags'
import { coreSql } from '#kernel/tenancy/sql'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

test.group('Feature flags', (group) => {
  const workspace = new Workspace()

  group.each.setup(async () => {
    await workspace.open()
    await coreSql(`delete from feature_flags where name like 'probe.%'`)
  })

  test('are off while nobody has made them', async ({ assert }) => {
    assert.isFalse(await isFlagOn('probe.unheard_of', await workspace.agency.tenant()))
  })

  test('are kept, and changed at once in this process', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    const facts = {
      name: 'probe.kept',
      enabled: true,
      rolloutPercentage: 0,
      excluded: new Set<string>(),
    }

    await saveFlag({ ...facts, included: new Set([tenant.id]) })
    assert.isTrue(await isFlagOn('probe.kept', tenant))
    assert.isFalse(await isFlagOn('probe.kept', await workspace.neighbour.tenant()))

    await saveFlag({ ...facts, included: new Set() })
    assert.isFalse(await isFlagOn('probe.kept', tenant))
  })

  test('are dropped from the memory of a process that hears of the change', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    assert.isFalse(await isFlagOn('probe.elsewhere', tenant))

    await coreSql(`insert into feature_flags (name, enabled) values ('probe.elsewhere', true)`)
    assert.isFalse(await isFlagOn('probe.elsewhere', tenant), 'it is still remembered')
    await coreSql(`select pg_notify('freehold_flags', 'probe.elsewhere')`)

    await until(() => isFlagOn('probe.elsewhere', tenant))
  })
})
