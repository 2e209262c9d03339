import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

test.group('The audit log', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  const given = (action: string, role: 'principal' | 'marketing', facts = {}) =>
    workspace.agency.inUnit(
      async () => unit().audit({ action, subjectType: 'thing', subjectId: null, facts }),
      role
    )
  const rowsOf = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map((m) => m[1])

  test('says who did what, newest first', async ({ assert, client }) => {
    await given('made_up.first', 'principal', { name: '<b>bold</b>' })
    await given('made_up.second', 'marketing')

    const page = await workspace.as('principal', client.get('/app/settings/audit'))

    page.assertStatus(200)
    assert.deepEqual(rowsOf(page.text()), ['made_up.second', 'made_up.first'])
    page.assertTextIncludes('Person marketing')
    page.assertTextIncludes('name: &lt;b&gt;bold')
  })

  test('can be narrowed by what, who and when', async ({ assert, client }) => {
    await given('made_up.first', 'principal')
    await given('made_up.second', 'marketing')
    const person = await workspace.agency.memberId('marketing')
    const { timeZone } = await workspace.agency.tenant()
    const today = DateTime.now().setZone(timeZone)
    const ask = async (query: string) =>
      rowsOf(
        (await workspace.asFragment('principal', client.get(`/app/settings/audit?${query}`))).text()
      )

    assert.deepEqual(await ask('action=made_up.first'), ['made_up.first'])
    assert.deepEqual(await ask(`person=${person}`), ['made_up.second'])
    assert.lengthOf(await ask(`from=${today.toISODate()}&to=${today.toISODate()}`), 2)
    assert.lengthOf(await ask(`to=${today.minus({ days: 1 }).toISODate()}`), 0)
    assert.lengthOf(await ask(`from=${today.plus({ days: 1 }).toISODate()}`), 0)
  })

  test('comes in pages', async ({ assert, client }) => {
    await workspace.agency.inUnit(async () => {
      for (let index = 0; index < 55; index += 1)
        unit().audit({ action: `made_up.${index}`, subjectType: 'thing', subjectId: null })
    })
    const first = await workspace.as('principal', client.get('/app/settings/audit'))
    const next = /href="(\/app\/settings\/audit\?before=[^"]+)"/.exec(first.text())
    assert.lengthOf(rowsOf(first.text()), 50)

    const second = await workspace.as('principal', client.get(next![1]))

    assert.lengthOf(rowsOf(second.text()), 5)
  })

  test('rejects a filter that makes no sense', async ({ client }) => {
    for (const query of ['person=1', 'before=x', 'from=yesterday']) {
      const answer = await workspace.asFragment(
        'principal',
        client.get(`/app/settings/audit?${query}`)
      )
      answer.assertStatus(422)
    }
    const odd = await workspace.as('principal', client.get('/app/settings/audit?from=2026-02-31'))
    odd.assertStatus(200)
  })

  test('is for those who may see it', async ({ client }) => {
    const answer = await workspace.as('sales_director', client.get('/app/settings/audit'))

    answer.assertStatus(403)
    answer.assertTextIncludes('View the audit log')
  })

  test('shows nothing of another agency', async ({ assert, client }) => {
    await given('made_up.secret', 'principal')

    const page = await workspace.asStranger(client.get('/app/settings/audit'))

    page.assertStatus(200)
    assert.notInclude(page.text(), 'made_up.secret')
  })

  test('cannot be changed, even by the agency itself', async ({ assert }) => {
    await given('made_up.first', 'principal')

    for (const statement of [
      'delete from audit_entries',
      `update audit_entries set action = 'nothing'`,
      `insert into audit_entries (action, subject_type) values ('made_up', 'thing')`,
    ]) {
      await assert.rejects(
        () => workspace.agency.inUnit(() => unitSql(statement)),
        /permission denied/
      )
    }
  })
})
