import { test } from '@japa/runner'
import { describedRoutes } from '../../../app/api/document/described_routes.ts'
import config from '#config/tenancy'
import type { StaffRole } from '#app/members'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { announce } from '#kernel/tenancy/sql'
import { principalOf } from '#tests/functional/security/doors'
import { ApiProgram, type ApiReply } from '#tests/support/api_client'
import { noticesHeard } from '#tests/support/notices'
import {
  addressOf,
  programRoutes,
  rolesReaching,
  rolesWithout,
  type SweptRecords,
  type SweptRoute,
  sweepFiles,
} from '#tests/support/sweep'
import { Workspace } from '#tests/support/workspace'

const CANARY = 'KanarienvogelZweiundvierzig'

test.group('Every route of the API', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  async function furnish(): Promise<SweptRecords> {
    const records: SweptRecords = {}
    for (const { file } of await sweepFiles())
      Object.assign(records, await file.givenRecords?.(workspace.agency, CANARY))
    return records
  }

  function ask(
    program: ApiProgram,
    route: SweptRoute,
    { records = {}, host, headers }: Asked = {}
  ): Promise<ApiReply> {
    const path = addressOf(route, records).slice('/api/v1'.length)
    const asking = { host, headers: { 'if-match': '*', ...headers } }
    return program.askFreely(route.method, path, asking)
  }

  const of = (role: StaffRole) => ApiProgram.of({ agency: workspace.agency, role })
  const said = ({ method, pattern }: SweptRoute) => `${method} ${pattern}`

  test('is known to this sweep, which agrees with the document', async ({ assert }) => {
    const { known, unknown } = await programRoutes()
    assert.deepEqual(unknown, [], 'add a policy in modules/<name>/tests/sweep.ts')
    const promised = await describedRoutes()
    for (const { name, method, policy } of known) {
      const route = promised.find((one) => `api.${one.name}` === name && one.method === method)
      assert.equal(route?.operation.permission, policy.permission, name)
    }
  })

  test('is closed to whoever brings no key, or a session instead', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const program = await of('principal')
    const { cookie } = principalOf(workspace.agency)
    const before = await workspace.agency.fingerprint()
    for (const route of known) {
      for (const host of [workspace.agency.host, config.baseDomain]) {
        const headers = { authorization: '', cookie }
        const answer = await ask(program, route, { records, host, headers })
        assert.equal(answer.status, 401, said(route))
        assert.notInclude(answer.text, CANARY)
      }
    }
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test("shows another agency's key nothing of this one", async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const stranger = await ApiProgram.of({ agency: workspace.neighbour })
    const before = await workspace.agency.fingerprint()
    for (const route of known) {
      const here = await ask(stranger, route, { records, host: workspace.agency.host })
      assert.equal(here.status, 404, said(route))
      for (const host of [workspace.neighbour.host, config.baseDomain]) {
        const there = await ask(stranger, route, { records, host })
        if (route.policy.params) assert.equal(there.status, 404, said(route))
        assert.notInclude(there.text, CANARY, said(route))
      }
    }
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('is forbidden to a key that does not name its permission', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const narrow = await ApiProgram.of({ agency: workspace.agency, permissions: [] })
    for (const route of known.filter(({ policy }) => policy.permission !== null)) {
      const { status } = await ask(narrow, route, { records })
      assert.include([403, 404], status, said(route))
    }
  })

  test('is forbidden to the key of each role that lacks its permission', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const { modules } = await workspace.agency.tenant()
    for (const route of known.filter(({ policy }) => policy.permission !== null)) {
      for (const role of rolesWithout(route.policy.permission!, modules)) {
        const { status } = await ask(await of(role), route, { records })
        assert.include([403, 404], status, `${role}: ${said(route)}`)
      }
    }
  })

  test('shows nothing of others to a key that reaches its own records alone', async ({
    assert,
  }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const { modules } = await workspace.agency.tenant()
    for (const route of known.filter(({ policy }) => policy.permission && policy.params)) {
      for (const role of rolesReaching('own', route.policy.permission!, modules)) {
        const { status, text } = await ask(await of(role), route, { records })
        assert.include([403, 404], status, `${role}: ${said(route)}`)
        assert.notInclude(text, CANARY)
      }
    }
  })

  test('is closed at once to the key of a member who was removed', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const program = await of('sales_director')
    await ask(program, known[0], { records })
    const members = `"${schemaName(workspace.agency.id)}".members`
    await ownerPool().query(`update ${members} set state = 'removed' where role = 'sales_director'`)
    await announce('freehold_staff', workspace.agency.id)
    await noticesHeard()
    for (const route of known)
      assert.equal((await ask(program, route, { records })).status, 401, said(route))
  })

  test('does not exist while its module is off', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const program = await of('principal')
    for (const module of new Set(known.flatMap((route) => route.module ?? []))) {
      await workspace.agency.switchModule(module, 'off')
      for (const route of known.filter((one) => one.module === module)) {
        const { status, json } = await ask(program, route, { records })
        assert.deepEqual([status, json.code], [404, 'E_MODULE_OFF'], said(route))
      }
    }
  })

  test('is closed while the agency is suspended', async ({ assert }) => {
    const { known } = await programRoutes()
    const program = await of('principal')
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    for (const route of known) assert.equal((await ask(program, route)).status, 423, said(route))
    await workspace.agency.fleet('resume')
  })

  test('writes nothing when it is only read', async ({ assert }) => {
    const { known } = await programRoutes()
    const records = await furnish()
    const program = await of('principal')
    const before = await workspace.agency.fingerprint()
    for (const route of known.filter(({ method }) => method === 'GET'))
      assert.equal((await ask(program, route, { records })).status, 200, said(route))
    assert.equal(await workspace.agency.fingerprint(), before)
  })
})

interface Asked {
  records?: SweptRecords
  host?: string
  headers?: Record<string, string>
}
