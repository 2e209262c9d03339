import { test } from '@japa/runner'
import { moduleNames } from '#kernel/modules/module_registry'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const NEW_PASSWORD = 'three quiet rivers bend'

test.group("A person's own account", (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    const id = workspace.agency.identityId('sales_director')
    const { rows } = await coreSql<{ hash: string }>(
      'select password_hash as hash from identities where id = ?',
      [id]
    )
    return async () => {
      await coreSql('update identities set password_hash = ? where id = ?', [rows[0].hash, id])
      await coreSql(`select pg_notify('freehold_identities', ?)`, [id])
    }
  })

  const signedIn = async (password = PASSWORD) => {
    const person = new Visitor(workspace.agency.host)
    await person.signIn(workspace.agency.email('sales_director'), password)
    await person.get('/app/account')
    return person
  }

  test('gets a new password, which ends every other session and renews this one', async ({
    assert,
  }) => {
    const [here, elsewhere] = [await signedIn(), await signedIn()]
    const before = here.cookies.get('__Host-freehold')

    const answer = await here.put('/app/account/password', {
      current: PASSWORD,
      password: NEW_PASSWORD,
    })

    assert.equal(answer.location, '/app/account')
    assert.notEqual(here.cookies.get('__Host-freehold'), before)
    assert.include((await here.get('/app/account')).words, 'Your password is changed')
    await until(async () => (await elsewhere.get('/app/account')).status === 302, 1_000)
    const again = new Visitor(workspace.agency.host)
    const email = workspace.agency.email('sales_director')
    assert.equal((await again.signIn(email, NEW_PASSWORD)).location, '/app')
    assert.notEqual((await again.signIn(email, PASSWORD)).location, '/app')
  })

  test('keeps the password where the current one is wrong or the new one weak', async ({
    assert,
  }) => {
    const person = await signedIn()
    const put = (current: string, password: string) =>
      person.put('/app/account/password', { current, password }, { 'hx-request': 'true' })

    const wrong = await put('not the password', NEW_PASSWORD)
    assert.equal(wrong.status, 422)
    assert.include(wrong.words, 'not your current password')
    assert.equal((await put(PASSWORD, 'password123')).status, 422)
    const again = new Visitor(workspace.agency.host)
    const email = workspace.agency.email('sales_director')
    assert.equal((await again.signIn(email, PASSWORD)).location, '/app')
  })

  test('does not let the current password be guessed', async ({ assert }) => {
    const person = await signedIn()
    let tries = 0
    for (; tries < 50; tries += 1) {
      const fields = { current: 'not the password', password: NEW_PASSWORD }
      if ((await person.put('/app/account/password', fields)).status === 429) break
    }

    assert.equal(tries, 10)
  })

  test('hides modules from the own rail and nobody else’s, and leaves them open', async ({
    assert,
  }) => {
    const [module] = moduleNames
    const person = await signedIn()
    const inRail = async (visitor: Visitor) =>
      /<nav class="rail-nav"[\s\S]*?<\/nav>/.exec((await visitor.get('/app/settings')).text)![0]
    assert.equal((await inRail(person)).includes(`/app/${module}`), module !== undefined)

    await person.put('/app/account/rail', {})
    await until(async () => !(await inRail(person)).includes(`/app/${module}`), 1_000)

    const colleague = new Visitor(workspace.agency.host)
    await colleague.signIn(workspace.agency.email('principal'), PASSWORD)
    assert.equal((await inRail(colleague)).includes(`/app/${module}`), module !== undefined)
    await person.put('/app/account/rail', { 'shown[]': [...moduleNames] })
    await until(
      async () => (await inRail(person)).includes(`/app/${module}`) === (module !== undefined)
    )
  })

  test('rejects a rail that makes no sense', async ({ assert }) => {
    const person = await signedIn()
    const answer = await person.put(
      '/app/account/rail',
      { 'shown[]': 'x'.repeat(100) },
      { 'hx-request': 'true' }
    )

    assert.equal(answer.status, 422)
  })
})
