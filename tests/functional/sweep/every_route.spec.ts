import type { ApiClient, ApiRequest } from '@japa/api-client'
import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { moduleNames } from '#kernel/modules/module_registry'
import { schemaName } from '#kernel/tenancy/names'
import { announce } from '#kernel/tenancy/sql'
import {
  addressOf,
  rolesReaching,
  rolesWithout,
  type SweptRecords,
  type SweptRoute,
  sweepFiles,
  textsWithout,
  workspaceRoutes,
} from '#tests/support/sweep'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'

const CANARY = 'KanarienvogelZweiundvierzig'
const isEmptyHouse = moduleNames.length === 0

function requestOf(client: ApiClient, route: SweptRoute, address: string): ApiRequest {
  const verb = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  return client[verb](address)
}

/** Ways in which somebody stops to belong here, each as another process would hear of it. */
const ENDS: Record<string, (agency: TestAgency, identityId: string) => Promise<void>> = {
  'a member who was removed': async (agency, identityId) => {
    const members = `"${schemaName(agency.id)}".members`
    const sql = `update ${members} set state = 'removed' where identity_id = $1`
    await ownerPool().query(sql, [identityId])
    await announce('freehold_staff', agency.id)
  },
  'a person who is suspended': (_agency, identityId) => givenStatus(identityId, 'suspended'),
  'a person who is blocked': (_agency, identityId) => givenStatus(identityId, 'blocked'),
}

async function givenStatus(identityId: string, status: string): Promise<void> {
  await ownerPool().query('update core.identities set status = $2 where id = $1', [
    identityId,
    status,
  ])
  await announce('freehold_identities', identityId)
}

async function furnish(agency: TestAgency): Promise<SweptRecords> {
  const records: SweptRecords = {}
  for (const { file } of await sweepFiles())
    Object.assign(records, await file.givenRecords?.(agency, CANARY))
  return records
}

test.group('Every route of the workspace', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('is known to this sweep', async ({ assert }) => {
    const { unknown, known } = await workspaceRoutes()

    assert.deepEqual(
      unknown,
      [],
      'add a policy in tests/functional/sweep/host_policies.ts or modules/<name>/tests/sweep.ts'
    )
    assert.isAbove(known.length, 5)
  })

  test('asks a stranger to sign in, and changes nothing for them', async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)

    for (const route of known) {
      const response = await workspace.asNobody(requestOf(client, route, addressOf(route, records)))
      const what = `${route.method} ${route.pattern}`
      assert.include([302, 401, 403], response.status(), what)
      if (response.status() === 302)
        assert.match(response.header('location') ?? '', /^\/login/, what)
      assert.notInclude(response.text(), CANARY, what)
    }
  })

  test("shows another agency's principal nothing of this one", async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)

    for (const route of known) {
      const response = await workspace.asStranger(
        requestOf(client, route, addressOf(route, records))
      )
      const what = `${route.method} ${route.pattern} ${response.status()}`
      if (route.policy.params && route.module) assert.include([403, 404], response.status(), what)
      assert.notInclude(response.text(), CANARY, what)
    }
  })

  test('has the canary in every text of the other agency that people write', async ({ assert }) => {
    await furnish(workspace.agency)

    assert.deepEqual(await textsWithout(CANARY, workspace.agency), [])
  }).skip(isEmptyHouse, 'no module is shipped that keeps records')

  test('finds nothing of the other agency for whoever searches for it', async ({
    assert,
    client,
  }) => {
    await furnish(workspace.agency)
    const { known } = await workspaceRoutes()
    const lists = known.filter(({ method, policy }) => method === 'GET' && !policy.params)

    const typed = CANARY.slice(0, -4)
    let own = 0
    for (const { pattern } of lists) {
      const asked = () => client.get(pattern).qs({ q: typed, search: typed, tag: typed })
      const theirs = await workspace.asStranger(asked())
      assert.notInclude(theirs.text(), CANARY, pattern)
      const ours = await workspace.as('principal', asked())
      own += Number(ours.text().includes(CANARY))
    }
    assert.isAbove(own, 2)
  })

  test("is not opened by a session cookie of another agency's host", async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)
    for (const route of known) {
      const request = requestOf(client, route, addressOf(route, records))
      const { cookie, csrfToken } = workspace.neighbour.session('principal')
      const response = await workspace
        .asNobody(request)
        .header('x-csrf-token', csrfToken)
        .withCookie('__Host-freehold', cookie)

      assert.include([302, 401, 403], response.status(), `${route.method} ${route.pattern}`)
      assert.notInclude(response.text(), CANARY, route.pattern)
    }
  })

  test('is forbidden to each role that lacks its permission', async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)
    const { modules } = await workspace.agency.tenant()

    for (const route of known.filter(({ policy }) => policy.permission !== null)) {
      for (const role of rolesWithout(route.policy.permission!, modules)) {
        const response = await workspace.as(
          role,
          requestOf(client, route, addressOf(route, records))
        )
        assert.include([403, 404], response.status(), `${role}: ${route.method} ${route.pattern}`)
      }
    }
  })

  test('shows nothing of others to a role that reaches its own records alone', async ({
    client,
    assert,
  }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)
    const { modules } = await workspace.agency.tenant()
    const ofRecords = known.filter(({ policy }) => policy.permission && policy.params)
    const narrow = ofRecords.flatMap((route) =>
      rolesReaching('own', route.policy.permission!, modules).map((role) => ({ route, role }))
    )
    assert.isAbove(narrow.length, 10)

    for (const { route, role } of narrow) {
      const response = await workspace.as(role, requestOf(client, route, addressOf(route, records)))
      assert.include([403, 404], response.status(), `${role}: ${route.method} ${route.pattern}`)
    }
  }).skip(isEmptyHouse, 'no module is shipped that keeps records')

  for (const [who, end] of Object.entries(ENDS)) {
    test(`is closed at once to ${who}, whose session goes on`, async ({ client, assert }) => {
      const { agency } = workspace
      const { known } = await workspaceRoutes()
      const records = await furnish(agency)
      await end(agency, agency.identityId('sales_director'))

      for (const route of known) {
        const request = requestOf(client, route, addressOf(route, records))
        const response = await workspace.as('sales_director', request)
        const what = `${route.method} ${route.pattern}`
        assert.equal(response.status(), 302, what)
        assert.match(response.header('location') ?? '', /^\/login/, what)
      }
    }).teardown(() =>
      announce('freehold_identities', workspace.agency.identityId('sales_director'))
    )
  }

  test('does not exist while its module is off', async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)
    for (const module of new Set(
      known.map((route) => route.module).filter((name) => name !== null)
    )) {
      await workspace.agency.switchModule(module, 'off')
      for (const route of known.filter((candidate) => candidate.module === module)) {
        const response = await workspace.as(
          'principal',
          requestOf(client, route, addressOf(route, records))
        )
        assert.equal(response.status(), 404, `${route.method} ${route.pattern}`)
      }
    }
  })

  test('is closed while the agency is suspended', async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    for (const route of known) {
      const response = await workspace.as(
        'principal',
        requestOf(client, route, addressOf(route, {}))
      )
      assert.include([404, 423], response.status(), `${route.method} ${route.pattern}`)
    }
    await workspace.agency.fleet('resume')
  })

  test('writes nothing when it is only looked at', async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    const records = await furnish(workspace.agency)
    const before = await workspace.agency.fingerprint()
    for (const route of known.filter(({ method }) => method === 'GET')) {
      await workspace.as('principal', requestOf(client, route, addressOf(route, records)))
    }

    assert.equal(await workspace.agency.fingerprint(), before)
  })
})
