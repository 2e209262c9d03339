import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, letterTo, linkTo, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const NEW_PASSWORD = 'three quiet rivers bend'

test.group('Resetting a password', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    const id = workspace.agency.identityId('junior_agent')
    const { rows } = await coreSql<{ hash: string }>(
      'select password_hash as hash from identities where id = ?',
      [id]
    )
    return async () => {
      await coreSql('update identities set password_hash = ? where id = ?', [rows[0].hash, id])
    }
  })

  const visitor = (host = workspace.agency.host) => new Visitor(host)
  const email = () => workspace.agency.email('junior_agent')
  const ask = async (address = email()) => {
    const person = visitor()
    await person.get('/password/forgotten')
    return person.post('/password/forgotten', { email: address })
  }
  const linkSent = async () => {
    await ask()
    return linkTo(email(), '/password/reset/')
  }
  const choose = async (link: string, password = NEW_PASSWORD, host?: string) => {
    const person = visitor(host)
    await person.get(link)
    return person.post(link, { password, _form: 'new-password' })
  }

  test('sends a link with which a new password can be chosen', async ({ assert }) => {
    const answer = await choose(await linkSent())

    assert.equal(answer.location, '/login')
    assert.equal((await visitor().signIn(email(), NEW_PASSWORD)).location, '/app')
    assert.notEqual((await visitor().signIn(email(), PASSWORD)).location, '/app')
  })

  test('ends every session of the person', async ({ assert }) => {
    const open = visitor()
    await open.signIn(email(), PASSWORD)
    assert.equal((await open.get('/app/account')).status, 200)

    await choose(await linkSent())

    await until(async () => (await open.get('/app/account')).status === 302, 1_000)
  })

  test('works once', async ({ assert }) => {
    const link = await linkSent()
    await choose(link)

    assert.include((await visitor().get(link)).words, 'no longer works')
    await choose(link, 'a third and longer password')
    assert.equal((await visitor().signIn(email(), NEW_PASSWORD)).location, '/app')
  })

  test('ends the other links of the same person', async ({ assert }) => {
    const first = await linkSent()
    await coreSql('delete from caught_letters')
    const second = await linkSent()
    await choose(second)

    assert.notEqual(first, second)
    assert.include((await visitor().get(first)).words, 'no longer works')
  })

  test('works for 30 minutes', async ({ assert }) => {
    const link = await linkSent()
    const { rows } = await coreSql<{ minutes: number }>(
      `select extract(epoch from expires_at - now())::float / 60 as minutes from one_time_tokens
        where purpose = 'reset_password' and used_at is null order by id desc limit 1`
    )
    assert.approximately(rows[0].minutes, 30, 0.5)

    await coreSql(
      `update one_time_tokens set expires_at = now() - interval '1 second' where purpose = 'reset_password'`
    )
    await choose(link)

    assert.notEqual((await visitor().signIn(email(), NEW_PASSWORD)).location, '/app')
  })

  test('is not spent by looking at the page', async ({ assert }) => {
    const link = await linkSent()
    for (let times = 0; times < 3; times += 1) await visitor().get(link)

    assert.equal((await choose(link)).location, '/login')
  })

  test('does not work on the host of another agency', async ({ assert }) => {
    const link = await linkSent()

    await choose(link, NEW_PASSWORD, workspace.neighbour.host)

    assert.notEqual((await visitor().signIn(email(), NEW_PASSWORD)).location, '/app')
  })

  test('refuses a common or a short password and keeps the link', async ({ assert }) => {
    const link = await linkSent()
    const person = visitor()
    await person.get(link)
    const fragment = { 'hx-request': 'true', 'hx-source': 'form#new-password' }

    const common = await person.post(link, { password: 'password123' }, fragment)
    const short = await person.post(link, { password: 'short' }, fragment)

    assert.equal(common.status, 422)
    assert.include(common.words, 'most used')
    assert.equal(short.status, 422)
    assert.equal((await choose(link)).location, '/login')
  })

  test('says the same about an e-mail that nobody has, and sends nothing', async ({ assert }) => {
    const known = await ask()
    await letterTo(email())
    const unknown = await ask('nobody@nowhere.example')

    const plain = (text: string) => text.replaceAll(/(nonce|csrf-token|content|value)="[^"]*"/g, '')
    assert.equal(known.status, unknown.status)
    assert.equal(plain(known.text), plain(unknown.text))
    const { rows } = await coreSql('select 1 from caught_letters where recipient like ?', [
      'nobody@%',
    ])
    assert.lengthOf(rows, 0)
  })

  test('points to the host of the agency, whatever the request claims', async ({ assert }) => {
    const person = visitor()
    await person.get('/password/forgotten')
    const poison = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' }
    await person.post('/password/forgotten', { email: email() }, poison)

    const { plain } = await letterTo(email())
    assert.include(plain, `http://${workspace.agency.host}/password/reset/`)
    assert.notInclude(plain, 'evil.example')
  })

  test('stores no more of the link than its fingerprint', async ({ assert }) => {
    const secret = (await linkSent()).split('/').at(-1)!
    const { rows } = await coreSql<{ row: string }>(
      'select one_time_tokens::text as row from one_time_tokens'
    )

    assert.isAtLeast(secret.length, 43)
    assert.isFalse(rows.some(({ row }) => row.includes(secret)))
  })
})
