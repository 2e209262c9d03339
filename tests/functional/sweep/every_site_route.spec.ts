import { test } from '@japa/runner'
import { moduleNames } from '#kernel/modules/module_registry'
import { Visitor } from '#tests/support/visitor'
import { addressOf, siteRoutes, type SweptRecords, sweepFiles } from '#tests/support/sweep'
import { Workspace } from '#tests/support/workspace'

const CANARY = 'KanarienvogelZweiundvierzig'

/** What modules show to everybody; the doors of the host have specs of their own. */
test.group('Every route of the public site', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  async function furnish(): Promise<SweptRecords> {
    const records: SweptRecords = {}
    for (const { file } of await sweepFiles())
      Object.assign(records, await file.givenRecords?.(workspace.agency, CANARY))
    return records
  }

  async function visitorOf(host: string): Promise<Visitor> {
    const visitor = new Visitor(host)
    await visitor.get('/login')
    return visitor
  }

  test('is known to this sweep', async ({ assert }) => {
    const { unknown } = await siteRoutes()
    assert.deepEqual(unknown, [], 'add a policy in modules/<name>/tests/sweep.ts')
  })

  test('shows nothing that was not published, to nobody', async ({ assert }) => {
    const records = await furnish()
    for (const { file } of await sweepFiles())
      if (file.unpublish) await workspace.agency.inUnit(file.unpublish)
    for (const host of [workspace.agency.host, workspace.neighbour.host]) {
      const visitor = await visitorOf(host)
      for (const route of (await siteRoutes()).known) {
        const send = route.method === 'GET' ? visitor.get.bind(visitor) : visitor.post.bind(visitor)
        const { status, text } = await send(addressOf(route, records))
        const what = `${host}: ${route.method} ${route.pattern}`
        assert.isBelow(status, 500, what)
        if (route.policy.params) assert.equal(status, 404, what)
        assert.notInclude(text, CANARY, what)
      }
    }
  })

  test('does not exist while its module is off, nor at the apex', async ({ assert }) => {
    const { known } = await siteRoutes()
    for (const module of moduleNames.toReversed())
      await workspace.agency.switchModule(module, 'off')
    for (const host of [workspace.agency.host, 'freehold.localhost']) {
      const visitor = await visitorOf(host)
      for (const { method, pattern } of known) {
        const answer = await (method === 'GET' ? visitor.get(pattern) : visitor.post(pattern))
        assert.include(host === workspace.agency.host ? [404] : [403, 404], answer.status, pattern)
      }
    }
  })

  test('is closed while the agency is suspended', async ({ assert }) => {
    const { known } = await siteRoutes()
    const visitor = await visitorOf(workspace.agency.host)
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    for (const { method, pattern } of known) {
      const answer = await (method === 'GET' ? visitor.get(pattern) : visitor.post(pattern))
      assert.include([403, 423], answer.status, `${method} ${pattern}`)
    }
    await workspace.agency.fleet('resume')
  })

  test('writes nothing when it is only looked at', async ({ assert }) => {
    const records = await furnish()
    const before = await workspace.agency.fingerprint()
    const visitor = await visitorOf(workspace.agency.host)
    for (const route of (await siteRoutes()).known.filter(({ method }) => method === 'GET'))
      await visitor.get(addressOf(route, records))
    assert.equal(await workspace.agency.fingerprint(), before)
  })
})
