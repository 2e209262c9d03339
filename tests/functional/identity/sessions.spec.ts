import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { Member } from '#app/members'
import { announce, coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { noticesHeard } from '#tests/support/notices'
import { Workspace } from '#tests/support/workspace'

const COOKIE = '__Host-freehold'

interface SessionRow {
  id: string
  tenant_id: string | null
  last_seen_at: Date
  expires_at: Date
  created_at: Date
}

test.group('A session', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
  })

  const visitor = () => new Visitor(workspace.agency.host)
  const signedIn = async () => {
    const person = visitor()
    await person.signIn(workspace.agency.email('marketing'), PASSWORD)
    return person
  }
  const isIn = async (person: Visitor) => (await person.get('/app/account')).status === 200
  /** Without the one that the fixture opened. */
  const sessionsOf = async () => {
    const { rows } = await coreSql<SessionRow>(
      'select * from sessions where identity_id = ? and ip is not null',
      [workspace.agency.identityId('marketing')]
    )
    return rows
  }
  /** Changes the newest session as time would have, and lets every process know. */
  const age = async (change: string) => {
    const [{ id }] = await sessionsOf()
    await coreSql(`update sessions set ${change} where id = ?`, [id])
    await announce('freehold_sessions', id)
  }

  test('gets a new id when somebody signs in', async ({ assert }) => {
    const person = visitor()
    await person.get('/login')
    const before = person.cookies.get(COOKIE)
    await person.signIn(workspace.agency.email('marketing'), PASSWORD)

    assert.exists(before)
    assert.notEqual(person.cookies.get(COOKIE), before)
  })

  test('does not take over an id that somebody else chose', async ({ assert }) => {
    const attacker = visitor()
    await attacker.get('/login')
    const victim = visitor()
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value)
    await victim.signIn(workspace.agency.email('marketing'), PASSWORD)

    assert.isTrue(await isIn(victim))
    assert.isFalse(await isIn(attacker))
  })

  test('ends for good when somebody signs out, and gets a new id', async ({ assert }) => {
    const person = await signedIn()
    const copy = visitor()
    for (const [name, value] of person.cookies) copy.cookies.set(name, value)
    assert.isTrue(await isIn(copy))
    const before = person.cookies.get(COOKIE)

    await person.get('/app/account')
    const answer = await person.post('/logout')

    assert.equal(answer.location, '/login')
    assert.notEqual(person.cookies.get(COOKIE), before)
    assert.isFalse(await isIn(person))
    assert.isFalse(await isIn(copy))
  })

  test('is useless on the host of another agency, even where the same person works', async ({
    assert,
    cleanup,
  }) => {
    const place = [workspace.neighbour.id, workspace.agency.identityId('marketing')]
    await coreSql('insert into memberships (tenant_id, identity_id) values (?, ?)', place)
    cleanup(async () => {
      await coreSql('delete from memberships where tenant_id = ? and identity_id = ?', place)
    })
    await workspace.neighbour.inUnit(() =>
      Member.create({
        identityId: place[1],
        name: 'Twin',
        email: 'twin@a.example',
        role: 'principal',
      })
    )
    const person = await signedIn()
    const abroad = new Visitor(workspace.neighbour.host)
    for (const [name, value] of person.cookies) abroad.cookies.set(name, value)

    // Without BindSession in start/kernel.ts this opens the neighbour's workspace as its principal.
    assert.isFalse(await isIn(abroad))
    assert.isTrue(await isIn(person))
  })

  test('is useless on the console', async ({ assert }) => {
    const person = await signedIn()
    const abroad = new Visitor('console.freehold.localhost')
    for (const [name, value] of person.cookies) abroad.cookies.set(name, value)

    assert.equal((await abroad.get('/')).location, '/login?next=%2F')
  })

  test('is not found in the database by whoever reads the table', async ({ assert }) => {
    const person = await signedIn()
    const [{ id }] = await sessionsOf()

    assert.notInclude(decodeURIComponent(person.cookies.get(COOKIE)!), id)
    assert.lengthOf(id, createHash('sha256').digest('base64url').length)
  })

  test('ends after 12 hours without a visit', async ({ assert }) => {
    const person = await signedIn()
    const [fresh] = await sessionsOf()
    const hours = (fresh.expires_at.getTime() - fresh.last_seen_at.getTime()) / 3600_000
    assert.approximately(hours, 12, 0.1)

    await age(`expires_at = now() - interval '1 second'`)

    await until(async () => !(await isIn(person)), 1_000)
  })

  test('lives on while it is used, written at most every 5 minutes', async ({ assert }) => {
    const person = await signedIn()
    await age(
      `last_seen_at = now() - interval '4 minutes', expires_at = now() + interval '11 hours'`
    )
    await until(async () => isIn(person))
    const [untouched] = await sessionsOf()
    assert.isBelow(untouched.expires_at.getTime(), Date.now() + 11.1 * 3600_000)

    await age(`last_seen_at = now() - interval '6 minutes'`)
    await until(async () => {
      await isIn(person)
      const [touched] = await sessionsOf()
      return touched.expires_at.getTime() > Date.now() + 11.9 * 3600_000
    })
  })

  test('ends after 30 days in any case', async ({ assert }) => {
    const person = await signedIn()
    await age(
      `created_at = now() - interval '29 days 23 hours', last_seen_at = now() - interval '6 minutes'`
    )

    await until(async () => {
      await isIn(person)
      const [session] = await sessionsOf()
      return Date.now() - session.last_seen_at.getTime() < 60_000
    })
    const [session] = await sessionsOf()
    const days = (session.expires_at.getTime() - session.created_at.getTime()) / 86_400_000
    assert.approximately(days, 30, 0.01)
  })

  test('stays ended when a request that began before writes it once more', async ({ assert }) => {
    const person = await signedIn()
    await noticesHeard()
    await person.get('/app/account')
    const [{ id }] = await sessionsOf()
    // This process still remembers the session; the notice that it ended has not come yet.
    await coreSql('delete from sessions where id = ?', [id])
    const answer = await person.put('/app/account/rail', { 'shown[]': 'contacts' })
    assert.equal(answer.location, '/app/account')

    assert.lengthOf(await sessionsOf(), 0)
  })

  test('of a visitor who is not signed in is not stored', async ({ assert }) => {
    const before = await coreSql<{ count: number }>('select count(*)::int as count from sessions')
    const person = visitor()
    await person.get('/login')
    await person.get('/password/forgotten')
    const after = await coreSql<{ count: number }>('select count(*)::int as count from sessions')

    assert.equal(after.rows[0].count, before.rows[0].count)
  })

  test('cookie is for this host, unreadable to scripts, and not sent by other sites', async ({
    assert,
  }) => {
    const person = visitor()
    await person.get('/login')
    const answer = await person.post('/login', {
      email: workspace.agency.email('marketing'),
      password: PASSWORD,
    })
    const line = answer.headers['set-cookie']!.find((one) => one.startsWith(`${COOKIE}=`))!

    assert.match(line, /HttpOnly/i)
    assert.match(line, /Secure/i)
    assert.match(line, /SameSite=Lax/i)
    assert.match(line, /Path=\//i)
    assert.notMatch(line, /Domain=/i)
  })
})
