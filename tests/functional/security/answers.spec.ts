import { readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type { ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { Team } from '#app/members'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { Workspace } from '#tests/support/workspace'
import { everyDoor, knockAt, looks, passerBy, principalOf, visitorsOf } from './doors.ts'
import { askRaw } from './raw.ts'

/** Taken away by hand once: without guard_answers_middleware each test of this group fails. */
test.group('Every answer', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  function faultsOf(response: ApiResponse): string[] {
    const headers = response.headers() as Record<string, string>
    const policy = headers['content-security-policy'] ?? ''
    const expected: [string, boolean][] = [
      ['no frame', headers['x-frame-options'] === 'DENY'],
      ['no guessing of types', headers['x-content-type-options'] === 'nosniff'],
      ['https only', /max-age=(\d{8,})/.test(headers['strict-transport-security'] ?? '')],
      ['no referrer for others', headers['referrer-policy'] === 'same-origin' || isSecret(headers)],
      ['a window of its own', headers['cross-origin-opener-policy'] === 'same-origin'],
      ['no use by others', headers['cross-origin-resource-policy'] === 'same-origin'],
      ['nothing but what is named', policy.startsWith(`default-src 'none'`)],
      ['nothing unsafe', !policy.includes('unsafe-')],
      ['no hosts or wildcards', !/https?:|\*|data:[^;]*script/.test(policy)],
      ['no frame around it', policy.includes(`frame-ancestors 'none'`)],
      ['no other base', policy.includes(`base-uri 'none'`)],
      ['no name of the server', !('x-powered-by' in headers || 'server' in headers)],
    ]
    return expected.filter(([, holds]) => !holds).map(([what]) => what)
  }

  const isSecret = (headers: Record<string, string>) => headers['referrer-policy'] === 'no-referrer'

  test('carries the headers that keep others out', async ({ client, assert }) => {
    const visitors = await visitorsOf(workspace.agency)
    for (const door of everyDoor()) {
      const { host, cookies, token } = visitors[door.surface]
      const known = await cookies(knockAt(client, door)).header('x-csrf-token', token)
      const unknown = await knockAt(client, door).header('host', host).redirects(0)
      assert.deepEqual(faultsOf(known), [], door.said)
      assert.deepEqual(faultsOf(unknown), [], door.said)
    }
  })

  test('does so where no route gives it', async ({ client, assert }) => {
    const asset = readdirSync(app.publicPath('assets')).find((name) => name.endsWith('.js'))!
    const { host } = workspace.agency
    const places: [string, string][] = [
      ['nobody.freehold.localhost', '/'],
      ['nobody.freehold.localhost', '/health/live'],
      [host, '/no/such/page'],
      [host, '/health/ready'],
      [host, '/robots.txt'],
      [host, `/assets/${asset}`],
      [host, '/assets/none.js'],
    ]
    for (const [name, path] of places)
      assert.deepEqual(faultsOf(await client.get(path).header('host', name)), [], name + path)
  })

  test('is kept by nobody, except for assets', async ({ client, assert }) => {
    const visitors = await visitorsOf(workspace.agency)
    for (const door of looks()) {
      const { cookies } = visitors[door.surface]
      const response = await cookies(knockAt(client, door))
      assert.include(response.header('cache-control') ?? '', 'no-store', door.said)
    }
    const asset = readdirSync(app.publicPath('assets')).find((name) => name.endsWith('.js'))!
    const kept = await client.get(`/assets/${asset}`).header('host', workspace.agency.host)
    assert.include(kept.header('cache-control') ?? '', 'immutable')
  })

  test('gives each page a nonce of its own', async ({ client, assert }) => {
    const nonces = new Set<string>()
    for (let time = 0; time < 5; time++) {
      const page = await client.get('/login').header('host', workspace.agency.host)
      const policy = page.header('content-security-policy') ?? ''
      const nonce = /'nonce-([^']{16,})'/.exec(policy)?.[1] ?? ''
      assert.include(page.text(), `nonce="${nonce}"`)
      nonces.add(nonce)
    }
    assert.equal(nonces.size, 5)
  })
})

test.group('An error of ours', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const kinds: Record<string, Record<string, string>> = {
    page: {},
    fragment: { 'hx-request': 'true', 'hx-request-type': 'partial' },
  }

  /** Taken away by hand once: with `debug` on in the exception handler both show everything. */
  for (const [kind, headers] of Object.entries(kinds)) {
    test(`says as a ${kind} that it happened, and nothing of where or why`, async ({ assert }) => {
      const { cookie, host } = principalOf(workspace.agency)
      const teams = `"${schemaName(workspace.agency.id)}".teams`
      await ownerPool().query(`alter table ${teams} rename to teams_away`)
      const response = await askRaw({
        path: '/app/settings/teams',
        headers: { host, cookie, ...headers },
      }).finally(() => ownerPool().query(`alter table ${teams}_away rename to teams`))

      assert.equal(response.status, 500)
      assert.notMatch(response.text, /select |relation|teams_away|42P01|t_[0-9a-f]{32}/)
      assert.notMatch(response.text, /\bat .+:\d+:\d+|node_modules|\.ts\b|Error:/)
      assert.match(response.text, /broke/)
    })
  }

  test('says when to come back while the database is away', async ({ assert, cleanup }) => {
    const { cookie, host } = principalOf(workspace.agency)
    const { query } = Team
    cleanup(() => {
      Team.query = query
    })
    const signs = [
      { code: 'ECONNREFUSED' },
      { code: '57P01' },
      { code: '57P03' },
      { name: 'KnexTimeoutError' },
      { message: 'Connection terminated unexpectedly' },
    ]
    for (const sign of signs) {
      Team.query = () => {
        throw Object.assign(new Error('It is away'), sign)
      }
      const answer = await askRaw({ path: '/app/settings/teams', headers: { host, cookie } })

      assert.equal(answer.status, 503, JSON.stringify(sign))
      assert.equal(answer.headers['retry-after'], '5')
      assert.include(answer.text, 'Try again in a few seconds')
    }
  })

  test('does not come of bodies that nobody can read', async ({ assert }) => {
    const bodies: [string, string][] = [
      ['application/json', '{"email": '],
      ['application/json', '"just words"'],
      ['application/json', '[[[[[[[['.repeat(1000)],
      ['application/x-www-form-urlencoded', '%E0%A4%A&=&&a[b]=c&a=d&__proto__[x]=y'],
      ['application/x-www-form-urlencoded', 'email[]=a&email[]=b&password[x]=y&next[]=1'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n'],
      ['text/plain', 'email=a'],
      ['application/xml', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ]
    const visitor = passerBy(workspace.agency.host)
    for (const [type, body] of bodies) {
      const response = await askRaw({
        method: 'POST',
        path: '/login',
        headers: {
          'host': visitor.host,
          'cookie': visitor.cookie,
          'x-csrf-token': visitor.token,
          'content-type': type,
          'content-length': String(Buffer.byteLength(body)),
        },
        body,
      })
      assert.isBelow(response.status, 500, `${type} ${body.slice(0, 60)}`)
    }
  })
})
