import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { parse } from 'csv-parse/sync'
import type { ApiClient } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { countedQueries } from '#tests/support/counted_queries'
import { forgetOldLists } from '../../actions/forget_old_lists.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Statistics of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const statistics = '/app/leads/statistics'

  async function given() {
    const minutes = [10, 20, 30, 40, 400]
    for (const [index, wait] of minutes.entries()) {
      const lead = await workspace.givenLead({ source: 'referral', owner: 'senior_agent' })
      await workspace.givenFacts(lead, {
        status: index === 0 ? 'converted' : 'contacted',
      })
      await workspace.givenWait(lead, wait)
    }
    await workspace.givenLead({ source: 'Sign at the gate' })
  }

  test('tell by status, source, agent and week, and how fast leads are answered', async ({
    client,
    assert,
  }) => {
    await given()

    const response = await workspace.as('principal', client.get(statistics))

    response.assertStatus(200)
    for (const text of ['Referral', 'Sign at the gate', 'Person senior_agent', '30 min', '4.3 h'])
      assert.include(response.text(), text)
    assert.include(response.text(), '16.7%')
  })

  test('count only what is within reach', async ({ client, assert }) => {
    await given()

    const agent = await workspace.as('junior_agent', client.get(statistics))
    const senior = await workspace.asFragment('senior_agent', client.get(statistics))

    assert.include(agent.text(), 'Nothing came in yet')
    assert.notInclude(senior.text(), 'Sign at the gate')
    assert.include(senior.text(), 'Referral')
  })

  test('are counted again only when a lead has changed', async ({ client, assert }) => {
    await given()
    const ask = () => workspace.asFragment('principal', client.get(statistics))
    const counts = async () =>
      (await countedQueries(ask)).filter((sql) => sql.includes('grouping sets')).length

    assert.equal(await counts(), 1)
    assert.equal(await counts(), 0)
    const lead = await workspace.givenLead({ source: 'referral' })
    assert.equal(await counts(), 1)
    await workspace.givenFacts(lead, { source: 'Billboard' })
    assert.include((await ask()).text(), 'Billboard')
  })

  test('cost as many statements for many leads as for one', async ({ client, assert }) => {
    const ask = () => workspace.asFragment('principal', client.get(statistics))
    const own = async () => (await countedQueries(ask)).filter((sql) => sql.includes('"leads"'))
    await workspace.givenLeads(1)
    const forOne = await own()
    await workspace.givenLeads(40)

    assert.equal((await own()).length, forOne.length)
  })

  test('are forbidden to those who may not see leads, and gone where the module is off', async ({
    client,
  }) => {
    await workspace.givenReach('marketing', 'leads.view', 'none')
    const forbidden = await workspace.as('marketing', client.get(statistics))
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.get(statistics))

    forbidden.assertStatus(403)
    off.assertStatus(404)
  })
})

test.group('Exporting leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const ask = async (client: ApiClient, role: StaffRole, form: object) =>
    workspace.as(role, client.post('/app/leads/exports').form({ format: 'csv', ...form }))

  test('writes facts, activities, notes and status history', async ({ client, assert }) => {
    const lead = await workspace.givenLead({
      name: '=Ann',
      phone: '+12065550142',
      budgetMax: 50_000_000,
    })
    await workspace.givenCall(lead)

    const response = await ask(client, 'principal', {})
    const [row] = parse<Record<string, string>>(response.text(), { bom: true, columns: true })

    response.assertStatus(200)
    assert.containsSubset(row, {
      'Name': "'=Ann",
      'Budget to': '500000.00',
      'Status': 'Contacted',
      'Stage': 'Lead',
      'Assigned to': 'Person principal',
    })
    assert.include(row.Activities, 'Spoke about the house')
    assert.include(row['Status history'], 'Contacted')
  })

  test('keeps to the filters and days of the list', async ({ client, assert }) => {
    const old = await workspace.givenLead({ name: 'Old' })
    await workspace.givenFacts(old, { created_at: '2026-01-15T12:00:00Z' })
    await workspace.givenLead({ name: 'Brand-new one' })

    const response = await ask(client, 'sales_director', { query: 'from=2026-01-01&to=2026-01-31' })

    assert.include(response.text(), 'Old')
    assert.notInclude(response.text(), 'Brand-new one')
  })

  test('is a workbook, too', async ({ client, assert }) => {
    await workspace.givenLead()

    const response = await ask(client, 'principal', { format: 'xlsx' })

    response.assertStatus(200)
    assert.include(response.header('content-type'), 'spreadsheetml')
  })

  test('is forbidden to everybody but principal and director', async ({ client, assert }) => {
    await workspace.givenLead({ owner: 'senior_agent' })

    for (const role of ['senior_agent', 'collections_manager', 'marketing'] as const) {
      const response = await ask(client, role, {})
      assert.equal(response.status(), 403, role)
    }
  })

  test('ends at the reach of the permission', async ({ client, assert }) => {
    await workspace.givenLead({ name: 'Mine', owner: 'senior_agent' })
    await workspace.givenLead({ name: 'Theirs' })
    await workspace.givenReach('senior_agent', 'leads.export', 'own')

    const response = await ask(client, 'senior_agent', {})

    assert.include(response.text(), 'Mine')
    assert.notInclude(response.text(), 'Theirs')
  })

  test('refuses what is no format', async ({ client }) => {
    const response = await workspace.asFragment(
      'principal',
      client.post('/app/leads/exports').form({ format: 'exe' })
    )

    response.assertStatus(422)
  })

  test('of more than a thousand is done in the background', async ({ client, assert }) => {
    await workspace.givenLeads(1001)

    const response = await ask(client, 'principal', {})
    const page = await workspace.as('principal', client.get(response.header('location')!))
    const list = await workspace.as('principal', client.get('/app/leads/exports'))

    response.assertStatus(302)
    assert.include(page.text(), '1,001 leads')
    assert.include(list.text(), '.csv')
  })

  test('is forgotten with its file after a week', async ({ assert }) => {
    const [fresh, old] = await workspace.agency.inUnit(async () => {
      const works = [await givenSheet(), await givenSheet()]
      await unitSql(`update bulk_works set updated_at = now() - interval '8 days' where id = ?`, [
        works[1].id,
      ])
      await forgetOldLists()
      return works
    }, 'principal')

    const left = await workspace.agency.inUnit(async () => BulkWork.query().orderBy('id').exec())
    assert.deepEqual(
      left.map(({ id, answerFileId }) => [id, answerFileId]),
      [
        [fresh.id, fresh.answerFileId],
        [old.id, null],
      ]
    )
  })
})

/** An export that is done, with what it wrote. */
async function givenSheet(): Promise<BulkWork> {
  const { rows } = await unitSql<{ id: string }>(
    `insert into files (storage_key, name, media_type, bytes, sha256)
     values ('tenants/x/leads/' || uuidv7(), 'leads.csv', 'text/csv', 1, '') returning id`
  )
  return BulkWork.create({
    kind: 'leads.export',
    state: 'done',
    answerFileId: rows[0].id,
    facts: {},
    counts: {},
    rowsDone: 0,
  })
}
