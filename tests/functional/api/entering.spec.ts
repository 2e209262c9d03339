import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import config from '#config/tenancy'
import { askRaw } from '#tests/functional/security/raw'
import { principalOf } from '#tests/functional/security/doors'
import { ApiProgram } from '#tests/support/api_client'
import { noticesHeard } from '#tests/support/notices'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { announce } from '#kernel/tenancy/sql'
import { Workspace } from '#tests/support/workspace'

test.group('A program that knocks', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const knock = (headers: Record<string, string>, path = '/api/v1/key') =>
    askRaw({ path, headers: { host: workspace.agency.host, ...headers } })

  test('is told what its key is good for', async ({ assert }) => {
    const program = await ApiProgram.of({ agency: workspace.agency, role: 'senior_agent' })
    const { json, headers } = await program.get('/key')

    assert.equal(json.agency.name, 'Agency north')
    assert.equal(json.member.role, 'senior_agent')
    assert.equal(json.permissions['members.view'], 'all')
    assert.equal(headers['set-cookie'], undefined)
  })

  test('needs a key, and is told how to send it', async ({ assert }) => {
    const { key } = await ApiProgram.of(workspace)
    const refused: Record<string, string>[] = [
      {},
      { authorization: key },
      { authorization: `Basic ${key}` },
      { authorization: 'Bearer' },
      { authorization: 'Bearer nonsense' },
      { authorization: `Bearer ${key.slice(0, -1)}` },
      { authorization: `Bearer ${key}x` },
      { authorization: `Bearer fh_000000000000_${key.slice(16)}` },
      { 'x-api-key': key },
    ]
    for (const headers of refused) {
      const answer = await knock(headers)
      assert.equal(answer.status, 401, JSON.stringify(headers))
      assert.match(String(answer.headers['www-authenticate']), /^Bearer /)
      assert.equal(answer.headers['content-type'], 'application/problem+json')
    }
  })

  test('is not let in by the session of a person', async ({ assert }) => {
    const { cookie } = principalOf(workspace.agency)
    assert.equal((await knock({ cookie })).status, 401)
  })

  test("finds nothing on another agency's host", async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const answer = await program.askFreely('GET', '/key', { host: workspace.neighbour.host })
    assert.equal(answer.status, 404)
  })

  test('may ask at the apex, where the key tells the agency', async ({ assert }) => {
    for (const agency of [workspace.agency, workspace.neighbour]) {
      const program = await ApiProgram.of({ agency })
      const { status, json } = await program.get('/key', { host: config.baseDomain })
      assert.deepEqual([status, json.agency.id], [200, agency.id])
    }
    const program = await ApiProgram.of(workspace)
    const onConsole = await program.askFreely('GET', '/key', { host: config.consoleDomain })
    assert.equal(onConsole.status, 404)
  })

  test('stays out with a key that has ended', async ({ assert }) => {
    const expiresAt = DateTime.utc().minus({ seconds: 1 })
    const program = await ApiProgram.of({ agency: workspace.agency, expiresAt })
    assert.equal((await program.get('/key')).json.code, 'E_KEY_REFUSED')
  })

  test('stays out once its member was removed or suspended', async ({ assert }) => {
    const { agency } = workspace
    const program = await ApiProgram.of({ agency, role: 'marketing' })
    const identity = agency.identityId('marketing')
    const members = `"${schemaName(agency.id)}".members`
    const ends = [
      [
        `update ${members} set state = 'removed' where identity_id = $1`,
        'freehold_staff',
        agency.id,
      ],
      [
        `update core.identities set status = 'suspended' where id = $1`,
        'freehold_identities',
        identity,
      ],
    ]
    for (const [sql, channel, about] of ends) {
      await workspace.open()
      assert.equal((await program.get('/key')).status, 200)
      await ownerPool().query(sql, [identity])
      await announce(channel, about)
      await noticesHeard()
      assert.equal((await program.get('/key')).status, 401)
    }
    await workspace.open()
    await announce('freehold_identities', identity)
  })

  test('is told that the agency is suspended', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    for (const host of [workspace.agency.host, config.baseDomain]) {
      const answer = await program.askFreely('GET', '/key', { host })
      assert.deepEqual([answer.status, answer.json.code], [423, 'E_AGENCY_CLOSED'])
    }
    await workspace.agency.fleet('resume')
  })

  test('has used its key, which is noted every five minutes at most', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const used = async () => {
      const sql = 'select last_used_at from core.api_keys where id = $1'
      return (await ownerPool().query(sql, [program.id])).rows[0].last_used_at
    }
    assert.isNull(await used())
    await program.get('/key')
    const first = await used()
    assert.isNotNull(first)
    await program.get('/key')
    assert.deepEqual(await used(), first)
  })

  test('leaves nothing of its secret in the database', async ({ assert }) => {
    const { key } = await ApiProgram.of(workspace)
    const { rows } = await ownerPool().query('select t::text as row from core.api_keys t')
    assert.notInclude(JSON.stringify(rows), key.slice(16))
  })
})
