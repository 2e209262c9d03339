import { test } from '@japa/runner'
import { Identity } from '#app/identity'
import { ownerPool } from '#kernel/fleet/owner'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { moduleNames } from '#kernel/modules/module_registry'
import { PASSWORD } from '#tests/support/agency'
import { closePassingAgencies } from '#tests/support/passing_agencies'
import { until } from '#tests/support/until'
import { type Answer, Visitor, linkTo, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const APEX = 'freehold.localhost'
const FORM = {
  agency: "O'Neil & Söhne",
  slug: 'oneil',
  market: 'ZW',
  name: 'Ann "Annie" Lee',
  email: 'ann@oneil.example',
  password: PASSWORD,
  _form: 'sign-up',
}

test.group('Signing an agency up', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return closePassingAgencies
  })

  const signUp = async (changes: Record<string, string | string[]> = {}) => {
    const person = new Visitor(APEX)
    await person.get('/sign-up')
    return { person, answer: await person.post('/sign-up', { ...FORM, ...changes }) }
  }
  const asFragment = async (changes: Partial<typeof FORM> = {}) => {
    const person = new Visitor(APEX)
    await person.get('/sign-up')
    const headers = { 'hx-request': 'true', 'hx-source': 'form#sign-up' }
    return person.post('/sign-up', { ...FORM, ...changes }, headers)
  }
  const onward = (answer: Answer) => new URL(String(answer.headers.refresh).split('url=')[1])
  const enter = async (answer: Answer) => {
    const address = onward(answer)
    const person = new Visitor(address.hostname)
    await person.get(`${address.pathname}${address.search}`)
    await person.post('/enter', { ticket: address.searchParams.get('ticket')! })
    return person
  }
  const tenantsCalled = async (slug: string) => {
    const { rows } = await coreSql<{ id: string; market: string; time_zone: string }>(
      'select * from tenants where slug = ?',
      [slug]
    )
    return rows
  }

  test('leads straight into the workspace, in less than two seconds', async ({ assert }) => {
    // The best of three: other tests share the machine.
    let best = Infinity
    for (const slug of ['oneil', 'oneil-two', 'oneil-three']) {
      const started = performance.now()
      const { answer } = await signUp({ slug })
      const person = await enter(answer)
      const page = await person.get('/app/settings')
      best = Math.min(best, performance.now() - started)
      assert.equal(onward(answer).hostname, `${slug}.${APEX}`)
      assert.include(page.words, "O'Neil & Söhne")
    }

    assert.isBelow(best, 2_000)
  })

  test('tells htmx the address of the new workspace', async ({ assert }) => {
    const answer = await asFragment()

    assert.match(
      String(answer.headers['hx-redirect']),
      /^http:\/\/oneil\.freehold\.localhost.*ticket=/
    )
  })

  test('opens the agency in its market, on trial of Pro, with its founder as principal', async ({
    assert,
  }) => {
    const chosen = moduleNames.slice(0, 1)
    await signUp({ 'modulesOffered': 'true', 'modules[]': chosen })

    const [{ id, market, time_zone: zone }] = await tenantsCalled('oneil')
    assert.deepEqual([market, zone], ['ZW', 'Africa/Harare'])
    const tenant = (await tenantDirectory.byId(id))!
    assert.equal(tenant.plan, 'pro')
    assert.approximately((tenant.trialEndsAt!.getTime() - Date.now()) / 86_400_000, 14, 0.01)
    assert.deepEqual([...tenant.modules], chosen)
    const { rows } = await tenancy.run(tenant, () =>
      unitSql<{ role: string; name: string }>('select role, name from members')
    )
    assert.deepEqual(rows, [{ role: 'principal', name: 'Ann "Annie" Lee' }])
  })

  test('sends a letter with the link that proves the e-mail', async ({ assert }) => {
    const { answer } = await signUp()
    const person = await enter(answer)
    assert.include((await person.get('/app')).words, 'Please confirm')

    const link = await linkTo(FORM.email, '/verify/')
    await person.get(link)
    await person.post(link)

    assert.notInclude((await person.get('/app')).words, 'Please confirm')
  })

  test('gives the modules that were chosen and no others', async ({ assert }) => {
    await signUp({ modulesOffered: 'true' })
    const [{ id }] = await tenantsCalled('oneil')

    assert.deepEqual([...(await tenantDirectory.byId(id))!.modules], [])
  })

  for (const slug of [
    "o'neil",
    '"quoted"',
    'pg_catalog',
    'x'.repeat(64),
    'xn--mnchen-3ya',
    'www',
    'console',
    'a',
    '../etc',
  ]) {
    test(`refuses the address ${slug.slice(0, 20)}`, async ({ assert }) => {
      const answer = await asFragment({ slug })

      assert.equal(answer.status, 422)
      assert.include(answer.text, 'id="err-sign-up-slug"')
      const { rows } = await coreSql('select 1 from tenants where slug not in (?, ?)', [
        'north',
        'south',
      ])
      assert.lengthOf(rows, 0)
    })
  }

  test('refuses an address that is taken, in any case of letters', async ({ assert }) => {
    const answer = await asFragment({ slug: 'NoRTH' })

    assert.equal(answer.status, 422)
    assert.include(answer.words, 'taken')
  })

  test('refuses a common password, a short name and an unknown market', async ({ assert }) => {
    assert.include((await asFragment({ password: 'password123' })).words, 'most used')
    assert.equal((await asFragment({ agency: 'x' })).status, 422)
    assert.equal((await asFragment({ market: 'XX' })).status, 422)
    assert.equal((await asFragment({ email: 'nobody' })).status, 422)
    assert.lengthOf(await tenantsCalled('oneil'), 0)
  })

  test('brings a refused plain form back with what was typed, but for the password', async ({
    assert,
  }) => {
    const { person, answer } = await signUp({ slug: 'www' })
    assert.equal(answer.status, 302)
    const page = await person.get('/sign-up')

    assert.include(page.words, 'kept for the platform')
    assert.include(page.text, 'value="www"')
    assert.include(page.text, 'ann@oneil.example')
    assert.notInclude(page.text, PASSWORD)
  })

  test('says while typing whether an address is free', async ({ assert }) => {
    const person = new Visitor(APEX)
    const check = async (slug: string) =>
      (await person.get(`/sign-up/address?slug=${encodeURIComponent(slug)}`)).words

    assert.include(await check('oneil'), 'oneil.freehold.localhost is free')
    assert.include(await check('North'), 'taken')
    assert.include(await check('console'), 'kept for the platform')
    assert.include(await check("'; drop table"), 'begins with a letter')
    assert.notInclude(await check('<script>alert(1)</script>'), '<script>')
  })

  test('answers a known e-mail as an unknown one, and keeps its owner out of it', async ({
    assert,
  }) => {
    const email = workspace.agency.email('principal')
    const { answer } = await signUp({ email, password: 'somebody else entirely' })

    assert.equal(answer.status, 200)
    const person = await enter(answer)
    assert.equal((await person.get('/app/settings')).status, 200)
    assert.notInclude((await person.get('/app/settings')).text, workspace.agency.id)
    const people = await Identity.query().where('email', email)
    assert.lengthOf(people, 2)
    assert.lengthOf(
      people.filter(({ emailVerifiedAt }) => emailVerifiedAt),
      1
    )
  })

  test('makes no second identity of a person who gives their own password', async ({ assert }) => {
    const email = workspace.agency.email('principal')
    const { answer } = await signUp({ email })
    const person = await enter(answer)

    assert.lengthOf(await Identity.query().where('email', email), 1)
    assert.include((await person.get('/app/account')).text, `/app/agencies/${workspace.agency.id}`)
  })

  test('gives the same agency to the same person who tries once more', async ({ assert }) => {
    await signUp()
    const { answer } = await signUp()

    assert.equal(answer.status, 200)
    assert.lengthOf(await tenantsCalled('oneil'), 1)
    assert.lengthOf(await Identity.query().where('email', FORM.email), 1)
  })

  test('gives nobody the agency of somebody else with the same e-mail', async ({ assert }) => {
    await signUp()
    const { answer } = await signUp({ password: 'an attacker knows the e-mail' })

    assert.equal(answer.status, 302)
    assert.notProperty(answer.headers, 'refresh')
  })

  test('shows how far it is while the workspace is still being built, and goes on from there', async ({
    assert,
  }) => {
    const builder = await ownerPool().connect()
    await builder.query('begin; lock table core.tenant_migrations in access exclusive mode')
    const { person, answer } = await signUp()
    assert.equal(answer.location, '/sign-up/opening')
    const page = await person.get('/sign-up/opening')
    assert.include(page.words, 'usually takes a second or two')
    assert.include(page.text, 'hx-trigger="every 1s"')
    assert.equal((await person.post('/sign-up/entry')).location, '/sign-up/opening')

    await builder.query('rollback')
    builder.release()
    await until(async () => {
      const { text } = await person.get('/sign-up/opening', { 'hx-request': 'true' })
      return text.includes('data-auto-submit')
    })
    const entered = await enter(await person.post('/sign-up/entry'))
    assert.equal((await entered.get('/app/settings')).status, 200)
  })

  test('tells somebody who never signed up to begin', async ({ assert }) => {
    const person = new Visitor(APEX)

    assert.include((await person.get('/sign-up/opening')).words, 'try again')
    assert.equal((await person.post('/sign-up/entry')).location, '/sign-up/opening')
  })

  test('needs the token of its own form', async ({ assert }) => {
    const person = new Visitor(APEX)
    await person.get('/sign-up')
    const answer = await person.post('/sign-up', FORM, { 'x-csrf-token': 'made-up' })

    assert.equal(answer.status, 403)
    assert.lengthOf(await tenantsCalled('oneil'), 0)
  })

  test('is offered at the apex alone', async ({ assert }) => {
    assert.equal((await new Visitor(workspace.agency.host).get('/sign-up')).status, 404)
    assert.equal((await new Visitor('console.freehold.localhost').get('/sign-up')).status, 404)
  })
})
