import type { ApiRequest } from '@japa/api-client'
import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { announce } from '#kernel/tenancy/sql'
import { Workspace } from '#tests/support/workspace'
import {
  type Door,
  type Visitor,
  changes,
  knockAt,
  looks,
  passerBy,
  platformFingerprint,
  principalOf,
  visitorsOf,
} from './doors.ts'

type Forge = (request: ApiRequest, visitor: Visitor, door: Door) => ApiRequest

/**
 * Taken away by hand once: without shield_middleware the first four fail, without
 * refuse_foreign_forms_middleware the next four, without settle_method_middleware the last two and the odd methods below.
 */
const forgeries: Record<string, Forge> = {
  'without a token': (request) => request,
  'with an empty token': (request) => request.header('x-csrf-token', ''),
  "with another session's token": (request) => request.header('x-csrf-token', passerBy().token),
  'with a token that is not a text': (request) => request.form({ '_csrf[]': 'x' }),
  'from a page of another site': (request, { token }) =>
    request.header('x-csrf-token', token).header('origin', 'https://elsewhere.example'),
  "from a page of another agency's host": (request, { token }) =>
    request.header('x-csrf-token', token).header('origin', 'http://south.freehold.localhost'),
  'as a cross-site request': (request, { token }) =>
    request.header('x-csrf-token', token).header('sec-fetch-site', 'cross-site'),
  'as a request between neighbours, whatever origin it claims': (request, { token, host }) =>
    request
      .header('x-csrf-token', token)
      .header('sec-fetch-site', 'same-site')
      .header('origin', `http://${host}`),
  'as a post that calls itself a GET': (request) => request.form({ _method: 'GET' }),
  'as a post that calls itself something unheard of': (request) => request.form({ _method: 'X' }),
}

/** The secret stands in the address of a letter's link: mail programs post to it, with nothing else (RFC 8058). */
const isSignedLink = ({ name }: Door) => name === 'site.unsubscription.store'

test.group('A forged change', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  for (const [how, forge] of Object.entries(forgeries)) {
    test(`is refused at every door, and changes nothing: ${how}`, async ({ client, assert }) => {
      const visitors = await visitorsOf(workspace.agency)
      const before = await everything(workspace)
      assert.isAbove(changes().length, 30)

      for (const door of changes().filter((one) => !isSignedLink(one))) {
        const visitor = visitors[door.surface]
        const response = await forge(visitor.cookies(knockAt(client, door)), visitor, door)
        assert.equal(response.status(), 403, door.said)
      }
      assert.equal(await everything(workspace), before)
    })
  }

  test('is told from an honest one, which gets through at every door', async ({
    client,
    assert,
  }) => {
    const visitors = await visitorsOf(workspace.agency)
    for (const door of changes()) {
      const visitor = visitors[door.surface]
      const response = await visitor
        .cookies(knockAt(client, door))
        .header('x-csrf-token', visitor.token)
        .header('sec-fetch-site', 'same-origin')
        .header('origin', `http://${visitor.host}`)
      assert.notEqual(response.status(), 403, door.said)
      assert.isBelow(response.status(), 500, door.said)
    }
  })

  test('is not let in as a method that the route does not have', async ({ client, assert }) => {
    const visitor = principalOf(workspace.agency)
    const names = ['_method[]=PUT', '_method[a]=PUT', '_method=TRACE', '_method=', '_method=GET']
    for (const name of names) {
      const response = await visitor
        .cookies(client.post(`/app/settings/agency?${name}`))
        .header('x-csrf-token', visitor.token)
      assert.equal(response.status(), 404, name)
    }
  })
})

test.group('Looking', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('writes nothing on any surface, signed in or not', async ({ client, assert }) => {
    const visitors = await visitorsOf(workspace.agency)
    const before = await everything(workspace)
    for (const door of looks()) {
      const { host, cookies } = visitors[door.surface]
      const known = await cookies(knockAt(client, door))
      const unknown = await knockAt(client, door).header('host', host).redirects(0)
      assert.isBelow(known.status(), 500, door.said)
      assert.isBelow(unknown.status(), 500, door.said)
    }
    assert.equal(await everything(workspace), before)
  })

  test('keeps a session alive, but notes it at most every five minutes', async ({
    client,
    assert,
  }) => {
    const { agency } = workspace
    const identity = agency.identityId('principal')
    const seen = async () => (await sessionOf(identity)).last_seen_at.getTime()
    const look = () => principalOf(agency).cookies(client.get('/app/account'))

    await look()
    const fresh = await seen()
    await look()
    assert.equal(await seen(), fresh)

    await ownerPool().query(
      `update core.sessions set last_seen_at = now() - interval '6 minutes' where identity_id = $1`,
      [identity]
    )
    await announce('freehold_sessions', (await sessionOf(identity)).id)
    const old = await seen()
    await look()
    const touched = await seen()
    await look()

    assert.isAbove(touched, old + 300_000)
    assert.equal(await seen(), touched)
  })
})

async function everything({ agency, neighbour }: Workspace): Promise<string> {
  const parts = [
    await platformFingerprint(),
    await agency.fingerprint(),
    await neighbour.fingerprint(),
  ]
  return parts.join('\n')
}

async function sessionOf(identityId: string): Promise<{ id: string; last_seen_at: Date }> {
  const { rows } = await ownerPool().query(
    'select id, last_seen_at from core.sessions where identity_id = $1',
    [identityId]
  )
  return rows[0]
}
