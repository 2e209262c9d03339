import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { countedQueries } from '#tests/support/counted_queries'
import seedLeads from '../../demo/seed.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('The demo world of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('is a few hundred leads with stories, scores and stages, in a few statements', async ({
    client,
    assert,
  }) => {
    for (let count = 0; count < 5; count++)
      await workspace.givenContact({
        name: `Ann${count} Lee`,
        phone: `+1206555${1000 + count * 100}`,
        facts: { firstName: `Ann${'abcde'[count]}`, lastName: 'Lee', city: 'Seattle' },
      })
    const place = { slug: 'north', market: 'US' as const, today: '2026-11-25' }

    const statements = await countedQueries(() => workspace.agency.inUnit(() => seedLeads(place)))
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<Record<string, number>>(
        `select count(*)::integer as leads, count(stage_id)::integer as staged,
                count(distinct priority_score)::integer as scores, count(first_responded_at)::integer as answered,
                count(*) filter (where status <> 'new' and first_responded_at is null)::integer as unspoken,
                (select count(*)::integer from status_steps where subject_type = 'lead') as steps,
                (select count(*)::integer from notifications) as told
           from leads`
      )
    )
    const page = await workspace.as('principal', client.get('/app/leads/board'))

    assert.isBelow(statements.length, 60)
    assert.isAbove(rows[0].leads, 200)
    assert.equal(rows[0].staged, rows[0].leads)
    assert.isAbove(rows[0].scores, 15)
    assert.equal(rows[0].unspoken, 0)
    assert.isAbove(rows[0].steps, 200)
    assert.isAbove(rows[0].told, 0)
    page.assertStatus(200)
  })
})
