import { test } from '@japa/runner'
import { Member, type StaffRole, Team } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { Workspace } from '#tests/support/workspace'

test.group('Teams', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const given = (name: string) => workspace.agency.inUnit(() => Team.create({ name }))
  const all = () => workspace.agency.inUnit(async () => [...(await Team.query().orderBy('name'))])
  const memberOf = (role: StaffRole) =>
    workspace.agency.inUnit(() => Member.findByOrFail('role', role))
  const place = async (role: StaffRole, team: Team, teamRole: string) => {
    await workspace.agency.inUnit(() =>
      unitSql('update members set team_id = ?, team_role = ? where role = ?', [
        team.id,
        teamRole,
        role,
      ])
    )
    await coreSql(`select pg_notify('freehold_staff', ?)`, [workspace.agency.id])
  }
  const address = (team: Team) => `/app/settings/teams/${team.id}`

  test('are opened, renamed and closed', async ({ assert, client }) => {
    const opened = await workspace.as(
      'principal',
      client.post('/app/settings/teams').form({ name: 'Lakeside', city: 'Seattle' })
    )
    const [team] = await all()
    opened.assertHeader('location', address(team))
    assert.deepEqual([team.name, team.city], ['Lakeside', 'Seattle'])

    await workspace.as(
      'principal',
      client.put(address(team)).form({ name: 'Hillside', city: '', version: team.version })
    )
    assert.deepEqual(
      (await all()).map(({ name }) => name),
      ['Hillside']
    )
    await workspace.as('principal', client.delete(address(team)))
    assert.lengthOf(await all(), 0)
  })

  test('are seen by all staff', async ({ client }) => {
    const team = await given('Lakeside')
    await place('junior_agent', team, 'member')

    const list = await workspace.as('collections_manager', client.get('/app/settings/teams'))
    list.assertTextIncludes('Lakeside')
    list.assertTextIncludes('1 person')
    const page = await workspace.as('collections_manager', client.get(address(team)))
    page.assertTextIncludes('Person junior_agent')
  })

  test('have a name of their own', async ({ assert, client }) => {
    await given('Lakeside')
    const other = await given('Hillside')
    const post = (name: string) =>
      workspace.asFragment('principal', client.post('/app/settings/teams').form({ name }))

    ;(await post('LAKESIDE')).assertStatus(409)
    ;(await post('')).assertStatus(422)
    ;(await post('x'.repeat(81))).assertStatus(422)
    const renamed = await workspace.asFragment(
      'principal',
      client.put(address(other)).form({ name: 'lakeside', version: other.version })
    )
    renamed.assertStatus(409)
    assert.lengthOf(await all(), 2)
  })

  test('are not overwritten where somebody else changed them meanwhile', async ({ client }) => {
    const team = await given('Lakeside')
    const answer = await workspace.asFragment(
      'principal',
      client.put(address(team)).form({ name: 'Hillside', version: 9 })
    )

    answer.assertStatus(409)
  })

  test('with people stay', async ({ assert, client }) => {
    const team = await given('Lakeside')
    await place('junior_agent', team, 'member')
    const answer = await workspace.asFragment('principal', client.delete(address(team)))

    answer.assertStatus(409)
    answer.assertTextIncludes('Remove them first')
    assert.lengthOf(await all(), 1)
  })

  test('take people in, give them another part, and let them go', async ({ assert, client }) => {
    const team = await given('Lakeside')
    const { id: memberId } = await memberOf('senior_agent')
    await workspace.as(
      'principal',
      client.post(`${address(team)}/members`).form({ memberId, teamRole: 'member' })
    )
    assert.equal((await memberOf('senior_agent')).teamId, team.id)

    await workspace.as(
      'principal',
      client.put(`${address(team)}/members/${memberId}`).form({ teamRole: 'owner' })
    )
    assert.equal((await memberOf('senior_agent')).teamRole, 'owner')
    await workspace.as('principal', client.delete(`${address(team)}/members/${memberId}`))
    const member = await memberOf('senior_agent')
    assert.deepEqual([member.teamId, member.teamRole], [null, null])
  })

  for (const teamRole of ['owner', 'admin'] as const) {
    test(`are looked after by their own ${teamRole}`, async ({ assert, client }) => {
      const team = await given('Lakeside')
      await place('senior_agent', team, teamRole)
      const { id: memberId } = await memberOf('junior_agent')

      const page = await workspace.as('senior_agent', client.get(address(team)))
      page.assertTextIncludes('Add a member')
      const answer = await workspace.as(
        'senior_agent',
        client.post(`${address(team)}/members`).form({ memberId, teamRole: 'member' })
      )

      answer.assertStatus(302)
      assert.equal((await memberOf('junior_agent')).teamId, team.id)
    })
  }

  test('are not changed by a plain member of them, nor by the owner of another', async ({
    assert,
    client,
  }) => {
    const [lake, hill] = [await given('Lakeside'), await given('Hillside')]
    await place('junior_agent', lake, 'member')
    await place('senior_agent', hill, 'owner')
    const { id: memberId } = await memberOf('marketing')
    const post = (role: StaffRole) =>
      workspace.as(
        role,
        client.post(`${address(lake)}/members`).form({ memberId, teamRole: 'member' })
      )

    ;(await post('junior_agent')).assertStatus(403)
    ;(await post('senior_agent')).assertStatus(403)
    assert.isNull((await memberOf('marketing')).teamId)
  })

  test('get owners from owners alone, and nobody out of another team', async ({
    assert,
    client,
  }) => {
    const [lake, hill] = [await given('Lakeside'), await given('Hillside')]
    await place('senior_agent', lake, 'admin')
    await place('sales_director', lake, 'owner')
    await place('marketing', hill, 'member')
    const people = `${address(lake)}/members`
    const [director, marketing] = [await memberOf('sales_director'), await memberOf('marketing')]
    const junior = await memberOf('junior_agent')

    const made = await workspace.asFragment(
      'senior_agent',
      client.post(people).form({ memberId: junior.id, teamRole: 'owner' })
    )
    made.assertStatus(409)
    const unmade = await workspace.asFragment(
      'senior_agent',
      client.delete(`${people}/${director.id}`)
    )
    unmade.assertStatus(409)
    const poached = await workspace.asFragment(
      'senior_agent',
      client.post(people).form({ memberId: marketing.id, teamRole: 'member' })
    )
    poached.assertStatus(409)
    assert.equal((await memberOf('marketing')).teamId, hill.id)
    assert.equal((await memberOf('sales_director')).teamRole, 'owner')
  })

  test('refuse what makes no sense', async ({ client }) => {
    const team = await given('Lakeside')
    const { id: memberId } = await memberOf('junior_agent')
    const post = (form: object) =>
      workspace.asFragment('principal', client.post(`${address(team)}/members`).form(form))

    ;(await post({ memberId, teamRole: 'king' })).assertStatus(422)
    ;(await post({ memberId: 'x', teamRole: 'member' })).assertStatus(422)
    const nobody = '00000000-0000-4000-8000-000000000000'
    ;(await post({ memberId: nobody, teamRole: 'member' })).assertStatus(404)
    const out = await workspace.asFragment(
      'principal',
      client.delete(`${address(team)}/members/${memberId}`)
    )
    out.assertStatus(409)
  })

  test('of another agency do not exist here', async ({ client }) => {
    const team = await given('Lakeside')

    ;(await workspace.asStranger(client.get(address(team)))).assertStatus(404)
    ;(await workspace.asStranger(client.delete(address(team)))).assertStatus(404)
    const answer = await workspace.asStranger(
      client.put(address(team)).form({ name: 'Ours now', version: 1 })
    )
    answer.assertStatus(404)
  })
})
