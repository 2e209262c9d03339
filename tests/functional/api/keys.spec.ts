import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { askRaw } from '#tests/functional/security/raw'
import { ApiProgram } from '#tests/support/api_client'
import { Workspace } from '#tests/support/workspace'

const HOME = '/app/settings/api-keys'
const WANTED = {
  name: 'Website forms',
  permissions: ['members.view', 'agency.manage'],
  lasts: '90',
}

test.group('API keys', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const keyIn = (page: string) => /fh_[0-9a-f]{12}_[\w-]{43}/.exec(page)?.[0] ?? ''
  const knock = (key: string) =>
    askRaw({
      path: '/api/v1/key',
      headers: { host: workspace.agency.host, authorization: `Bearer ${key}` },
    })

  test('are shown once, and work at once', async ({ assert, client }) => {
    const answer = await workspace.as('principal', client.post(HOME).form(WANTED))
    answer.assertStatus(200)
    const key = keyIn(answer.text())
    const reply = await knock(key)

    assert.equal(reply.status, 200)
    assert.deepEqual(JSON.parse(reply.text).permissions, {
      'members.view': 'all',
      'agency.manage': 'all',
    })
    const list = await workspace.as('principal', client.get(HOME))
    list.assertTextIncludes('Website forms')
    list.assertTextIncludes(key.slice(0, 15))
    assert.notInclude(list.text(), key)
  })

  test('name no more than their person holds', async ({ assert, client }) => {
    const answer = await workspace.as('marketing', client.post(HOME).form(WANTED))
    const { permissions } = JSON.parse((await knock(keyIn(answer.text()))).text)
    assert.deepEqual(permissions, { 'members.view': 'all' })
  })

  test('are refused without a name, a permission or an end', async ({ client }) => {
    for (const change of [{ name: ' ' }, { permissions: [] }, { lasts: '9999' }]) {
      const answer = await workspace.asFragment(
        'principal',
        client.post(HOME).form({ ...WANTED, ...change })
      )
      answer.assertStatus(422)
    }
    const form = await workspace.as('principal', client.get(`${HOME}/create`))
    form.assertStatus(200)
    form.assertTextIncludes('Members: View')
  })

  test('are forbidden to whoever may have none', async ({ client }) => {
    for (const request of [client.get(HOME), client.get(`${HOME}/create`), client.post(HOME)])
      (await workspace.as('junior_agent', request)).assertStatus(403)
  })

  test('open nothing any more once they are revoked, and that is recorded', async ({
    assert,
    client,
  }) => {
    const program = await ApiProgram.of(workspace)
    assert.equal((await program.get('/key')).status, 200)

    const answer = await workspace.as('principal', client.delete(`${HOME}/${program.id}`))
    answer.assertStatus(302)
    assert.equal((await program.get('/key')).json.code, 'E_KEY_REFUSED')
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries order by id')
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['api_keys.created', 'api_keys.revoked']
    )
  })

  test('of others are seen and revoked by a principal alone', async ({ client, assert }) => {
    const { agency } = workspace
    const theirs = await ApiProgram.of({ agency, role: 'marketing' })
    const address = `${HOME}/${theirs.id}`

    const list = await workspace.as('sales_director', client.get(HOME))
    assert.notInclude(list.text(), 'Program of marketing')
    ;(await workspace.as('sales_director', client.delete(address))).assertStatus(404)
    ;(await workspace.asStranger(client.delete(address))).assertStatus(404)
    ;(await workspace.as('principal', client.get(HOME))).assertTextIncludes('Program of marketing')
    ;(await workspace.as('principal', client.delete(address))).assertStatus(302)
    assert.equal((await theirs.get('/key')).status, 401)
  })

  test('of another agency do not exist', async ({ client, assert }) => {
    const theirs = await ApiProgram.of({ agency: workspace.neighbour })
    const list = await workspace.as('principal', client.get(HOME))
    assert.notInclude(list.text(), theirs.key.slice(0, 15))
    const answer = await workspace.as('principal', client.delete(`${HOME}/${theirs.id}`))
    answer.assertStatus(404)
    assert.equal((await theirs.get('/key')).status, 200)
  })
})
