import { test } from '@japa/runner'
import { announce, coreSql, unitSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('Signing in', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
  })

  const visitor = () => new Visitor(workspace.agency.host)
  const email = () => workspace.agency.email('senior_agent')

  test('leads a member into the workspace', async ({ assert }) => {
    const person = visitor()

    const answer = await person.signIn(email(), PASSWORD)

    assert.equal(answer.status, 302)
    assert.equal(answer.location, '/app')
    assert.include((await person.get('/app/settings')).words, 'Person senior_agent')
  })

  test('takes the e-mail in capitals and with spaces around it', async ({ assert }) => {
    const answer = await visitor().signIn(` ${email().toUpperCase()} `, PASSWORD)

    assert.equal(answer.location, '/app')
  })

  test('leads on to where the person wanted to go', async ({ assert }) => {
    const person = visitor()
    const asked = await person.get('/app/settings/members?x=1')
    assert.equal(asked.location, '/login?next=%2Fapp%2Fsettings%2Fmembers%3Fx%3D1')

    const page = await person.get(asked.location!)
    assert.include(page.text, 'value="/app/settings/members?x=1"')
    const answer = await person.post('/login', {
      email: email(),
      password: PASSWORD,
      next: '/app/settings/members?x=1',
    })

    assert.equal(answer.location, '/app/settings/members?x=1')
  })

  test('never leads to another host', async ({ assert }) => {
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ]) {
      const person = visitor()
      await person.get('/login')
      const answer = await person.post('/login', { email: email(), password: PASSWORD, next })
      assert.equal(answer.location, '/app', next)
    }
  })

  test('tells htmx where to go instead of redirecting it', async ({ assert }) => {
    const answer = await visitor().signIn(email(), PASSWORD, { 'hx-request': 'true' })

    assert.equal(answer.status, 200)
    assert.equal(answer.headers['hx-redirect'], '/app')
  })

  test('refuses a wrong password in the same words as an unknown e-mail', async ({ assert }) => {
    const person = visitor()
    const wrong = await person.signIn(email(), 'not the password', { 'hx-request': 'true' })
    const unknown = await person.signIn('nobody@nowhere.example', 'not the password', {
      'hx-request': 'true',
    })

    assert.equal(wrong.status, 422)
    assert.equal(wrong.text, unknown.text)
    assert.include(wrong.words, 'do not match')
    assert.equal((await person.get('/app')).location, '/login?next=%2Fapp')
  })

  test('brings a refused plain form back with its message and what was typed', async ({
    assert,
  }) => {
    const person = visitor()
    const answer = await person.signIn(email(), 'not the password')
    assert.equal(answer.status, 302)

    const page = await person.get('/login')

    assert.include(page.words, 'do not match')
    assert.include(page.text, `value="${email()}"`)
    assert.notInclude(page.text, 'not the password')
  })

  test('rejects what is no e-mail', async ({ assert }) => {
    const answer = await visitor().signIn('no e-mail', PASSWORD, { 'hx-request': 'true' })

    assert.equal(answer.status, 422)
    assert.include(answer.text, 'data-field-error')
  })

  test("does not open another agency with this one's people", async ({ assert }) => {
    const answer = await new Visitor(workspace.neighbour.host).signIn(email(), PASSWORD)

    assert.notEqual(answer.location, '/app')
  })

  test('does not exist for a person who was suspended, and ends what they had open', async ({
    assert,
    cleanup,
  }) => {
    const person = visitor()
    await person.signIn(email(), PASSWORD)
    const id = workspace.agency.identityId('senior_agent')
    const setStatus = async (status: string) => {
      await coreSql('update identities set status = ? where id = ?', [status, id])
      await announce('freehold_identities', id)
    }
    cleanup(() => setStatus('active'))
    await setStatus('suspended')

    await until(async () => (await person.get('/app/account')).status === 302, 1_000)
    assert.notEqual((await visitor().signIn(email(), PASSWORD)).location, '/app')
  })

  test('stands in the audit log, and so does a refusal', async ({ assert }) => {
    await visitor().signIn(email(), PASSWORD)
    await visitor().signIn(email(), 'not the password')

    const actions = () =>
      workspace.agency.inUnit(async () => {
        const { rows } = await unitSql<{ action: string }>(
          'select action from audit_entries where subject_id = ? order by id',
          [workspace.agency.identityId('senior_agent')]
        )
        return rows.map(({ action }) => action)
      })
    await until(async () => (await actions()).at(-1) === 'identity.sign_in_refused')
    assert.include(await actions(), 'identity.signed_in')
  })

  test('needs the token of its own form', async ({ assert }) => {
    const person = visitor()
    await person.get('/login')
    const fields = { email: email(), password: PASSWORD }

    const answer = await person.post('/login', fields, { 'x-csrf-token': 'made-up' })

    assert.equal(answer.status, 403)
    assert.include(answer.words, 'open for too long')
  })

  test('opens the console to operators alone', async ({ assert }) => {
    const operator = 'operator@freehold.example'
    const { rows } = await coreSql<{ hash: string }>(
      'select password_hash as hash from identities where id = ?',
      [workspace.agency.identityId('principal')]
    )
    await coreSql(
      `insert into identities (email, name, password_hash, operator_role, email_verified_at)
       values (?, 'Olga', ?, 'moderator', now()) on conflict do nothing`,
      [operator, rows[0].hash]
    )
    const console = () => new Visitor('console.freehold.localhost')

    assert.equal((await console().signIn(operator, PASSWORD)).location, '/')
    assert.notEqual((await console().signIn(email(), PASSWORD)).location, '/')
    assert.notEqual((await visitor().signIn(operator, PASSWORD)).location, '/app')
  })
})
