import { test } from '@japa/runner'
import { apiRoutes, describedRoutes } from '../../../app/api/document/described_routes.ts'
import { askRaw } from '#tests/functional/security/raw'
import { documentFor } from '#tests/support/api_document'
import { Workspace } from '#tests/support/workspace'

test.group('The document of the API', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const look = (path: string) => askRaw({ path, headers: { host: workspace.agency.host } })

  test('says something of every route, and of none that there is not', async ({ assert }) => {
    const described = (await describedRoutes()).map(({ name, method }) => `${method} ${name}`)
    const drawn = apiRoutes()
      .filter(({ name }) => name !== 'document.show')
      .map(({ name, method }) => `${method} ${name}`)

    assert.sameMembers(described, drawn, 'see `api` in the manifest of the module')
    assert.lengthOf(new Set(described), described.length)
  })

  test('is read without a key, and is valid OpenAPI 3.1', async ({ assert }) => {
    const { status, text, headers } = await look('/api/v1/openapi.json')
    const document = JSON.parse(text)

    assert.equal(status, 200)
    assert.equal(headers['content-type'], 'application/json; charset=utf-8')
    assert.equal(document.openapi, '3.1.0')
    assert.deepEqual(document, JSON.parse(JSON.stringify(await documentFor(workspace.agency))))
    const names = text.matchAll(/"#\/components\/schemas\/(\w+)"/g)
    for (const [, name] of names) assert.property(document.components.schemas, name)
    const operations = Object.values(document.paths as Record<string, object>).flatMap(
      Object.values
    )
    for (const operation of operations) {
      assert.notMatch(operation.summary, /^[a-z_]+\.|translation missing/)
      assert.isNotEmpty(operation.responses)
    }
  })

  test('is nowhere at the apex, where there is no agency', async ({ assert }) => {
    const headers = { host: 'freehold.localhost' }
    assert.equal((await askRaw({ path: '/api/docs', headers })).status, 404)
    assert.equal((await askRaw({ path: '/api/v1/openapi.json', headers })).status, 401)
  })
})
