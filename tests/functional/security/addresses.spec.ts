import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'
import { everyDoor, passerBy, principalOf } from './doors.ts'
import { askRaw } from './raw.ts'

/** Places that are not ours, in the spellings that have fooled others. */
const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '////evil.example/%2e%2e',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/%5cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'http://north.freehold.localhost@evil.example/',
  'http://north.freehold.localhost.evil.example/',
  '@evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/app\r\nlocation: https://evil.example',
  '/app\nset-cookie: a=b',
  'evil.example',
]

/** Where a browser ends up that follows `location` from `origin`. */
function destination(location: string | undefined, origin: string): string {
  return new URL(location ?? '', origin).host
}

test.group('A redirect', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  /** Taken away by hand once: with `localPath` answering whatever it is given, this fails. */
  test('after signing in stays on the host, whatever next= says', async ({ assert }) => {
    const { agency } = workspace
    for (const next of ELSEWHERE) {
      const visitor = passerBy(agency.host)
      const response = await askRaw({
        method: 'POST',
        path: '/login',
        headers: {
          'host': agency.host,
          'cookie': visitor.cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'x-csrf-token': visitor.token,
        },
        body: new URLSearchParams({
          email: agency.email('principal'),
          password: PASSWORD,
          next,
        }).toString(),
      })
      assert.equal(response.status, 302, next)
      const origin = `http://${agency.host}`
      assert.equal(destination(response.headers.location, origin), agency.host, next)
      assert.notInclude(JSON.stringify(response.headers), 'a=b', next)
    }
  })

  /** Taken away by hand once: with `redirect().toPath(request.header('referer'))`, this fails. */
  test('back to the form stays on the host, whatever the referrer says', async ({ assert }) => {
    const { cookie, token, host } = principalOf(workspace.agency)
    const referrers = ELSEWHERE.filter((place) => /^[a-z]/.test(place) && !/[\r\n]/.test(place))
    const own = ELSEWHERE.filter((place) => /^\/\S*$/.test(place))
    for (const referer of [...referrers, ...own.map((path) => `http://${host}${path}`)]) {
      const response = await askRaw({
        method: 'POST',
        path: '/app/preferences/theme',
        headers: {
          host,
          cookie,
          referer,
          'x-csrf-token': token,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'theme=dark',
      })
      assert.equal(response.status, 302, referer)
      assert.equal(destination(response.headers.location, `http://${host}`), host, referer)
    }
  })

  test('of any page stays on the host, whatever a question asks for', async ({ assert }) => {
    const { cookie, host } = principalOf(workspace.agency)
    const names = ['next', 'url', 'return_to', 'redirect', 'ticket', 'continue', 'back', 'to']
    const question = names
      .map((name) => `${name}=${encodeURIComponent('https://evil.example')}`)
      .join('&')
    for (const door of everyDoor().filter(
      ({ method, surface }) => method === 'GET' && surface === 'agency'
    )) {
      const headers = { host, cookie, referer: 'https://evil.example/' }
      const response = await askRaw({ path: `${door.path}?${question}`, headers })
      const { location } = response.headers
      assert.equal(destination(location, `http://${host}`), host, door.said)
      assert.notMatch(response.text, /(?:href|action|src)="(?:https:)?\/\/evil\.example/, door.said)
    }
  })
})

test.group('A host', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const STRANGE = [
    'nobody.freehold.localhost',
    'www.freehold.localhost',
    'api.freehold.localhost',
    'pg-north.freehold.localhost',
    'north.south.freehold.localhost',
    'north.freehold.localhost.evil.example',
    'north.freehold.localhost.',
    '.freehold.localhost',
    'north..freehold.localhost',
    'north_freehold.localhost',
    'north.freehold.localhost:80@evil.example',
    'north.freehold.localhost:x',
    'north.freehold.localhost:99999999',
    'north.freehold.localhost:',
    'evil.example:80@north.freehold.localhost',
    'north.freehold.localhost/app',
    'north.freehold.localhost#',
    'north.freehold.localhost?x',
    'north.freehold.localhost,evil.example',
    'north.freehold.localhost evil.example',
    "north'; drop table core.tenants; --",
    'nörth.freehold.localhost'.normalize(),
    '127.0.0.1',
    '[::1]',
    'localhost',
    'evil.example',
    `${'a'.repeat(300)}.freehold.localhost`,
  ]

  for (const host of STRANGE) {
    test(`that is none of ours is 404: ${host.slice(0, 60)}`, async ({ assert }) => {
      for (const path of ['/', '/login', '/app', '/sign-up']) {
        const response = await askRaw({
          path,
          headers: { host: Buffer.from(host).toString('latin1') },
        })
        assert.equal(response.status, 404, path)
      }
    })
  }

  test('may be written in capitals, and is the same agency', async ({ assert }) => {
    const response = await askRaw({ path: '/login', headers: { host: 'NORTH.Freehold.LOCALHOST' } })
    assert.equal(response.status, 200)
    assert.include(response.text, 'Agency north')
  })

  test('is not taken from what anybody may claim', async ({ assert }) => {
    const claims = {
      'x-forwarded-host': workspace.neighbour.host,
      'forwarded': `host=${workspace.neighbour.host}`,
      'x-host': workspace.neighbour.host,
      'x-original-host': workspace.neighbour.host,
      'x-http-host-override': workspace.neighbour.host,
    }
    const headers = { host: workspace.agency.host, ...claims }
    const response = await askRaw({ path: '/login', headers })
    assert.include(response.text, 'Agency north')
    assert.notInclude(response.text, 'Agency south')
  })

  test('named twice is refused', async ({ assert }) => {
    const response = await askRaw({
      path: `http://${workspace.neighbour.host}/login`,
      headers: { host: workspace.agency.host },
    })
    assert.notInclude(response.text, 'Agency south')
    assert.isBelow(response.status, 500)
  })
})

