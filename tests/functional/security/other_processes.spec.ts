import { test } from '@japa/runner'
import { ChangePassword } from '#app/identity'
import { ownerPool } from '#kernel/fleet/owner'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { WebProcess } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'
import { passerBy, principalOf } from './doors.ts'
import { type RawAnswer, askRaw } from './raw.ts'

const SECOND = 1_000

/** What one process decides holds in another. Each was tried once without the notice it stands on. */
test.group('Another process', (group) => {
  const workspace = new Workspace()
  let here: WebProcess
  let proxied: WebProcess

  group.setup(async () => {
    here = await WebProcess.start()
    proxied = await WebProcess.start({ TRUSTED_PROXIES: '127.0.0.1' })
    return async () => {
      await here.terminate()
      await proxied.terminate()
    }
  })
  group.each.setup(async () => {
    await workspace.open()
    await ownerPool().query('delete from core.rate_limits')
  })

  /** What the sales director gets from the other process. */
  async function seenThere(): Promise<RawAnswer> {
    const headers = { host: workspace.agency.host, ...workspace.cookieOf('sales_director') }
    return askRaw({ path: '/app/account', headers, port: here.port })
  }

  /** Milliseconds until the sales director is shown out there. */
  async function timeToLeave(): Promise<number> {
    const start = Date.now()
    await until(async () => (await seenThere()).status !== 200, 10 * SECOND)
    return Date.now() - start
  }

  test('shows a removed member out within a second', async ({ assert, client }) => {
    const { agency } = workspace
    assert.equal((await seenThere()).status, 200)
    const member = await agency.memberId('sales_director')

    const request = client.delete(`/app/settings/members/${member}`)
    const { cookies, token } = principalOf(agency)
    const answer = await cookies(request).header('x-csrf-token', token)

    assert.equal(answer.status(), 302)
    assert.isBelow(await timeToLeave(), SECOND)
    assert.equal((await seenThere()).headers.location, '/login?next=%2Fapp%2Faccount')
  })

  test('shows a person out whose password was changed elsewhere', async ({ assert }) => {
    assert.equal((await seenThere()).status, 200)
    const identityId = workspace.agency.identityId('sales_director')

    await new ChangePassword().handle(identityId, 'some other long password')

    assert.isBelow(await timeToLeave(), SECOND)
  })

  test('closes a suspended agency within a second', async ({ assert }) => {
    assert.equal((await seenThere()).status, 200)
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })
    assert.isBelow(await timeToLeave(), SECOND)
    assert.equal((await seenThere()).status, 423)
    await workspace.agency.fleet('resume')
  })

  test('changes with a role within a second', async ({ assert, client }) => {
    const look = async (path: string) => {
      const headers = { host: workspace.agency.host, ...workspace.cookieOf('sales_director') }
      return (await askRaw({ path, headers, port: here.port })).status
    }
    assert.equal(await look('/app/settings/agency'), 403)
    const member = await workspace.agency.memberId('sales_director')
    const { cookies, token } = principalOf(workspace.agency)
    await cookies(client.put(`/app/settings/members/${member}`))
      .header('x-csrf-token', token)
      .form({ role: 'principal', version: 1 })

    const start = Date.now()
    await until(async () => (await look('/app/settings/agency')) === 200, 10 * SECOND)
    assert.isBelow(Date.now() - start, SECOND)
  })

  /** One wrong password, at this port, with these claims about where it comes from. */
  async function tryPassword(port: number, claims: Record<string, string> = {}, email?: string) {
    const { host, cookie, token } = passerBy(workspace.agency.host)
    return askRaw({
      method: 'POST',
      path: '/login',
      port,
      headers: {
        host,
        cookie,
        'x-csrf-token': token,
        'hx-request': 'true',
        'content-type': 'application/x-www-form-urlencoded',
        ...claims,
      },
      body: new URLSearchParams({
        email: email ?? workspace.agency.email('marketing'),
        password: `not ${PASSWORD}`,
      }).toString(),
    })
  }

  test('counts the same tries: ten wrong passwords, at whichever door', async ({ assert }) => {
    const ports = [here.port, proxied.port, Number(process.env.PORT)]
    const answers: RawAnswer[] = []
    for (let time = 0; time < 11; time++) answers.push(await tryPassword(ports[time % 3]))

    const statuses = answers.map(({ status }) => status)
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429])
    const wait = Number(answers.at(-1)!.headers['retry-after'])
    assert.isAbove(wait, 590)
    assert.isAtMost(wait, 600)
  })

  test('believes nobody who claims to come from elsewhere', async ({ assert }) => {
    const claimed = (time: number) => ({
      'x-forwarded-for': `10.0.0.${time}`,
      'forwarded': `for=10.0.1.${time}`,
      'x-real-ip': `10.0.2.${time}`,
      'cf-connecting-ip': `10.0.3.${time}`,
      'true-client-ip': `10.0.4.${time}`,
    })
    let tries = 0
    for (; tries < 100; tries++) {
      const { status } = await tryPassword(here.port, claimed(tries), `nobody${tries}@x.example`)
      if (status === 429) break
    }
    assert.equal(tries, 60)
  }).timeout(240_000)

  test('believes a proxy that it was told to trust, and only the last address', async ({
    assert,
  }) => {
    for (let time = 0; time < 60; time++) {
      const claims = { 'x-forwarded-for': `10.9.9.${time}, 203.0.113.7` }
      const { status } = await tryPassword(proxied.port, claims, `nobody${time}@x.example`)
      assert.equal(status, 422, String(time))
    }
    const shut = { 'x-forwarded-for': '10.9.9.99, 203.0.113.7' }
    const free = { 'x-forwarded-for': '203.0.113.7, 203.0.113.8' }
    assert.equal((await tryPassword(proxied.port, shut, 'one@x.example')).status, 429)
    assert.equal((await tryPassword(proxied.port, free, 'two@x.example')).status, 422)
  }).timeout(240_000)

  test('takes the host from a trusted proxy, and from nobody else', async ({ assert }) => {
    const claims = { 'host': workspace.agency.host, 'x-forwarded-host': workspace.neighbour.host }
    const untold = await askRaw({ path: '/login', headers: claims, port: here.port })
    const told = await askRaw({ path: '/login', headers: claims, port: proxied.port })

    assert.include(untold.text, 'Agency north')
    assert.include(told.text, 'Agency south')
  })
})
