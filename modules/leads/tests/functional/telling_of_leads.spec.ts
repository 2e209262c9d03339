import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { hearOnce, hearTold } from '#tests/support/told_events'
import { RoutingWorkspace } from '../routing_workspace.ts'

test.group('Telling of leads', (group) => {
  const workspace = new RoutingWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  const told = async (role: StaffRole) => {
    const id = await workspace.agency.memberId(role)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ kind: string; facts: object; path: string }>(
        'select kind, facts, path from notifications where member_id = ? order by id',
        [id]
      )
    )
    return rows
  }

  const hear = () => hearTold('leads.assigned', 'leads.offered')

  const assign = async (client: import('@japa/api-client').ApiClient, id: string) => {
    const ownerId = await workspace.agency.memberId('senior_agent')
    return workspace.as('principal', client.put(`/app/leads/${id}/assignment`).form({ ownerId }))
  }

  test('reaches whoever got one of somebody else, once, and names it', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'Ann Lee' })
    await coreSql('delete from outbox')
    await assign(client, lead.id)

    for (const event of await hear()) await hearOnce(event)

    const page = await workspace.as('senior_agent', client.get('/app/notifications'))
    assert.deepEqual(await told('senior_agent'), [
      {
        kind: 'leads.notifications.given',
        facts: { by: 'Person principal', count: 1 },
        path: `/app/leads/${lead.id}`,
      },
    ])
    page.assertTextIncludes('Person principal assigned you a lead')
    page.assertTextIncludes('Ann Lee')
    assert.isEmpty(await told('principal'))
  })

  test('does not reach whoever took one themselves', async ({ assert }) => {
    await workspace.givenLead({ name: 'Ann Lee', owner: 'principal' })

    await hear()

    assert.isEmpty(await told('principal'))
  })

  test('keeps the name from whoever no longer has it', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ name: 'Ann Lee' })
    await coreSql('delete from outbox')
    await assign(client, lead.id)
    await hear()
    await workspace.givenFacts(lead, { owner_id: await workspace.agency.memberId('junior_agent') })

    const page = await workspace.as('senior_agent', client.get('/app/notifications'))

    page.assertTextIncludes('Something you no longer have access to')
    assert.notInclude(page.text(), 'Ann Lee')
  })

  test('reaches whom a rule gave them to', async ({ assert }) => {
    await workspace.givenRule('All', {}, await workspace.agency.memberId('junior_agent'))
    const [lead] = await workspace.givenNewLeads(1)

    await hear()

    assert.deepEqual(await told('junior_agent'), [
      { kind: 'leads.notifications.routed', facts: { count: 1 }, path: `/app/leads/${lead.id}` },
    ])
  })

  test('is one notification for many that came at once', async ({ client, assert }) => {
    const leads = [await workspace.givenLead(), await workspace.givenLead({ name: 'Bob Ray' })]
    await coreSql('delete from outbox')
    const ownerId = await workspace.agency.memberId('senior_agent')
    const ids = leads.map(({ id }) => id)
    await workspace.as(
      'principal',
      client.post('/app/leads/bulk-acts').form({ act: 'assign', ids, ownerId })
    )

    await hear()

    const page = await workspace.as('senior_agent', client.get('/app/notifications'))
    page.assertTextIncludes('assigned you 2 leads')
    assert.deepEqual(
      (await told('senior_agent')).map(({ path }) => path),
      ['/app/leads?owner=me']
    )
  })

  test('reaches those who may claim one, until somebody has it', async ({ client, assert }) => {
    await workspace.givenClaimRule(['senior_agent', 'junior_agent'])
    const [lead] = await workspace.givenNewLeads(1, { name: 'Ann Lee' })
    await hear()
    const offered = [await told('senior_agent'), await told('junior_agent')]
    const page = await workspace.as('junior_agent', client.get('/app/notifications'))

    await workspace.as('junior_agent', client.post(`/app/leads/${lead.id}/claim`))
    await hear()

    for (const rows of offered)
      assert.deepEqual(rows, [
        { kind: 'leads.notifications.offered', facts: {}, path: '/app/leads/claims' },
      ])
    assert.notInclude(page.text(), 'Ann Lee')
    assert.deepEqual([await told('senior_agent'), await told('junior_agent')], [[], []])
  })
})