test.group('The link in a letter', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await ownerPool().query('delete from core.caught_letters')
    await ownerPool().query('delete from core.rate_limits')
  })

  /** Taken away by hand once: with `originOf` taking the whole Host header, this fails. */
  test("leads to the agency's own host, whatever the request claimed", async ({ assert }) => {
    const { agency } = workspace
    const { cookie, token } = passerBy(agency.host)
    const claims: Record<string, string>[] = [
      { host: agency.host },
      { 'host': agency.host, 'x-forwarded-host': 'evil.example' },
      { host: agency.host, forwarded: 'host=evil.example;proto=https' },
      { 'host': agency.host, 'x-forwarded-proto': 'javascript' },
    ]
    for (const claim of claims) {
      await askRaw({
        method: 'POST',
        path: '/password/forgotten',
        headers: {
          cookie,
          'x-csrf-token': token,
          'content-type': 'application/x-www-form-urlencoded',
          ...claim,
        },
        body: new URLSearchParams({ email: agency.email('principal') }).toString(),
      })
    }
    await until(async () => (await letters()).length === claims.length)

    for (const letter of await letters()) {
      const links = [...letter.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link)
      assert.isNotEmpty(links)
      for (const link of links) assert.match(link, /^http:\/\/north\.freehold\.localhost\//)
    }
  })

  async function letters(): Promise<string[]> {
    const { rows } = await ownerPool().query<{ html: string; plain: string }>(
      'select html, plain from core.caught_letters'
    )
    return rows.map(({ html, plain }) => `${html}\n${plain}`)
  }
})

test.group('A path', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const CLIMBS = [
    '/../../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/.env',
    '/assets/....//....//.env',
    '/assets/..%5c..%5c.env',
    '/assets/%252e%252e%252f.env',
    '/..%c0%af..%c0%afetc/passwd',
    '/%00.env',
    '/.env',
    '/.git/config',
    '//etc/passwd',
    '/files/../../../../etc/passwd',
    '/files/..%2f..%2f..%2fetc%2fpasswd',
    '/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd?expires=9999999999&signature=x',
    '/files/00000000-0000-4000-8000-000000000000/../../../etc/passwd',
    '/robots.txt/../../package.json',
    '/assets/%',
    '/%E0%A4%A',
    '/app/contacts/%00',
    '/app/contacts/..%2f..%2fsettings',
  ]

  for (const path of CLIMBS) {
    test(`does not climb out of its folder: ${path}`, async ({ assert }) => {
      const { cookie, host } = principalOf(workspace.agency)
      const response = await askRaw({ path, headers: { host, cookie } })
      assert.isBelow(response.status, 500)
      assert.isAtLeast(response.status, 300)
      assert.notMatch(response.text, /root:|"private": true|APP_KEYS|\[core\]/)
    })
  }
})
