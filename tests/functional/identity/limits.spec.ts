import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('The doors', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return sweepTheDoorstep
  })

  const email = () => workspace.agency.email('principal')

  /** Knocks until the door stays shut; answers after how many tries, and how it said so. */
  const knockAt = async (path: string, fields: Record<string, string>, headers = {}) => {
    const person = new Visitor(workspace.agency.host)
    await person.get('/login')
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await person.post(path, fields, headers)
      if (answer.status === 429) return { tries, answer }
    }
    throw new Error('The door never shut')
  }

  test('let somebody try ten passwords, and say exactly when to come back', async ({ assert }) => {
    const wrong = { email: email(), password: 'not the password' }

    const { tries, answer } = await knockAt('/login', wrong)

    assert.equal(tries, 10)
    const seconds = Number(answer.headers['retry-after'])
    assert.isTrue(Number.isInteger(seconds) && seconds > 590 && seconds <= 600, String(seconds))
    assert.include(answer.words, 'Wait a few minutes')
  })

  test('stay shut for the right password, too', async ({ assert }) => {
    await knockAt('/login', { email: email(), password: 'not the password' })

    const answer = await new Visitor(workspace.agency.host).signIn(email(), PASSWORD)

    assert.equal(answer.status, 429)
  })

  test('open again for a person who gets in', async ({ assert }) => {
    const person = new Visitor(workspace.agency.host)
    for (let tries = 0; tries < 9; tries += 1) await person.signIn(email(), 'not the password')
    assert.equal((await person.signIn(email(), PASSWORD)).location, '/app')

    assert.equal((await person.signIn(email(), 'not the password')).status, 302)
  })

  test('count an unknown e-mail as they count a known one', async ({ assert }) => {
    const unknown = { email: 'nobody@nowhere.example', password: 'not the password' }

    const { tries } = await knockAt('/login', unknown)

    assert.equal(tries, 10)
  })

  test('count somebody once, in whatever letters the host is written', async ({ assert }) => {
    await knockAt('/login', { email: email(), password: 'not the password' })

    const shouting = new Visitor(workspace.agency.host.toUpperCase())

    assert.equal((await shouting.signIn(email(), PASSWORD)).status, 429)
  })

  test('do not let a password be guessed by signing up', async ({ assert }) => {
    const { slug: taken } = workspace.agency
    const form = { agency: 'Guess', slug: taken, market: 'US', name: 'Guess', email: email() }
    const person = new Visitor('freehold.localhost')
    await person.get('/sign-up')
    let tries = 0
    for (; tries < 60; tries += 1) {
      const answer = await person.post('/sign-up', { ...form, password: `not it, no. ${tries}` })
      if (answer.status === 429) break
    }

    assert.equal(tries, 20)
  })

  test('count by the address behind the connection, not by the one that is claimed', async ({
    assert,
  }) => {
    const person = new Visitor(workspace.agency.host)
    await person.get('/login')
    let tries = 0
    for (; tries < 100; tries += 1) {
      const fields = { email: `somebody${tries}@nowhere.example`, password: 'not the password' }
      const claim = { 'x-forwarded-for': `10.0.0.${tries}`, 'x-real-ip': `10.0.1.${tries}` }
      const answer = await person.post('/login', fields, claim)
      if (answer.status === 429) break
    }

    assert.equal(tries, 60)
  })

  test('send five letters for a forgotten password', async ({ assert }) => {
    const { tries, answer } = await knockAt('/password/forgotten', { email: email() })

    assert.equal(tries, 5)
    assert.isAbove(Number(answer.headers['retry-after']), 1_700)
  })

  test('do not let links be guessed', async ({ assert }) => {
    const { tries } = await knockAt('/verify/a-guess', {})

    assert.equal(tries, 30)
  })

  test('keep their counters in the database that all processes share, without an e-mail', async ({
    assert,
  }) => {
    await knockAt('/login', { email: email(), password: 'not the password' })
    const { rows } = await coreSql<{ key: string; points: number }>(
      'select key, points from rate_limits'
    )

    assert.isTrue(rows.some(({ points }) => points > 10))
    assert.isFalse(rows.some(({ key }) => key.includes('@')))
    await coreSql('delete from rate_limits')
    const answer = await new Visitor(workspace.agency.host).signIn(email(), PASSWORD)
    assert.equal(answer.location, '/app', 'this process remembers no count of its own')
  })
})
