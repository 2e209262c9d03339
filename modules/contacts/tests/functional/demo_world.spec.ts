import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import seedContacts from '../../demo/seed.ts'
import { ContactsWorkspace } from '../workspace.ts'

test.group('The demo world of contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows all that can be known of somebody, and whom one may know twice', async ({
    client,
    assert,
  }) => {
    const place = { slug: 'north', market: 'US' as const, today: '2026-11-25' }

    await workspace.agency.inUnit(() => seedContacts(place))
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<Record<string, number>>(
        `select (select count(*)::integer from contacts) as contacts,
                (select count(distinct contact_id)::integer from contact_requirements) as wishes,
                (select count(*)::integer from contact_links) as links,
                (select count(*)::integer from contacts where score_average is not null) as scored,
                (select count(*)::integer from tasks where subject_type = 'contact') as tasks`
      )
    )
    const duplicates = await workspace.as('principal', client.get('/app/contacts/duplicates'))

    assert.equal(rows[0].contacts, 324)
    assert.isAbove(rows[0].wishes, 20)
    assert.isAbove(rows[0].links, 10)
    assert.isAbove(rows[0].scored, 10)
    assert.isAbove(rows[0].tasks, 5)
    assert.include(duplicates.text(), 'Same phone')
  })
})
