import type { ApiClient, ApiRequest } from '@japa/api-client'
import { test } from '@japa/runner'
import {
  addressOf,
  rolesWithout,
  type SweptRecords,
  type SweptRoute,
  sweepFiles,
  workspaceRoutes,
} from '#tests/support/sweep'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'

const CANARY = 'KanarienvogelZweiundvierzig'

function requestOf(client: ApiClient, route: SweptRoute, address: string): ApiRequest {
  const verb = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  return client[verb](address)
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

  test("is not opened by a session cookie of another agency's host", async ({ client, assert }) => {
    const { known } = await workspaceRoutes()
    for (const route of known) {
      const request = requestOf(client, route, addressOf(route, {}))
      const { cookie, csrfToken } = workspace.neighbour.session('principal')
      const response = await workspace
        .asNobody(request)
        .header('x-csrf-token', csrfToken)
        .withCookie('__Host-freehold', cookie)

      assert.include([302, 401, 403], response.status(), `${route.method} ${route.pattern}`)
      assert.notInclude(response.text(), 'Agency north', route.pattern)
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
