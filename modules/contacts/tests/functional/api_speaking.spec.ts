import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { askRaw } from '#tests/functional/security/raw'
import { ApiProgram } from '#tests/support/api_client'
import { Workspace } from '#tests/support/workspace'

test.group('What a program says', (group) => {
  const workspace = new Workspace()
  let program: ApiProgram
  group.each.setup(async () => {
    await workspace.open()
    program = await ApiProgram.of(workspace)
  })

  const send = (body: string, headers: Record<string, string> = {}) =>
    askRaw({
      method: 'POST',
      path: '/api/v1/contacts',
      body,
      headers: {
        'host': workspace.agency.host,
        'authorization': `Bearer ${program.key}`,
        'content-type': 'application/json',
        ...headers,
      },
    })

  test('is a JSON object, or refused before any work', async ({ assert }) => {
    const before = await workspace.agency.fingerprint()
    for (const body of ['{"type": ', '"words"', 'true', '', '{"a":1}}']) {
      const { status, text } = await send(body)
      assert.equal(status, body === '' ? 422 : 400, body)
      assert.include(text, body === '' ? 'E_INVALID' : 'E_MALFORMED')
      assert.isNotEmpty(JSON.parse(text).detail)
    }
    for (const body of ['[]', '{}', '[{"type":"person"}]', '{"type":null}'])
      assert.equal((await send(body)).status, 422, body)
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('is JSON by its name, too', async ({ assert }) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      assert.equal((await send('{"type":"person"}', { 'content-type': type })).status, 415, type)
  })

  test('is not larger than 1 MB', async ({ assert }) => {
    const { status, text } = await send(JSON.stringify({ type: 'x'.repeat(1_100_000) }))
    assert.equal(status, 413)
    assert.include(text, 'E_TOO_LARGE')
  })

  test('never asks for PUT, nor for what nobody serves', async ({ assert }) => {
    const put = await program.askFreely('PUT', '/contacts/1', { body: {} })
    assert.deepEqual([put.status, put.json.code], [405, 'E_PATCH_INSTEAD'])
    const none = await program.askFreely('GET', '/nothing')
    assert.deepEqual([none.status, none.json.code], [404, 'E_NOT_HERE'])
    assert.match(none.json.detail, /Nothing lives at this address/)
  })

  test('may come from anywhere, since no cookie speaks for it', async ({ assert }) => {
    const headers = { 'origin': 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const answer = await send('{"type":"company","company_name":"Engines"}', headers)
    assert.equal(answer.status, 201)
    assert.equal(answer.headers['set-cookie'], undefined)
  })

  test('is answered without a word of where we broke', async ({ assert }) => {
    const table = `"${schemaName(workspace.agency.id)}".contacts`
    await ownerPool().query(`alter table ${table} rename to contacts_away`)
    const answer = await program
      .get('/contacts')
      .finally(() => ownerPool().query(`alter table ${table}_away rename to contacts`))

    assert.deepEqual([answer.status, answer.json.code], [500, 'E_UNEXPECTED'])
    assert.notMatch(answer.text, /select |relation|contacts_away|42P01|t_[0-9a-f]{32}/)
    assert.notMatch(answer.text, /\bat .+:\d+:\d+|node_modules|\.ts\b|Error:/)
  })
})
