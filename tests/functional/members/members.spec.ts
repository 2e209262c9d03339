import { test } from '@japa/runner'
import { Member, type StaffRole, Team } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('Members', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
  })

  const memberOf = (role: StaffRole) =>
    workspace.agency.inUnit(async () => {
      const identityId = workspace.agency.identityId(role)
      return Member.findByOrFail('identityId', identityId)
    })
  const address = async (role: StaffRole) =>
    `/app/settings/members/${await workspace.agency.memberId(role)}`
  const change = { role: 'senior_agent', teamId: '', teamRole: '', city: 'Seattle', version: 1 }
  const auditActions = () =>
    workspace.agency.inUnit(async () => {
      const { rows } = await unitSql<{ action: string }>('select action from audit_entries')
      return rows.map(({ action }) => action)
    })

  test('are seen by all staff', async ({ assert, client }) => {
    for (const role of ['principal', 'junior_agent', 'collections_manager'] as const) {
      const page = await workspace.as(role, client.get('/app/settings/members'))
      page.assertStatus(200)
      page.assertTextIncludes('Person relationship_manager')
      const mayEdit = page.text().includes('/edit"')
      assert.equal(mayEdit, role === 'principal', role)
    }
  })

  test('get another role, which counts within a second', async ({ assert, client }) => {
    const page = await workspace.as(
      'principal',
      client.get(`${await address('junior_agent')}/edit`)
    )
    page.assertStatus(200)
    const answer = await workspace.as(
      'principal',
      client.put(await address('junior_agent')).form({ ...change, role: 'principal' })
    )
    answer.assertHeader('location', '/app/settings/members')

    const allowed = async () =>
      (await workspace.as('junior_agent', client.get('/app/settings/audit'))).status() === 200
    await until(allowed, 1_000)
    assert.equal((await memberOf('junior_agent')).role, 'principal')
    assert.deepEqual(await auditActions(), ['members.changed'])
  })

  test('are changed for every process, not only for the one that was asked', async ({ client }) => {
    const seen = async () =>
      (await workspace.as('junior_agent', client.get('/app/settings/audit'))).status()
    await until(async () => (await seen()) === 403)
    // As another process would: the row is changed and the notice sent, nothing else.
    await workspace.agency.inUnit(() =>
      unitSql(`update members set role = 'principal' where role = 'junior_agent'`)
    )
    await coreSql(`select pg_notify('freehold_staff', ?)`, [workspace.agency.id])

    await until(async () => (await seen()) === 200, 1_000)
  })

  test('get a team, a part in it and a city', async ({ assert, client }) => {
    const team = await workspace.agency.inUnit(() => Team.create({ name: 'Lakeside' }))
    await workspace.as(
      'principal',
      client
        .put(await address('senior_agent'))
        .form({ ...change, teamId: team.id, teamRole: 'admin' })
    )

    const member = await memberOf('senior_agent')
    assert.deepEqual(
      [member.teamId, member.teamRole, member.city, member.version],
      [team.id, 'admin', 'Seattle', 2]
    )
  })

  test('are not overwritten where somebody else changed them meanwhile', async ({
    assert,
    client,
  }) => {
    const answer = await workspace.asFragment(
      'principal',
      client.put(await address('senior_agent')).form({ ...change, city: 'Tacoma', version: 7 })
    )

    answer.assertStatus(409)
    assert.isNull((await memberOf('senior_agent')).city)
  })

  test('refuse a role, a team and an id that do not exist', async ({ client }) => {
    const url = await address('senior_agent')
    const foreign = await workspace.neighbour.inUnit(() => Team.create({ name: 'Theirs' }))
    const put = (form: object) =>
      workspace.asFragment('principal', client.put(url).form({ ...change, ...form }))

    ;(await put({ role: 'emperor' })).assertStatus(422)
    ;(await put({ teamId: 'x' })).assertStatus(422)
    ;(await put({ teamId: foreign.id })).assertStatus(409)
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      const page = await workspace.as('principal', client.get(`/app/settings/members/${id}/edit`))
      page.assertStatus(404)
    }
  })

  test('of another agency do not exist here', async ({ client }) => {
    const url = await address('junior_agent')

    ;(await workspace.asStranger(client.get(`${url}/edit`))).assertStatus(404)
    ;(await workspace.asStranger(client.put(url).form(change))).assertStatus(404)
    ;(await workspace.asStranger(client.delete(url))).assertStatus(404)
  })

  test('are changed by nobody without the permission', async ({ client }) => {
    const url = await address('junior_agent')

    ;(await workspace.as('sales_director', client.get(`${url}/edit`))).assertStatus(403)
    ;(await workspace.as('sales_director', client.put(url).form(change))).assertStatus(403)
    ;(await workspace.as('sales_director', client.delete(url))).assertStatus(403)
  })

  test('always keep a principal', async ({ assert, client }) => {
    const url = await address('principal')
    const demoted = await workspace.asFragment('principal', client.put(url).form(change))
    const removed = await workspace.asFragment('principal', client.delete(url))

    demoted.assertStatus(409)
    demoted.assertTextIncludes('last principal')
    removed.assertStatus(409)
    assert.equal((await memberOf('principal')).role, 'principal')
  })

  test('keep a principal even when two remove each other at once', async ({ assert, client }) => {
    await workspace.agency.inUnit(() =>
      unitSql(`update members set role = 'principal' where role = 'marketing'`)
    )
    await coreSql(`select pg_notify('freehold_staff', ?)`, [workspace.agency.id])
    const marketing = `/app/settings/members/${(await memberOf('marketing')).id}`
    await until(
      async () =>
        (await workspace.as('marketing', client.get('/app/settings/audit'))).status() === 200
    )

    await Promise.all([
      workspace.as('principal', client.put(marketing).form(change)),
      workspace.as('marketing', client.put(await address('principal')).form(change)),
    ])

    const left = await workspace.agency.inUnit(async () =>
      Member.query().where('role', 'principal')
    )
    assert.lengthOf(left, 1)
  })

  test('make no principals where they are none themselves', async ({ assert, client }) => {
    await workspace.agency.inUnit(() =>
      unitSql(
        `insert into role_grants (role, permission, reach) values ('sales_director', 'members.manage', 'all')`
      )
    )
    await coreSql(`select pg_notify('freehold_staff', ?)`, [workspace.agency.id])
    const url = await address('junior_agent')
    await until(
      async () => (await workspace.as('sales_director', client.get(`${url}/edit`))).status() === 200
    )
    const put = async (role: StaffRole, form: object) =>
      workspace.asFragment(
        'sales_director',
        client.put(await address(role)).form({ ...change, ...form })
      )

    ;(await put('junior_agent', { role: 'principal' })).assertStatus(409)
    ;(await put('principal', { role: 'marketing' })).assertStatus(409)
    ;(await put('sales_director', { role: 'marketing' })).assertStatus(409)
    ;(
      await workspace.asFragment('sales_director', client.delete(await address('principal')))
    ).assertStatus(409)
    assert.equal((await memberOf('junior_agent')).role, 'junior_agent')
    assert.equal((await memberOf('principal')).role, 'principal')
    assert.equal((await put('junior_agent', {})).status(), 200)
  })

  test('who are removed are out at once, and stay out', async ({ assert, client }) => {
    const person = new Visitor(workspace.agency.host)
    await person.signIn(workspace.agency.email('property_manager'), PASSWORD)
    assert.equal((await person.get('/app/account')).status, 200)

    const url = await address('property_manager')
    const answer = await workspace.as('principal', client.delete(url))

    answer.assertHeader('location', '/app/settings/members')
    await until(async () => (await person.get('/app/account')).status === 302, 1_000)
    const again = await person.signIn(workspace.agency.email('property_manager'), PASSWORD)
    assert.notEqual(again.location, '/app')
    await workspace.as('principal', client.get('/app/settings'))
    const page = await workspace.as('principal', client.get('/app/settings/members'))
    assert.notInclude(page.text(), 'Person property_manager')
    assert.include(await auditActions(), 'members.removed')
    ;(await workspace.as('principal', client.get(`${url}/edit`))).assertStatus(404)
  })

  test('change nothing that the form does not offer', async ({ assert, client }) => {
    const before = await memberOf('senior_agent')
    await workspace.as(
      'principal',
      client.put(await address('senior_agent')).form({
        ...change,
        id: before.teamId ?? 'x',
        identityId: workspace.agency.identityId('principal'),
        name: 'Renamed',
        email: 'new@else.example',
        state: 'removed',
        hiddenModules: 'x',
      })
    )

    const after = await memberOf('senior_agent')
    for (const fact of ['id', 'identityId', 'name', 'email', 'state'] as const)
      assert.equal(after[fact], before[fact], fact)
    assert.equal(after.city, 'Seattle')
  })
})
