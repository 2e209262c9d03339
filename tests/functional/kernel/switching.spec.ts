import { test } from '@japa/runner'
import { setTimeout as delay } from 'node:timers/promises'
import router from '@adonisjs/core/services/router'
import { manifests } from '#kernel/modules/module_registry'
import { ownerPool } from '#kernel/fleet/owner'
import { tablesOf } from '#kernel/fleet/rendered_migrations'
import { unitSql } from '#kernel/tenancy/sql'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { WebProcess, statusOf } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'

const shown = manifests.find((manifest) => (manifest.menu ?? []).length > 0)

test.group('Switching a module', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('off and on is known to every process within a second', async ({ assert, cleanup }) => {
    const processes = await Promise.all([WebProcess.start(), WebProcess.start()])
    cleanup(async () => {
      await Promise.all(processes.map((web) => web.terminate()))
    })
    const address = router.makeUrl(shown!.menu![0].route)
    const seen = (web: WebProcess) =>
      statusOf(web.port, address, {
        host: workspace.agency.host,
        ...workspace.cookieOf('principal'),
      })
    assert.deepEqual(await Promise.all(processes.map(seen)), [200, 200])

    for (const [direction, status] of [
      ['off', 404],
      ['on', 200],
    ] as const) {
      await workspace.agency.switchModule(shown!.name, direction)
      const until = Date.now() + 1_000
      let statuses = await Promise.all(processes.map(seen))
      while (statuses.some((one) => one !== status) && Date.now() < until) {
        await delay(20)
        statuses = await Promise.all(processes.map(seen))
      }
      assert.deepEqual(statuses, [status, status], `switched ${direction}`)
    }
  })
    .timeout(60_000)
    .skip(!shown, 'No module of this build shows itself in the menu')

  test('is not passed over by a process that was just reading', async ({ assert, cleanup }) => {
    const { id, host } = workspace.agency
    const rename = (name: string) =>
      ownerPool().query('update core.tenants set name = $1 where id = $2', [name, id])
    cleanup(() => tenantDirectory.forgetAll())
    tenantDirectory.forgetAll()
    const reading = tenantDirectory.byHost(host)
    tenantDirectory.forget(id)
    const { name } = (await reading)!

    await rename('Said meanwhile')

    assert.equal((await tenantDirectory.byHost(host))!.name, 'Said meanwhile')
    await rename(name)
  })

  test('off keeps every row and takes the right to write away in the database', async ({
    assert,
  }) => {
    const [table] = await tablesOf(shown!.name)
    const count = () =>
      workspace.agency.inUnit(async () => (await unitSql(`select * from ${table}`)).rowCount)
    const before = await count()

    await workspace.agency.switchModule(shown!.name, 'off')

    assert.equal(await count(), before)
    await assert.rejects(
      () => workspace.agency.inUnit(() => unitSql(`delete from ${table}`)),
      /permission denied/
    )
    await workspace.agency.switchModule(shown!.name, 'on')
    await assert.doesNotReject(() => workspace.agency.inUnit(() => unitSql(`delete from ${table}`)))
  }).skip(!shown, 'No module of this build shows itself in the menu')
})
