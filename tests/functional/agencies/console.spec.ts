import { test } from '@japa/runner'
import { Identity, hashPassword, personChanged } from '#app/identity'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const HOST = 'console.freehold.localhost'
const roles = [
  'platform_admin',
  'moderator',
  'finance_ops',
  'support_agent',
  'ops_rm_lead',
] as const
type OperatorRole = (typeof roles)[number]

test.group('The console', (group) => {
  const workspace = new Workspace()
  group.setup(async () => {
    const passwordHash = await hashPassword(PASSWORD)
    for (const role of roles) {
      const facts = { email: emailOf(role), name: `Operator ${role}`, passwordHash }
      await Identity.create({ ...facts, operatorRole: role })
    }
    return async () => {
      await Identity.query().whereIn('email', roles.map(emailOf)).delete()
    }
  })
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
  })

  const emailOf = (role: OperatorRole) => `${role}@console.example`
  const operator = async (role: OperatorRole) => {
    const person = new Visitor(HOST)
    await person.signIn(emailOf(role), PASSWORD)
    return person
  }
  const page = () => `/agencies/${workspace.agency.id}`
  const statusOf = async () => {
    const { rows } = await coreSql<{ status: string; status_reason: string | null }>(
      'select status, status_reason from tenants where id = ?',
      [workspace.agency.id]
    )
    return rows[0]
  }
  const auditOf = async (role: OperatorRole) => {
    const identity = await Identity.findByOrFail('email', emailOf(role))
    const { rows } = await coreSql<{ action: string; tenant_id: string | null; facts: object }>(
      'select action, tenant_id, facts from audit_entries where actor_id = ? order by id',
      [identity.id]
    )
    return rows
  }

  test('shows every operator all agencies', async ({ assert }) => {
    for (const role of roles) {
      const { words } = await (await operator(role)).get('/')
      assert.include(words, 'Agency north', role)
      assert.include(words, 'Agency south', role)
    }
  })

  test('finds an agency by its name or address, and by its status', async ({ assert }) => {
    const person = await operator('support_agent')

    const found = await person.get('/?q=NORTH', { 'hx-request': 'true' })
    assert.include(found.words, 'Agency north')
    assert.notInclude(found.words, 'Agency south')
    assert.include((await person.get('/?q=%25')).words, 'No agency matches')
    assert.include((await person.get('/?status=suspended')).words, 'No agency matches')
  })

  test('rejects a search that makes no sense', async ({ assert }) => {
    const person = await operator('support_agent')

    for (const query of ['status=lost', 'before=x']) {
      assert.equal((await person.get(`/?${query}`, { 'hx-request': 'true' })).status, 422)
    }
  })

  test('records every look at agencies', async ({ assert }) => {
    const person = await operator('moderator')
    await person.get('/?q=north')
    await person.get(page())

    const entries = (await auditOf('moderator')).slice(-2)
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['agencies.listed', 'agency.viewed']
    )
    assert.deepEqual(entries[0].facts, { q: 'north' })
    assert.equal(entries[1].tenant_id, workspace.agency.id)
  })

  test('suspends an agency with a reason, and opens it again', async ({ assert }) => {
    const person = await operator('platform_admin')
    await person.get(page())
    const answer = await person.post(`${page()}/suspension`, { reason: 'Unpaid since May' })

    assert.equal(answer.location, page())
    assert.deepEqual(await statusOf(), { status: 'suspended', status_reason: 'Unpaid since May' })
    const member = new Visitor(workspace.agency.host)
    await until(async () => (await member.get('/login')).status === 423, 1_000)
    assert.include((await member.get('/portal')).words, 'This agency is closed')
    assert.include((await person.get(page())).words, 'Unpaid since May')

    await person.delete(`${page()}/suspension`, { reason: 'Paid' })
    assert.equal((await statusOf()).status, 'active')
    await until(async () => (await member.get('/login')).status === 200, 1_000)
    const actions = (await auditOf('platform_admin')).map(({ action }) => action)
    assert.includeMembers(actions, ['agency.suspended', 'agency.active'])
  })

  test('wants a reason', async ({ assert }) => {
    const person = await operator('platform_admin')
    await person.get(page())

    for (const reason of ['', 'no']) {
      const answer = await person.post(`${page()}/suspension`, { reason }, { 'hx-request': 'true' })
      assert.equal(answer.status, 422)
    }
    assert.equal((await statusOf()).status, 'active')
  })

  test('refuses a step that makes no sense', async ({ assert }) => {
    const person = await operator('platform_admin')
    await person.get(page())
    const answer = await person.delete(
      `${page()}/suspension`,
      { reason: 'It is open' },
      { 'hx-request': 'true' }
    )

    assert.equal(answer.status, 409)
  })

  test('lets nobody but a platform admin suspend', async ({ assert }) => {
    for (const role of roles.filter((one) => one !== 'platform_admin')) {
      const person = await operator(role)
      assert.include((await person.get(page())).words, 'Only a platform admin')
      const answer = await person.post(`${page()}/suspension`, { reason: 'Because I can' })
      assert.equal(answer.status, 403, role)
    }
    assert.equal((await statusOf()).status, 'active')
  })

  test('knows no agency that is not there', async ({ assert }) => {
    const person = await operator('platform_admin')
    await person.get('/')

    for (const id of ['00000000-0000-4000-8000-000000000000', 'nobody', "'"]) {
      assert.equal((await person.get(`/agencies/${encodeURIComponent(id)}`)).status, 404)
      const address = `/agencies/${encodeURIComponent(id)}/suspension`
      assert.equal((await person.post(address, { reason: 'Whatever' })).status, 404)
    }
  })

  test('is closed to members, to strangers and on other hosts', async ({ assert }) => {
    const member = new Visitor(HOST)
    await member.signIn(workspace.agency.email('principal'), PASSWORD)
    assert.equal((await member.get('/')).location, '/login?next=%2F')
    assert.equal((await new Visitor(HOST).get(page())).status, 302)
    assert.equal((await new Visitor(workspace.agency.host).get(page())).status, 404)
    assert.equal((await new Visitor('freehold.localhost').get(page())).status, 404)
  })

  test('is closed at once to an operator whose role was taken away', async ({ assert }) => {
    const person = await operator('ops_rm_lead')
    assert.equal((await person.get('/')).status, 200)
    const identity = await Identity.findByOrFail('email', emailOf('ops_rm_lead'))
    await identity.merge({ operatorRole: null }).save()
    await personChanged(identity.id)

    assert.equal((await person.get('/')).status, 302)
    await identity.merge({ operatorRole: 'ops_rm_lead' }).save()
    await personChanged(identity.id)
  })

  test('shows the letters that were caught, with links that can be followed', async ({
    assert,
  }) => {
    await coreSql(
      `insert into caught_letters (recipient, subject, plain) values ('a@b.example', '<b>Hello</b>', ?)`,
      ['Look: http://north.freehold.localhost/x?a=1']
    )
    const person = new Visitor(HOST)

    const list = await person.get('/mailbox')
    assert.include(list.text, '&lt;b&gt;Hello')
    const address = /href="(\/mailbox\/[0-9a-f-]{36})"/.exec(list.text)![1]
    assert.include((await person.get(address)).text, 'href="http://north.freehold.localhost/x?a=1"')
    assert.equal((await person.get('/mailbox/nothing')).status, 404)
    assert.equal((await person.get('/mailboxes')).status, 404)
  })
})
