import { test } from '@japa/runner'
import { askRaw } from '#tests/functional/security/raw'
import { Workspace } from '#tests/support/workspace'

test.group('The document of the API', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const look = (path: string) => askRaw({ path, headers: { host: workspace.agency.host } })

  test('names the modules that are on, and no others', async ({ assert }) => {
    assert.include((await look('/api/v1/openapi.json')).text, '"/contacts"')
    assert.include((await look('/api/docs')).text, '/api/v1/contacts')

    await workspace.agency.switchModule('contacts', 'off')
    assert.notInclude((await look('/api/v1/openapi.json')).text, '"/contacts"')
    assert.notInclude((await look('/api/docs')).text, '/api/v1/contacts')
  })

  test('is a page for people, too', async ({ assert }) => {
    const { status, text } = await look('/api/docs')

    assert.equal(status, 200)
    assert.include(text, 'POST /api/v1/contacts')
    assert.include(text, 'first_name')
    assert.notInclude(text, 'translation missing')
  })
})
