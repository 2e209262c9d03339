import { test } from '@japa/runner'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

const SETTINGS = {
  name: 'North & Sons',
  timeZone: 'America/Denver',
  primary: '#7c2d12',
  version: 1,
}

test.group("An agency's settings", (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('are saved, shown at once and audited', async ({ assert, client }) => {
    const answer = await workspace.as(
      'principal',
      client.put('/app/settings/agency').form(SETTINGS)
    )
    answer.assertStatus(302)
    answer.assertHeader('location', '/app/settings/agency')

    await until(async () => (await workspace.agency.tenant()).name === 'North & Sons', 1_000)
    const page = await workspace.as('junior_agent', client.get('/app/settings'))
    page.assertTextIncludes('North &amp; Sons')
    page.assertTextIncludes('--brand:#7c2d12')
    const tenant = await workspace.agency.tenant()
    assert.equal(tenant.timeZone, 'America/Denver')
    assert.deepEqual(tenant.branding, { primary: '#7c2d12', primaryContent: '#ffffff' })
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries')
    )
    assert.deepEqual(rows, [{ action: 'agency.updated' }])
  })

  test('show the form with what is saved', async ({ client }) => {
    const page = await workspace.as('principal', client.get('/app/settings/agency'))

    page.assertStatus(200)
    page.assertTextIncludes('value="Agency north"')
    // The colour that the agency wears without having chosen one: saving must not change it.
    page.assertTextIncludes('value="#1f4d3f"')
    page.assertTextIncludes('north.freehold.localhost')
  })

  test('refuse a colour on which text cannot be read', async ({ assert, client }) => {
    for (const primary of ['#fde047', '#ffffff', '#f5f5f5']) {
      const answer = await workspace.asFragment(
        'principal',
        client.put('/app/settings/agency').form({ ...SETTINGS, primary })
      )
      answer.assertStatus(409)
      assert.include(answer.text(), 'hard to read', primary)
    }
    assert.deepEqual((await workspace.agency.tenant()).branding, {})
  })

  test('refuse what is no colour, no zone and no name', async ({ client }) => {
    for (const change of [
      { primary: 'red' },
      { primary: '#fff;}body{display:none' },
      { timeZone: 'Mars/Phobos' },
      { name: 'x' },
      { version: 'one' },
    ]) {
      const answer = await workspace.asFragment(
        'principal',
        client.put('/app/settings/agency').form({ ...SETTINGS, ...change })
      )
      answer.assertStatus(422)
    }
  })

  test('do not overwrite what somebody else saved meanwhile', async ({ assert, client }) => {
    await workspace.as('principal', client.put('/app/settings/agency').form(SETTINGS))
    const answer = await workspace.asFragment(
      'principal',
      client.put('/app/settings/agency').form({ ...SETTINGS, name: 'Too late' })
    )

    answer.assertStatus(409)
    const { rows } = await coreSql<{ name: string }>('select name from tenants where id = ?', [
      workspace.agency.id,
    ])
    assert.equal(rows[0].name, 'North & Sons')
  })

  test('change nothing else of the agency, whatever is sent along', async ({ assert, client }) => {
    const before = await workspace.agency.tenant()
    await workspace.as(
      'principal',
      client.put('/app/settings/agency').form({
        ...SETTINGS,
        slug: 'taken-over',
        status: 'closing',
        plan_version_id: before.id,
        founderId: before.id,
        market: 'IN',
        branding: 'x',
        logoFileId: before.id,
      })
    )

    await until(async () => (await workspace.agency.tenant()).name === 'North & Sons', 1_000)
    const after = await workspace.agency.tenant()
    for (const fact of ['slug', 'status', 'plan', 'market', 'currency', 'host'] as const)
      assert.equal(after[fact], before[fact], fact)
  })

  test('offer a person only the pages that their role may open', async ({ assert, client }) => {
    const principal = await workspace.as('principal', client.get('/app/settings'))
    const agent = await workspace.as('junior_agent', client.get('/app/settings'))

    for (const page of ['agency', 'modules', 'plan', 'roles', 'audit']) {
      assert.include(principal.text(), `href="/app/settings/${page}"`)
      assert.notInclude(agent.text(), `href="/app/settings/${page}"`)
    }
    assert.include(agent.text(), 'href="/app/settings/members"')
    assert.include(agent.text(), 'href="/app/account"')
  })

  test('say which permission is missing and whom to ask', async ({ client }) => {
    const answer = await workspace.as('junior_agent', client.get('/app/settings/agency'))

    answer.assertStatus(403)
    answer.assertTextIncludes('Manage the agency')
    answer.assertTextIncludes('Ask Person principal')
  })

  test('of a plan say what it is, until when, and what else there is', async ({ client }) => {
    const page = await workspace.as('principal', client.get('/app/settings/plan'))

    page.assertStatus(200)
    page.assertTextIncludes('Enterprise')
    page.assertTextIncludes('Trial ends')
    page.assertTextIncludes('$29')
  })
})
